#include "operations/table_create.h"

#include <fmt/format.h>

#include "operations/table_fit.h"
#include "operations/table_settings.h"
#include "tracker/repository.h"

namespace operations {
namespace {

// What of an existing table is not as it is wished for, into the report.
void compare(const TableWishes& wishes, TableReport& report) {
  const auto& existing = report.table.definition;
  TableFit fit = compare_tables(definition_of(wishes), existing);
  report.differences = std::move(fit.differences);
  for (const auto& index : fit.missing_indexes) {
    if (is_needed(index)) {
      report.differences.push_back(fmt::format("The index {} is missing; `table upgrade` adds it.", index.name));
    } else {
      report.missing_indexes.push_back(index.name);
    }
  }
  if (wishes.capacity && capacity_update(existing, *wishes.capacity)) {
    const Capacity is = capacity_of(existing);
    report.differences.push_back(is == *wishes.capacity
                                     ? "The capacity of an index is not that of the table; `table capacity` changes it."
                                     : fmt::format("The capacity is {}, asked for is {}; `table capacity` changes it.",
                                                   describe(is), describe(*wishes.capacity)));
  }
}

// One setting after the other, each into the report; the first that fails ends it.
TableAnswer<TableReport> with_settings(const TableWork& work, TableWishes wishes, TableReport report) {
  const auto& name = wishes.table_name;
  const auto note = [&report](const std::expected<Change, std::string>& change) {
    if (change && *change) report.changes.push_back(**change);
    return change.has_value();
  };
  auto change = co_await ensure_time_to_live(work, name);
  if (!note(change)) co_return std::unexpected(change.error());
  if (wishes.point_in_time_recovery) {
    change = co_await ensure_point_in_time_recovery(work, name);
    if (!note(change)) co_return std::unexpected(change.error());
  }
  if (report.was_made) co_return report;
  if (!wishes.tags.empty()) {
    change = co_await ensure_tags(work, report.table.arn, std::move(wishes.tags));
    if (!note(change)) co_return std::unexpected(change.error());
  }
  if (!wishes.deletion_protection) co_return report;
  change = co_await ensure_deletion_protection(work, report.table);
  if (!note(change)) co_return std::unexpected(change.error());
  auto table = co_await wait_until_active(work, name);
  if (!table) co_return std::unexpected(std::move(table.error()));
  report.table = *std::move(table);
  co_return report;
}

}  // namespace

dynamodb::TableDefinition definition_of(const TableWishes& wishes) {
  auto definition = tracker::table_definition(wishes.table_name, wishes.guide_only);
  set_capacity(definition, wishes.capacity.value_or(Capacity()));
  definition.deletion_protection_enabled = wishes.deletion_protection;
  return definition;
}

TableAnswer<TableReport> create_table(const TableWork& work, TableWishes wishes) {
  if (wishes.point_in_time_recovery && !work.enable_point_in_time_recovery) {
    co_return std::unexpected(no_point_in_time_recovery());
  }
  const auto created = co_await work.service.create_table({definition_of(wishes), wishes.tags});
  if (!created && created.error().code != dynamodb::ErrorCode::resource_in_use) {
    co_return std::unexpected(created.error().message);
  }
  TableReport report;
  report.was_made = created.has_value();
  auto table = co_await wait_until_active(work, wishes.table_name, {.just_made = report.was_made});
  if (!table) co_return std::unexpected(std::move(table.error()));
  report.table = *std::move(table);
  if (!report.was_made) compare(wishes, report);
  if (!report.differences.empty()) co_return report;
  co_return co_await with_settings(work, std::move(wishes), std::move(report));
}

}  // namespace operations
