#include "tracker/get_all.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <mutex>

namespace tracker {
namespace {

constexpr std::size_t lanes_max = 16;

using Found = std::vector<std::optional<dynamodb::Item>>;

struct Work {
  std::vector<dynamodb::Key> keys;
  Found found;
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::optional<dynamodb::Error> error;  // the first
};

boost::asio::awaitable<void> lane(Store& store, Work& work) {
  for (std::size_t index = work.next++; index < work.keys.size(); index = work.next++) {
    auto item = co_await store.get(work.keys[index]);
    if (item) {
      work.found[index] = std::move(*item);
      continue;
    }
    const std::lock_guard lock(work.mutex);
    if (!work.error) work.error = std::move(item.error());
    work.next = work.keys.size();  // the others need not go on
  }
}

boost::asio::awaitable<void> in_lanes(Store& store, Work& work, std::size_t lanes) {
  const auto executor = co_await boost::asio::this_coro::executor;
  std::vector<decltype(boost::asio::co_spawn(executor, lane(store, work), boost::asio::deferred))> group;
  group.reserve(lanes);
  for (std::size_t count = 0; count < lanes; ++count) {
    group.push_back(boost::asio::co_spawn(executor, lane(store, work), boost::asio::deferred));
  }
  const auto [order, thrown] = co_await boost::asio::experimental::make_parallel_group(std::move(group))
                                   .async_wait(boost::asio::experimental::wait_for_all(), boost::asio::use_awaitable);
  for (const auto& exception : thrown) {
    if (exception) std::rethrow_exception(exception);
  }
}

}  // namespace

dynamodb::Awaitable<Found> get_all(Store& store, std::vector<dynamodb::Key> keys) {
  if (keys.size() <= 1) {
    Found found;
    for (auto& key : keys) {
      auto item = co_await store.get(std::move(key));
      if (!item) co_return std::unexpected(std::move(item.error()));
      found.push_back(std::move(*item));
    }
    co_return found;
  }
  Work work;
  work.keys = std::move(keys);
  work.found.resize(work.keys.size());
  co_await in_lanes(store, work, std::min(lanes_max, work.keys.size()));
  if (work.error) co_return std::unexpected(std::move(*work.error));
  co_return std::move(work.found);
}

}  // namespace tracker
