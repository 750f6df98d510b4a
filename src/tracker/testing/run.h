// A coroutine run to its end on the calling thread. What it throws is thrown here.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>
#include <utility>

namespace tracker::testing {

template <class T>
T run(boost::asio::awaitable<T> awaitable) {
  boost::asio::io_context context;
  auto work = boost::asio::make_work_guard(context);
  std::optional<T> result;
  std::exception_ptr failure;
  boost::asio::co_spawn(context, std::move(awaitable), [&](const std::exception_ptr& thrown, T value) {
    work.reset();
    failure = thrown;
    if (!thrown) result.emplace(std::move(value));
  });
  context.run();
  if (failure) std::rethrow_exception(failure);
  return std::move(*result);
}

}  // namespace tracker::testing
