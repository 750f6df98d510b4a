#include "cli/store.h"

#include <fmt/format.h>

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <chrono>
#include <filesystem>

#include "cli/directory_socket.h"
#include "cli/logging.h"
#include "client/socket_database.h"
#include "dynamodb/errors.h"

namespace cli {
namespace {

std::expected<void, std::string> ensure_time_to_live(dynamodb::Service& database, const std::string& table_name) {
  const auto current = run(database.describe_time_to_live({table_name}));
  if (current && current->status != dynamodb::TimeToLiveStatus::disabled) return {};
  const auto enabled =
      run(database.update_time_to_live({table_name, /*enabled=*/true, tracker::time_to_live_attribute()}));
  if (enabled) return {};
  return std::unexpected(
      fmt::format("The table {} could not be given a time to live: {}", table_name, enabled.error().message));
}

bool is_made_here(TableWanted table) {
  return table == TableWanted::full || table == TableWanted::guide_only;
}

std::expected<void, std::string> ensure_table(dynamodb::Database& database, const std::string& table_name,
                                              TableWanted table) {
  if (!is_made_here(table)) return {};
  const auto created =
      run(database.create_table({tracker::table_definition(table_name, table == TableWanted::guide_only)}));
  if (created || created.error().code == dynamodb::ErrorCode::resource_in_use) return {};
  return std::unexpected(fmt::format("The table {} could not be made: {}", table_name, created.error().message));
}

// Through the process that holds the directory; nullopt where it does not answer.
std::optional<Store> ask_for_store(const StoreChoice& choice) {
  auto database = client::connect(directory_socket_path(choice.data_directory));
  if (!database) return std::nullopt;
  log_info("The data directory is served by another process; the work goes through it.");
  return Store{.choice = choice, .database = std::move(database)};
}

std::expected<Store, std::string> open_embedded(const StoreChoice& choice, HeldDirectory held) {
  engine::Options options;
  if (choice.kind == StoreKind::embedded) options.directory = choice.data_directory;
  options.region = choice.region;
  options.on_event = [](const std::string& line) { log_info(line); };
  auto database = engine::EmbeddedDatabase::open(std::move(options));
  if (!database && database.error().kind == engine::OpenError::Kind::in_use && held == HeldDirectory::is_asked_for) {
    if (auto asked = ask_for_store(choice)) return *std::move(asked);
  }
  if (!database) return std::unexpected(database.error().message);
  engine::EmbeddedDatabase* embedded = database->get();
  return Store{.choice = choice, .database = *std::move(database), .embedded = embedded};
}

std::expected<Store, std::string> open_remote(StoreChoice choice, StoreObserver observer) {
  const auto plan = plan_remote_store(process_environment());
  if (!plan) {
    log_info("Store: " + describe(choice));
    return std::unexpected(plan.error());
  }
  choice = with_plan(std::move(choice), *plan);
  log_info("Store: " + describe(choice));
  auto database = make_remote_store(*plan, std::move(observer));
  if (!database) return std::unexpected(database.error());
  wire::ProtocolService* remote = database->get();
  return Store{.choice = std::move(choice), .database = *std::move(database), .remote = remote};
}

}  // namespace

std::expected<Store, std::string> open_store(const StoreFlags& flags, TableWanted table, HeldDirectory held,
                                             StoreObserver observer) {
  const auto choice = choose_store(flags, process_environment());
  if (!choice) return std::unexpected(choice.error());
  if (choice->kind == StoreKind::dynamodb) return open_remote(*choice, std::move(observer));
  log_info("Store: " + describe(*choice));

  if (choice->kind == StoreKind::embedded && table == TableWanted::as_it_is &&
      !std::filesystem::exists(choice->data_directory)) {
    return std::unexpected(fmt::format("There is no data in {}.", choice->data_directory));
  }
  auto store = open_embedded(*choice, held);
  if (!store) return store;
  if (auto made = ensure_table(*store->database, choice->table_name, table); !made) {
    return std::unexpected(made.error());
  }
  // Whoever serves the directory has seen to it.
  if (store->embedded != nullptr && is_made_here(table)) {
    if (auto enabled = ensure_time_to_live(*store->embedded, choice->table_name); !enabled) {
      return std::unexpected(enabled.error());
    }
  }
  return store;
}

std::unique_ptr<tracker::Repository> make_repository(Store& store, std::function<void()> on_unreadable_item) {
  tracker::RepositoryOptions options;
  options.table_name = store.choice.table_name;
  if (store.choice.kind == StoreKind::dynamodb) options.index_lag_max = std::chrono::seconds(10);
  options.now = [] {
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
  };
  options.random_id = [] {
    thread_local boost::uuids::random_generator generator;
    return boost::uuids::to_string(generator());
  };
  options.on_unreadable_item = [count = std::move(on_unreadable_item)](const std::string& key,
                                                                       const std::string& reason) {
    log_warning(fmt::format("The stored item {} cannot be read and is left out: {}", key, reason));
    if (count) count();
  };
  if (store.remote != nullptr) {  // which tries again by itself, within a quota
    options.retry.throttling_attempts_max = 1;
    options.retry.fault_attempts_max = 1;
  }
  return std::make_unique<tracker::Repository>(*store.database, std::move(options));
}

}  // namespace cli
