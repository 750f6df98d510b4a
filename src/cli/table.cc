// table create, describe, capacity, upgrade, delete.
#include <fmt/format.h>
#include <unistd.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstdio>
#include <iostream>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/fail.h"
#include "cli/logging.h"
#include "cli/store.h"
#include "cli/table_progress.h"
#include "cli/table_text.h"
#include "operations/table_change.h"
#include "operations/table_create.h"
#include "operations/table_upgrade.h"
#include "wire/serialize.h"

namespace cli {
namespace {

using operations::Capacity;

// The guide's, where no number is given.
constexpr std::int64_t units_by_default = 5;

boost::asio::awaitable<void> pause(std::chrono::milliseconds time) {
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, time);
  co_await timer.async_wait(boost::asio::use_awaitable);
}

dynamodb::Awaitable<void> enable_point_in_time_recovery(wire::ProtocolService& store, std::string table_name) {
  const auto enabled = co_await store.update_continuous_backups(
      {.table_name = std::move(table_name), .point_in_time_recovery_enabled = true});
  if (!enabled) co_return std::unexpected(enabled.error());
  co_return dynamodb::Result<void>();
}

operations::TableWork work_on(Store& store, TableProgress& progress) {
  operations::TableWork work{.service = *store.database,
                             .pause = pause,
                             .on_progress = [&progress](const std::string& what) { progress.show(what); },
                             .enable_point_in_time_recovery = {}};
  if (store.remote != nullptr) {
    work.enable_point_in_time_recovery = [&remote = *store.remote](std::string table_name) {
      return enable_point_in_time_recovery(remote, std::move(table_name));
    };
  }
  return work;
}

// What is not said (a right is missing, or the store has no such thing) is left out.
TableFacts facts_of(Store& store, dynamodb::TableDescription table) {
  TableFacts facts{.table = std::move(table)};
  const std::string& name = store.choice.table_name;
  if (auto asked = run(store.database->describe_time_to_live({name}))) facts.time_to_live = *std::move(asked);
  if (auto asked = run(store.database->list_tags_of_resource({facts.table.arn, {}})))
    facts.tags = std::move(asked->tags);
  if (store.remote == nullptr) return facts;
  if (auto asked = run(store.remote->describe_continuous_backups({name}))) {
    facts.point_in_time_recovery = *std::move(asked);
  }
  return facts;
}

void print(Store& store, dynamodb::TableDescription table, bool as_json) {
  if (as_json) {  // as DescribeTable's answer
    fmt::print("{}\n", wire::serialize(dynamodb::TableResult{std::move(table)}, wire::TableMember::table));
  } else {
    fmt::print("{}", describe(facts_of(store, std::move(table))));
  }
}

// Of --read-capacity and --write-capacity, where the mode is provisioned. Error: wrong usage.
std::expected<Capacity, std::string> read_capacity(const std::string& mode, const std::optional<std::int64_t>& read,
                                                   const std::optional<std::int64_t>& write) {
  if (mode == "provisioned") {
    return dynamodb::ProvisionedThroughput{.read_capacity_units = read.value_or(units_by_default),
                                           .write_capacity_units = write.value_or(units_by_default)};
  }
  if (read || write) return std::unexpected("On-demand capacity has no --read-capacity and no --write-capacity.");
  return Capacity();
}

std::expected<operations::TableWishes, std::string> wishes_of(const TableCreateOptions& options) {
  operations::TableWishes wishes;
  wishes.guide_only = options.indexes == "guide";
  wishes.point_in_time_recovery = options.point_in_time_recovery;
  wishes.deletion_protection = options.deletion_protection;
  if (options.billing_mode || options.read_capacity || options.write_capacity) {
    const auto capacity =
        read_capacity(options.billing_mode.value_or("provisioned"), options.read_capacity, options.write_capacity);
    if (!capacity) return std::unexpected(capacity.error());
    wishes.capacity = *capacity;
  }
  for (const std::string& tag : options.tags) {
    const auto separator = tag.find('=');
    if (separator == std::string::npos || separator == 0) {
      return std::unexpected(fmt::format("--tag {}: it is KEY=VALUE.", tag));
    }
    wishes.tags.push_back({.key = tag.substr(0, separator), .value = tag.substr(separator + 1)});
  }
  return wishes;
}

int report_differences(const std::string& table_name, const std::vector<std::string>& differences) {
  std::string text = fmt::format("The table {} is there already, but not as the tracker needs it:", table_name);
  for (const std::string& difference : differences) text += "\n  " + difference;
  text += "\nNothing was changed. Another name is chosen with --table or DYNAMODB_TABLE_NAME.";
  return fail(text);
}

// True: the person at the terminal has typed the table's name.
bool is_confirmed(const StoreChoice& choice) {
  fmt::print(stderr,
             "This deletes the table {} with everything in it: {}.\nType its name to go on: ", choice.table_name,
             describe(choice));
  std::string typed;
  std::getline(std::cin, typed);
  return typed == choice.table_name;
}

}  // namespace

