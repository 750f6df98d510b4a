// Parts of descriptions of tables and streams, as JSON.
#pragma once

#include <chrono>
#include <vector>

#include "dynamodb/table.h"
#include "wire/json_text.h"

namespace wire {

// [{"AttributeName":"pk","KeyType":"HASH"}, …]
void write_key_schema(const dynamodb::KeySchema& schema, JsonText& out);
// [{"AttributeName":"pk","AttributeType":"S"}, …]
void write_attribute_definitions(const std::vector<dynamodb::AttributeDefinition>& definitions, JsonText& out);
// {"ProjectionType":"INCLUDE","NonKeyAttributes":["a"]}
void write_projection(const dynamodb::Projection& projection, JsonText& out);
// The member "OnDemandThroughput"; nothing where there is no maximum.
void write_on_demand_throughput(const dynamodb::OnDemandThroughput& throughput, JsonText& out);
// Seconds since 1970, with a fraction.
void write_time(std::chrono::sys_time<std::chrono::milliseconds> time, JsonText& out);
// "NEW_AND_OLD_IMAGES"
[[nodiscard]] std::string_view stream_view_type_text(dynamodb::StreamViewType type);

}  // namespace wire
