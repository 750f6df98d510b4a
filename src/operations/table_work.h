// What the operations on tables share: the store, how they wait, whom they tell.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <expected>
#include <functional>
#include <string>

#include "dynamodb/table_service.h"
#include "operations/table_watch.h"

namespace operations {

// The error is a sentence (or several) for the person at the terminal.
template <class T>
using TableAnswer = boost::asio::awaitable<std::expected<T, std::string>>;

// Must outlive the operations that it is given to.
struct TableWork {
  dynamodb::TableService& service;
  std::function<boost::asio::awaitable<void>(std::chrono::milliseconds)> pause;
  // Called again and again while something is waited for, with what that is. Never empty.
  std::function<void(const std::string& what)> on_progress;
  // Empty: the store has no point-in-time recovery.
  std::function<dynamodb::Awaitable<void>(std::string table_name)> enable_point_in_time_recovery;
};

// The table, once it and its indexes are ACTIVE. None is an error.
[[nodiscard]] TableAnswer<dynamodb::TableDescription> wait_until_active(const TableWork& work, std::string table_name,
                                                                        Wait wait = {});
[[nodiscard]] TableAnswer<void> wait_until_gone(const TableWork& work, std::string table_name);

}  // namespace operations