int table_create(const TableCreateOptions& options) {
  start_logging();
  auto wishes = wishes_of(options);
  if (!wishes) return fail(wishes.error(), exit_usage);
  auto store = open_store(options.store, TableWanted::by_command);
  if (!store) return fail(store.error());
  wishes->table_name = store->choice.table_name;
  std::expected<operations::TableReport, std::string> report;
  {
    TableProgress progress;
    const auto work = work_on(*store, progress);
    report = run(operations::create_table(work, *std::move(wishes)));
  }
  if (!report) return fail(report.error());
  const std::string& name = store->choice.table_name;
  if (!report->differences.empty()) return report_differences(name, report->differences);

  log_info(fmt::format("The table {} {}.", name, report->was_made ? "was made" : "is there already, and it fits"));
  for (const std::string& change : report->changes) log_info(change);
  if (!report->missing_indexes.empty()) {
    log_info(
        "It has no additive indexes, or not all: that is slower with many sessions. `training-tracker table "
        "upgrade` adds them.");
  }
  print(*store, std::move(report->table), options.json);
  return exit_success;
}

int table_describe(const TableOptions& options) {
  start_logging();
  auto store = open_store(options.store, TableWanted::as_it_is);
  if (!store) return fail(store.error());
  auto described = run(store->database->describe_table({store->choice.table_name}));
  if (!described) return fail(described.error().message);
  print(*store, std::move(described->table), options.json);
  return exit_success;
}

int table_capacity(const TableCapacityOptions& options) {
  start_logging();
  if (options.billing_mode == "provisioned" && (!options.read_capacity || !options.write_capacity)) {
    return fail("Provisioned capacity needs --read-capacity and --write-capacity.", exit_usage);
  }
  const auto capacity = read_capacity(options.billing_mode, options.read_capacity, options.write_capacity);
  if (!capacity) return fail(capacity.error(), exit_usage);
  auto store = open_store(options.store, TableWanted::as_it_is);
  if (!store) return fail(store.error());
  std::expected<operations::CapacityReport, std::string> report;
  {
    TableProgress progress;
    const auto work = work_on(*store, progress);
    report = run(operations::change_capacity(work, store->choice.table_name, *capacity));
  }
  if (!report) return fail(report.error());
  log_info(fmt::format("The table's capacity {} {}.", report->was_changed ? "is now" : "was already",
                       operations::describe(*capacity)));
  print(*store, std::move(report->table), /*as_json=*/false);
  return exit_success;
}

int table_upgrade(const TableOptions& options) {
  start_logging();
  auto store = open_store(options.store, TableWanted::as_it_is);
  if (!store) return fail(store.error());
  const std::string& name = store->choice.table_name;
  std::expected<operations::UpgradeReport, std::string> report;
  {
    TableProgress progress;
    const auto work = work_on(*store, progress);
    report = run(operations::upgrade_table(work, name));
  }
  if (!report) return fail(report.error());
  if (!report->differences.empty()) return report_differences(name, report->differences);
  if (report->unfit.count > 0) {
    std::string text = fmt::format("{} items have values that cannot be a key of an index:", report->unfit.count);
    for (const std::string& line : report->unfit.lines) text += "\n  " + line;
    if (report->unfit.count > report->unfit.lines.size()) text += "\n  …";
    return fail(text + "\nNothing was changed. Mend or delete them, then upgrade again.");
  }
  for (const std::string& index : report->added) log_info(fmt::format("The index {} was added and filled.", index));
  for (const std::string& change : report->changes) log_info(change);
  if (report->added.empty()) log_info(fmt::format("The table {} has every index already.", name));
  print(*store, std::move(report->table), options.json);
  return exit_success;
}

int table_delete(const TableDeleteOptions& options) {
  start_logging();
  const bool can_ask = ::isatty(STDIN_FILENO) != 0;
  if (!options.yes && !can_ask) {
    return fail("Nobody is there to ask: say the table's name with --yes to delete it.", exit_usage);
  }
  auto store = open_store(options.store, TableWanted::as_it_is, HeldDirectory::is_an_error);
  if (!store) return fail(store.error());
  const std::string& name = store->choice.table_name;
  if (options.yes && *options.yes != name) {
    return fail(fmt::format("--yes says {}, but the table is {}. Nothing was deleted.", *options.yes, name),
                exit_usage);
  }
  if (!options.yes && !is_confirmed(store->choice)) return fail("Nothing was deleted.");
  std::expected<void, std::string> deleted;
  {
    TableProgress progress;
    const auto work = work_on(*store, progress);
    deleted = run(operations::delete_table(work, name, options.unprotect));
  }
  if (!deleted) return fail(deleted.error());
  log_info(fmt::format("The table {} was deleted.", name));
  return exit_success;
}

}  // namespace cli
