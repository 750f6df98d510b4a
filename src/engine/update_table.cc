#include <algorithm>

#include "dynamodb/errors.h"
#include "dynamodb/table_update.h"
#include "engine/stream_label.h"
#include "engine/table_change.h"
#include "engine/table_description.h"
#include "engine/write_operations.h"

namespace engine {
namespace {

using dynamodb::BillingMode;
using dynamodb::Result;
using dynamodb::TableResult;
using dynamodb::TableStatus;
using dynamodb::TableUpdate;
using dynamodb::UpdateTableRequest;

constexpr std::size_t request_bytes = 16UL * 1024;

// While an index is being filled nothing can be changed, but the filling can be given up.
Result<void> check_may_change(const Table& table, const UpdateTableRequest& request) {
  if (!table.is_updating()) return {};
  if (request.global_secondary_index_updates.size() == 1) {
    const auto* remove =
        std::get_if<dynamodb::DeleteGlobalSecondaryIndex>(&request.global_secondary_index_updates.front());
    const Index* index = remove == nullptr ? nullptr : table.find_index(remove->index_name);
    if (index != nullptr && index->status == IndexStatus::creating) return {};
  }
  return std::unexpected(dynamodb::errors::table_is_being_updated(table.definition.name));
}

Table updated_table(const Table& table, const TableUpdate& update, Time now, std::uint32_t new_index_id) {
  Table updated = table;
  updated.definition = update.definition;
  if (update.deleted_index) {
    std::erase_if(updated.indexes, [&](const Index& index) { return index.definition.name == *update.deleted_index; });
  }
  for (Index& index : updated.indexes) {
    if (!index.is_global) continue;
    index.definition = *std::ranges::find(update.definition.global_secondary_indexes, index.definition.name,
                                          [](const dynamodb::IndexDefinition& definition) { return definition.name; });
  }
  if (update.created_index) {
    const auto behind_the_global_ones = std::ranges::find(updated.indexes, false, &Index::is_global);
    updated.indexes.insert(behind_the_global_ones, {.id = new_index_id,
                                                    .is_global = true,
                                                    .definition = update.definition.global_secondary_indexes.back(),
                                                    .status = IndexStatus::creating});
  }
  const bool becomes_on_demand = update.definition.billing_mode == BillingMode::pay_per_request &&
                                 table.definition.billing_mode != BillingMode::pay_per_request;
  if (becomes_on_demand) updated.pay_per_request_since = now;
  if (update.definition.table_class != table.definition.table_class) updated.table_class_since = now;
  if (update.stream_enabled) updated.stream_label = stream_label(now);
  return updated;
}

// Settings are told as they were, with the status UPDATING of their own.
void describe_old_settings(const Table& before, const TableUpdate& update, const std::string& region,
                           dynamodb::TableDescription& description) {
  if (update.encryption_changed) {
    description.encryption_changing = true;
    description.kms_key_arn = describe_new(before, region).kms_key_arn;
  }
  const auto take_back = [](dynamodb::WarmThroughput& after, const dynamodb::WarmThroughput& old) {
    const bool changed = after != old;
    after = old;
    return changed;
  };
  description.warming = take_back(description.definition.warm_throughput, before.definition.warm_throughput);
  for (dynamodb::IndexDefinition& index : description.definition.global_secondary_indexes) {
    const Index* old = before.find_index(index.name);
    const auto described = std::ranges::find(description.indexes, index.name, &dynamodb::IndexDescription::name);
    described->warming = take_back(index.warm_throughput, old->definition.warm_throughput);
  }
}

// The table as it is on the way: UPDATING, a new index CREATING, a deleted one still there and DELETING.
Result<dynamodb::TableDescription> describe_update(const Table& before, const Table& after, const TableUpdate& update,
                                                   const std::string& region, const WriteState& state) {
  auto description = describe(after, region, state.committed());
  if (!description) return description;
  if (update.only_settings) {
    describe_old_settings(before, update, region, *description);
    return description;
  }
  description->status = TableStatus::updating;
  for (dynamodb::IndexDescription& index : description->indexes) {
    index.backfilling = false;  // that comes after the answer
    if (std::ranges::find(update.updated_indexes, index.name) != update.updated_indexes.end()) {
      index.status = TableStatus::updating;
    }
  }
  if (!update.deleted_index) return description;
  auto& definitions = description->definition.global_secondary_indexes;
  description->indexes.insert(description->indexes.begin() + static_cast<std::ptrdiff_t>(definitions.size()),
                              {.name = *update.deleted_index, .status = TableStatus::deleting});
  definitions.push_back(before.find_index(*update.deleted_index)->definition);
  return description;
}

Decision<TableResult> decide_update(const UpdateTableRequest& request, const std::string& region,
                                    const WriteState& state) {
  const std::shared_ptr<const Table> table = state.catalog().find(request.table_name);
  if (!table) return {std::unexpected(dynamodb::errors::resource_not_found_table(request.table_name)), {}};
  if (auto may = check_may_change(*table, request); !may) return {std::unexpected(std::move(may.error())), {}};
  const Result<TableUpdate> update = dynamodb::update_definition(table->definition, request);
  if (!update) return {std::unexpected(update.error()), {}};
  const Result<std::uint32_t> id = read_next_id(state);
  if (!id) return {std::unexpected(id.error()), {}};

  const auto updated = std::make_shared<const Table>(updated_table(*table, *update, state.now(), *id));
  auto description = describe_update(*table, *updated, *update, region, state);
  if (!description) return {std::unexpected(std::move(description.error())), {}};
  Decision<TableResult> decision{TableResult{std::move(*description)}, changed_table(state, updated)};
  if (update->created_index) decision.mutations.rows.push_back(next_id_row(*id + 1));
  if (update->deleted_index) delete_entries(*table->find_index(*update->deleted_index), decision.mutations);
  return decision;
}

}  // namespace

void update_table(Writer& writer, const UpdateTableRequest& request, OnDone<TableResult> on_done) {
  if (auto valid = dynamodb::validate_update_request(request); !valid) {
    return on_done(std::unexpected(std::move(valid.error())));
  }
  writer.submit<TableResult>(
      WriteKind::tables, request_bytes,
      [request, region = writer.storage().options().region](const WriteState& state) {
        return decide_update(request, region, state);
      },
      std::move(on_done));
}

}  // namespace engine
