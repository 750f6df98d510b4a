#include "dynamodb/errors.h"
#include "dynamodb/table_validation.h"
#include "engine/system_keys.h"
#include "engine/table_change.h"
#include "engine/table_description.h"
#include "engine/write_operations.h"

namespace engine {
namespace {

using dynamodb::TableResult;

constexpr std::size_t request_bytes = 1024;

Decision<TableResult> decide_delete(const std::string& name, const std::string& region, const WriteState& state) {
  const std::shared_ptr<const Table> table = state.catalog().find(name);
  if (!table) return {std::unexpected(dynamodb::errors::resource_not_found_table(name)), {}};
  if (table->definition.deletion_protection_enabled) {
    return {std::unexpected(dynamodb::errors::deletion_protection_enabled()), {}};
  }
  auto description = describe(*table, region, state.committed());
  if (!description) return {std::unexpected(std::move(description.error())), {}};
  description->status = dynamodb::TableStatus::deleting;

  Decision<TableResult> decision;
  Mutations& mutations = decision.mutations;
  mutations.rows.push_back({system_keys::table(name), std::nullopt});
  mutations.rows.push_back({system_keys::counts(table->id), std::nullopt});
  mutations.deleted_ranges.push_back(whole_range(table->id));
  mutations.deleted_ranges.push_back(system_keys::partition_counts(table->id));
  mutations.deleted_ranges.push_back(system_keys::times_to_live(table->id));
  for (const Index& index : table->indexes) delete_entries(index, mutations);
  Catalog::Tables tables = state.catalog().tables();
  tables.erase(name);
  mutations.catalog = std::make_shared<const Catalog>(std::move(tables));
  decision.answer = TableResult{std::move(*description)};
  return decision;
}

}  // namespace

void delete_table(Writer& writer, const dynamodb::DeleteTableRequest& request, OnDone<TableResult> on_done) {
  if (auto valid = dynamodb::validate_table_name(request.table_name); !valid) {
    return on_done(std::unexpected(std::move(valid.error())));
  }
  writer.submit<TableResult>(
      WriteKind::tables, request_bytes,
      [name = request.table_name, region = writer.storage().options().region](const WriteState& state) {
        return decide_delete(name, region, state);
      },
      std::move(on_done));
}

}  // namespace engine
