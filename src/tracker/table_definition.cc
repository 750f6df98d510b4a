#include "tracker/repository.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

dynamodb::AttributeDefinition text_attribute(std::string_view name) {
  return {.name = std::string(name), .type = dynamodb::ScalarType::string};
}

dynamodb::IndexDefinition index(std::string_view name, std::string_view partition_key,
                                std::optional<std::string_view> sort_key, dynamodb::ProjectionType projection) {
  dynamodb::IndexDefinition definition;
  definition.name = std::string(name);
  definition.key_schema.partition_key = std::string(partition_key);
  if (sort_key) definition.key_schema.sort_key = std::string(*sort_key);
  definition.projection.type = projection;
  return definition;
}

}  // namespace

dynamodb::TableDefinition table_definition(std::string table_name, bool guide_only) {
  using dynamodb::ProjectionType;
  dynamodb::TableDefinition table;
  table.name = std::move(table_name);
  table.billing_mode = dynamodb::BillingMode::pay_per_request;
  table.key_schema = {.partition_key = std::string(schema::pk), .sort_key = std::string(schema::sk)};
  table.attribute_definitions = {text_attribute(schema::pk), text_attribute(schema::sk),
                                 text_attribute(schema::gsi1_pk), text_attribute(schema::gsi1_sk)};
  table.global_secondary_indexes = {index(schema::index_gsi1, schema::gsi1_pk, schema::gsi1_sk, ProjectionType::all)};
  if (guide_only) return table;

  for (const auto attribute : {schema::session_id, schema::athlete_id, schema::type, schema::name}) {
    table.attribute_definitions.push_back(text_attribute(attribute));
  }
  // Each is made of attributes that the guide defines, so that items of any writer are in it, and is sparse by itself.
  table.global_secondary_indexes.push_back(
      index(schema::index_session_by_id, schema::session_id, std::nullopt, ProjectionType::keys_only));
  table.global_secondary_indexes.push_back(
      index(schema::index_sessions_by_athlete, schema::athlete_id, schema::gsi1_sk, ProjectionType::all));
  table.global_secondary_indexes.push_back(
      index(schema::index_athletes_by_name, schema::type, schema::name, ProjectionType::keys_only));
  return table;
}

std::string time_to_live_attribute() {
  return std::string(schema::expires_at);
}

}  // namespace tracker
