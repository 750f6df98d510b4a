#include "operations/table_upgrade.h"

#include <fmt/format.h>

#include "operations/table_capacity.h"
#include "operations/table_fit.h"
#include "operations/table_settings.h"
#include "tracker/repository.h"

namespace operations {

dynamodb::UpdateTableRequest addition_of(dynamodb::IndexDefinition index, const dynamodb::TableDefinition& wanted,
                                         const dynamodb::TableDefinition& existing) {
  dynamodb::UpdateTableRequest request{.table_name = existing.name};
  request.attribute_definitions.emplace();
  for (const auto& attribute : wanted.attribute_definitions) {
    if (attribute.name == index.key_schema.partition_key || attribute.name == index.key_schema.sort_key) {
      request.attribute_definitions->push_back(attribute);
    }
  }
  index.provisioned_throughput = capacity_of(existing);
  request.global_secondary_index_updates.emplace_back(
      dynamodb::CreateGlobalSecondaryIndex{.definition = std::move(index)});
  return request;
}

TableAnswer<UpgradeReport> upgrade_table(const TableWork& work, std::string table_name) {
  // An index may still be filled that an interrupted upgrade, or somebody else, has added.
  auto table = co_await wait_until_active(work, table_name, {.longest = index_fill_longest});
  if (!table) co_return std::unexpected(std::move(table.error()));
  UpgradeReport report;
  report.table = *std::move(table);
  const auto wanted = tracker::table_definition(table_name);
  TableFit fit = compare_tables(wanted, report.table.definition);
  report.differences = std::move(fit.differences);
  if (!report.differences.empty()) co_return report;

  if (!fit.missing_indexes.empty()) {
    auto unfit = co_await find_unfit_items(work, table_name, fit.missing_indexes);
    if (!unfit) co_return std::unexpected(std::move(unfit.error()));
    report.unfit = *std::move(unfit);
    if (report.unfit.count > 0) co_return report;
  }
  for (const auto& index : fit.missing_indexes) {
    work.on_progress("adding the index " + index.name);
    const auto updated = co_await work.service.update_table(addition_of(index, wanted, report.table.definition));
    if (!updated) {
      co_return std::unexpected(
          fmt::format("The index {} could not be added: {}", index.name, updated.error().message));
    }
    table = co_await wait_until_active(work, table_name, {.longest = index_fill_longest});
    if (!table) co_return std::unexpected(std::move(table.error()));
    report.table = *std::move(table);
    report.added.push_back(index.name);
  }
  auto change = co_await ensure_time_to_live(work, table_name);
  if (!change) co_return std::unexpected(std::move(change.error()));
  if (*change) report.changes.push_back(**std::move(change));
  co_return report;
}

}  // namespace operations
