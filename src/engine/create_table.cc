#include <algorithm>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/table_validation.h"
#include "dynamodb/tag_validation.h"
#include "engine/stream_label.h"
#include "engine/table_change.h"
#include "engine/table_description.h"
#include "engine/write_operations.h"

namespace engine {
namespace {

using dynamodb::Result;
using dynamodb::TableDefinition;
using dynamodb::TableResult;

constexpr std::size_t request_bytes = 16UL * 1024;

Table make_table(const dynamodb::CreateTableRequest& request, const std::string& uuid, Time now, std::uint32_t id) {
  const TableDefinition& definition = request.definition;
  Table table;
  table.id = id;
  table.definition = definition;
  table.uuid = uuid;
  table.created_at = now;
  if (definition.billing_mode == dynamodb::BillingMode::pay_per_request) table.pay_per_request_since = now;
  if (definition.stream_view_type) table.stream_label = stream_label(now);
  table.tags = request.tags;
  std::ranges::sort(table.tags, {}, &dynamodb::Tag::key);
  for (const dynamodb::IndexDefinition& index : definition.global_secondary_indexes) {
    table.indexes.push_back({.id = ++id, .is_global = true, .definition = index});
  }
  for (const dynamodb::IndexDefinition& index : definition.local_secondary_indexes) {
    table.indexes.push_back({.id = ++id, .is_global = false, .definition = index});
  }
  return table;
}

// The answer says CREATING, as the service's does, although nothing is left to be done.
dynamodb::TableDescription describe_creation(const Table& table, const std::string& region) {
  dynamodb::TableDescription description = describe_new(table, region);
  description.status = dynamodb::TableStatus::creating;
  for (dynamodb::IndexDescription& index : description.indexes) index.status = dynamodb::TableStatus::creating;
  return description;
}

Decision<TableResult> decide_create(const dynamodb::CreateTableRequest& request, const std::string& uuid,
                                    const std::string& region, const WriteState& state) {
  if (state.catalog().find(request.definition.name)) {
    return {std::unexpected(dynamodb::errors::resource_in_use(request.definition.name)), {}};
  }
  const Result<std::uint32_t> id = read_next_id(state);
  if (!id) return {std::unexpected(id.error()), {}};
  const auto table = std::make_shared<const Table>(make_table(request, uuid, state.now(), *id));

  Decision<TableResult> decision;
  decision.mutations = changed_table(state, table);
  decision.mutations.rows.push_back(next_id_row(static_cast<std::uint32_t>(*id + 1 + table->indexes.size())));
  decision.answer = TableResult{describe_creation(*table, region)};
  return decision;
}

}  // namespace

void create_table(Writer& writer, const dynamodb::CreateTableRequest& request, OnDone<TableResult> on_done) {
  if (auto valid = dynamodb::validate_table_definition(request.definition); !valid) {
    return on_done(std::unexpected(std::move(valid.error())));
  }
  if (auto valid = dynamodb::validate_tags(request.tags); !valid) {
    return on_done(std::unexpected(std::move(valid.error())));
  }
  if (request.tags.size() > dynamodb::limits::tags_max) {
    return on_done(std::unexpected(dynamodb::errors::too_many_tags()));
  }
  writer.submit<TableResult>(
      WriteKind::tables, request_bytes,
      [request, uuid = boost::uuids::to_string(boost::uuids::random_generator()()),
       region = writer.storage().options().region](const WriteState& state) {
        return decide_create(request, uuid, region, state);
      },
      std::move(on_done));
}

}  // namespace engine
