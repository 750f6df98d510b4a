// Opens the store that was chosen, and runs coroutines against it for the commands that are not servers.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <expected>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "cli/configuration.h"
#include "cli/remote_store.h"
#include "dynamodb/table_service.h"
#include "engine/embedded_database.h"
#include "tracker/repository.h"

namespace cli {

struct Store {
  StoreChoice choice;
  std::unique_ptr<dynamodb::TableService> database;
  // The same, where this process keeps it; nullptr where another process holds the data directory and is asked.
  engine::EmbeddedDatabase* embedded = nullptr;
  // The same, where it is a DynamoDB elsewhere.
  wire::ProtocolService* remote = nullptr;
};

// Which table to make when there is none, of the embedded store. by_command makes none: that is the command's own work.
// as_it_is does not make the data directory either: for commands that only read.
enum class TableWanted { full, guide_only, by_command, as_it_is };

// What to do where another process holds the data directory: ask that process for everything, or refuse.
enum class HeldDirectory { is_asked_for, is_an_error };

// Logs which store and why. A remote one is not asked for anything yet. `observer`: of calls to a remote one. Error:
// one sentence.
[[nodiscard]] std::expected<Store, std::string> open_store(const StoreFlags& flags, TableWanted table,
                                                           HeldDirectory held = HeldDirectory::is_asked_for,
                                                           StoreObserver observer = {});

// `on_unreadable_item`: called besides logging the row.
[[nodiscard]] std::unique_ptr<tracker::Repository> make_repository(Store& store,
                                                                   std::function<void()> on_unreadable_item = {});

// Runs one coroutine to its end on this thread.
template <class T>
T run(boost::asio::awaitable<T> coroutine) {
  boost::asio::io_context context(1);
  std::optional<T> result;
  std::exception_ptr failure;
  boost::asio::co_spawn(context, std::move(coroutine), [&](std::exception_ptr exception, T value) {
    failure = std::move(exception);
    result.emplace(std::move(value));
  });
  context.run();
  if (failure) std::rethrow_exception(failure);
  if (!result) throw std::logic_error("a coroutine of a command was left waiting");
  return *std::move(result);
}

}  // namespace cli
