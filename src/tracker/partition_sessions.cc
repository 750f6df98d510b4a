#include "tracker/partition_sessions.h"

#include <fmt/format.h>

#include "tracker/placeholders.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

dynamodb::QueryRequest build(const std::string& table, std::string_view athlete_id, bool keys_only,
                             const std::string* other_name) {
  Placeholders placeholders;
  dynamodb::QueryRequest request;
  request.table_name = table;
  request.consistent_read = true;
  request.key_condition_expression =
      fmt::format("{} = {} AND begins_with({}, {})", placeholders.name(schema::pk),
                  placeholders.value(schema::athlete_partition(athlete_id)), placeholders.name(schema::sk),
                  placeholders.value(schema::session_prefix));
  if (keys_only) {
    request.projection_expression = fmt::format("{}, {}", placeholders.name(schema::pk), placeholders.name(schema::sk));
  }
  if (other_name != nullptr) {
    const std::string attribute = placeholders.name(schema::athlete_name);
    request.filter_expression =
        fmt::format("attribute_not_exists({}) OR {} <> {}", attribute, attribute, placeholders.value(*other_name));
  }
  request.attributes = std::move(placeholders).take();
  return request;
}

}  // namespace

dynamodb::QueryRequest partition_sessions(const std::string& table, std::string_view athlete_id) {
  return build(table, athlete_id, false, nullptr);
}
dynamodb::QueryRequest partition_session_keys(const std::string& table, std::string_view athlete_id) {
  return build(table, athlete_id, true, nullptr);
}
dynamodb::QueryRequest partition_sessions_named_otherwise(const std::string& table, std::string_view athlete_id,
                                                          const std::string& name) {
  return build(table, athlete_id, true, &name);
}

}  // namespace tracker
