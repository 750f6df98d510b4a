// A coroutine of the port, run to its end on the calling thread.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>
#include <utility>

#include "dynamodb/database.h"

namespace engine::testing {

template <class T>
dynamodb::Result<T> awaited(dynamodb::Awaitable<T> awaitable) {
  boost::asio::io_context context;
  auto work = boost::asio::make_work_guard(context);
  std::optional<dynamodb::Result<T>> result;
  boost::asio::co_spawn(context, std::move(awaitable),
                        [&](const std::exception_ptr& thrown, dynamodb::Result<T> value) {
                          work.reset();
                          if (thrown) std::rethrow_exception(thrown);
                          result = std::move(value);
                        });
  context.run();
  return std::move(result.value());
}

}  // namespace engine::testing
