#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include "dynamodb/errors.h"
#include "dynamodb/table_validation.h"
#include "engine/byte_codec.h"
#include "engine/system_keys.h"
#include "engine/table_description.h"
#include "engine/write_operations.h"

namespace engine {
namespace {

using dynamodb::Result;
using dynamodb::TableDefinition;
using dynamodb::TableResult;

constexpr std::size_t request_bytes = 16UL * 1024;

Result<std::uint32_t> read_next_id(const WriteState& state) {
  const Result<std::optional<std::string>> row = state.row(system_keys::next_id());
  if (!row) return std::unexpected(row.error());
  return *row ? ByteReader(**row).integer<std::uint32_t>() : system_keys::first_table_id;
}

Table make_table(const TableDefinition& definition, const std::string& uuid, WriteState::Time now, std::uint32_t id) {
  Table table;
  table.id = id;
  table.definition = definition;
  table.uuid = uuid;
  table.created_at = now;
  if (definition.billing_mode == dynamodb::BillingMode::pay_per_request) table.pay_per_request_since = now;
  for (const dynamodb::IndexDefinition& index : definition.global_secondary_indexes) {
    table.indexes.push_back({.id = ++id, .is_global = true, .definition = index});
  }
  for (const dynamodb::IndexDefinition& index : definition.local_secondary_indexes) {
    table.indexes.push_back({.id = ++id, .is_global = false, .definition = index});
  }
  return table;
}

Decision<TableResult> decide_create(const TableDefinition& definition, const std::string& uuid,
                                    const std::string& region, const WriteState& state) {
  if (state.catalog().find(definition.name)) {
    return {std::unexpected(dynamodb::errors::resource_in_use(definition.name)), {}};
  }
  const Result<std::uint32_t> id = read_next_id(state);
  if (!id) return {std::unexpected(id.error()), {}};
  const auto table = std::make_shared<const Table>(make_table(definition, uuid, state.now(), *id));

  Decision<TableResult> decision;
  std::string next_id;
  append_integer(next_id, static_cast<std::uint32_t>(*id + 1 + table->indexes.size()));
  decision.mutations.rows.push_back({system_keys::next_id(), std::move(next_id)});
  decision.mutations.rows.push_back({system_keys::table(definition.name), encode_table(*table)});
  Catalog::Tables tables = state.catalog().tables();
  tables.emplace(definition.name, table);
  decision.mutations.catalog = std::make_shared<const Catalog>(std::move(tables));
  decision.answer = TableResult{describe_new(*table, region)};
  return decision;
}

}  // namespace

void create_table(Writer& writer, const dynamodb::CreateTableRequest& request, OnDone<TableResult> on_done) {
  if (auto valid = dynamodb::validate_table_definition(request.definition); !valid) {
    return on_done(std::unexpected(std::move(valid.error())));
  }
  writer.submit<TableResult>(
      WriteKind::tables, request_bytes,
      [definition = request.definition, uuid = boost::uuids::to_string(boost::uuids::random_generator()()),
       region = writer.storage().options().region](const WriteState& state) {
        return decide_create(definition, uuid, region, state);
      },
      std::move(on_done));
}

}  // namespace engine
