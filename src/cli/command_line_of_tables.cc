// table create, describe, capacity, upgrade, delete: their flags.
#include <memory>
#include <string>

#include "cli/command_line_parts.h"
#include "cli/commands.h"
#include "dynamodb/limits.h"

namespace cli {
namespace {

void add_capacity_flags(CLI::App& command, std::optional<std::int64_t>& read, std::optional<std::int64_t>& write) {
  const auto units = CLI::Range(std::int64_t{1}, std::int64_t{dynamodb::limits::capacity_units_max});
  command.add_option("--read-capacity", read, "read units a second, of the table and of each index")->check(units);
  command.add_option("--write-capacity", write, "write units a second, of the table and of each index")->check(units);
}

void add_create(CLI::App& table, Action& action) {
  auto options = std::make_shared<TableCreateOptions>();
  auto* command = table.add_subcommand(
      "create", "make the guide's table and wait until it is there; fine when it is there already and fits");
  command->footer(
      "Example: training-tracker table create --indexes guide\n"
      "         training-tracker table create --billing-mode provisioned --read-capacity 5 --write-capacity 5 "
      "--tag env=prod");
  command->add_option("--indexes", options->indexes, "guide: only GSI1; full: also the additive indexes")
      ->check(CLI::IsMember({"guide", "full"}))
      ->capture_default_str();
  command->add_option("--billing-mode", options->billing_mode, "on-demand (default) or provisioned")
      ->check(CLI::IsMember({"on-demand", "provisioned"}));
  add_capacity_flags(*command, options->read_capacity, options->write_capacity);
  command->add_option("--tag", options->tags, "KEY=VALUE (repeatable)");
  command->add_flag("--point-in-time-recovery", options->point_in_time_recovery,
                    "keep every state of the last 35 days (AWS)");
  command->add_flag("--deletion-protection", options->deletion_protection, "refuse to delete the table");
  command->add_flag("--json", options->json, "the table's description as JSON");
  add_store_flags(*command, options->store);
  command->callback([options, &action] { action = [options] { return table_create(*options); }; });
}

void add_capacity(CLI::App& table, Action& action) {
  auto options = std::make_shared<TableCapacityOptions>();
  auto* command = table.add_subcommand("capacity", "switch between on-demand and provisioned capacity");
  command->footer(
      "Example: training-tracker table capacity provisioned --read-capacity 5 --write-capacity 5\n"
      "         training-tracker table capacity on-demand");
  command->add_option("mode", options->billing_mode, "on-demand or provisioned")
      ->required()
      ->check(CLI::IsMember({"on-demand", "provisioned"}));
  add_capacity_flags(*command, options->read_capacity, options->write_capacity);
  add_store_flags(*command, options->store);
  command->callback([options, &action] { action = [options] { return table_capacity(*options); }; });
}

void add_delete(CLI::App& table, Action& action) {
  auto options = std::make_shared<TableDeleteOptions>();
  auto* command = table.add_subcommand("delete", "delete the table with everything in it");
  command->footer(
      "Example: training-tracker table delete --table training-tracker-test --yes training-tracker-test\n"
      "Without --yes it asks for the table's name.");
  command->add_option("--yes", options->yes, "the table's name, to say that it is meant");
  command->add_flag("--unprotect", options->unprotect, "switch deletion protection off before");
  add_store_flags(*command, options->store);
  command->callback([options, &action] { action = [options] { return table_delete(*options); }; });
}

void add_simple(CLI::App& table, Action& action, const char* name, const char* what, const char* example,
                int (*function)(const TableOptions&)) {
  auto options = std::make_shared<TableOptions>();
  auto* command = table.add_subcommand(name, what);
  command->footer(example);
  command->add_flag("--json", options->json, "the table's description as JSON");
  add_store_flags(*command, options->store);
  command->callback([options, &action, function] { action = [options, function] { return function(*options); }; });
}

}  // namespace

void add_table(CLI::App& app, Action& action) {
  auto* table = app.add_subcommand("table", "make, show or change the DynamoDB table");
  table->footer("Example: training-tracker table create");
  table->require_subcommand(1);
  add_create(*table, action);
  add_simple(*table, action, "describe", "show keys, indexes, counts and settings",
             "Example: training-tracker table describe --json", table_describe);
  add_simple(*table, action, "upgrade",
             "add the additive indexes to a table made without them, one at a time, while it is used",
             "Example: training-tracker table upgrade\nInterrupted, it goes on when it is run again.", table_upgrade);
  add_capacity(*table, action);
  add_delete(*table, action);
}

}  // namespace cli
