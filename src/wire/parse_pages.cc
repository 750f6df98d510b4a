// Query and Scan. The members are read in the order in which the service lists violated constraints.
#include "dynamodb/limits.h"
#include "wire/attribute_values.h"
#include "wire/legacy/read.h"
#include "wire/members.h"
#include "wire/parse.h"

namespace wire {
namespace {

using dynamodb::Select;

constexpr Name<Select> select_names[] = {{"SPECIFIC_ATTRIBUTES", Select::specific_attributes},
                                         {"COUNT", Select::count},
                                         {"ALL_ATTRIBUTES", Select::all_attributes},
                                         {"ALL_PROJECTED_ATTRIBUTES", Select::all_projected_attributes}};

Select select_of(const Field& fields) {
  return fields["Select"].one_of(select_names).value_or(Select::unspecified);
}

// What Query and Scan read in the same way, and which no constraint is on.
template <class Request>
void read_rest(const Field& fields, std::string_view legacy_filter, Request& request) {
  request.consistent_read = fields["ConsistentRead"].boolean().value_or(false);
  request.filter_expression = fields["FilterExpression"].text();
  request.projection_expression = fields["ProjectionExpression"].text();
  request.exclusive_start_key = exclusive_start_key(fields);
  request.attributes = expression_attributes(fields);
  legacy::read_filter(fields, legacy_filter, request.filter_expression, request.attributes);
  legacy::read_projection(fields, request.projection_expression, request.attributes, request.select);
}

dynamodb::QueryRequest read_query(const Field& fields) {
  legacy::check_parameters(fields, legacy::Operation::query);
  dynamodb::QueryRequest request;
  request.select = select_of(fields);
  request.index_name = index_name(fields["IndexName"]);
  request.return_consumed_capacity = return_consumed_capacity(fields);
  request.table_name = table_name(fields);
  request.limit = fields["Limit"].integer();
  if (request.limit && *request.limit < 1) fields.faults().invalid(dynamodb::errors::query_limit_below_one());
  request.scan_index_forward = fields["ScanIndexForward"].boolean().value_or(true);
  const Field key_condition = fields["KeyConditionExpression"];
  request.key_condition_expression = key_condition.text().value_or("");
  read_rest(fields, "QueryFilter", request);
  const bool has_key_conditions =
      legacy::read_key_conditions(fields, request.key_condition_expression, request.attributes);
  if (!key_condition.present() && !has_key_conditions) {
    fields.faults().invalid(dynamodb::errors::key_condition_required());
  }
  return request;
}

dynamodb::ScanRequest read_scan(const Field& fields) {
  legacy::check_parameters(fields, legacy::Operation::scan);
  dynamodb::ScanRequest request;
  request.select = select_of(fields);
  request.index_name = index_name(fields["IndexName"]);
  request.total_segments =
      fields["TotalSegments"].integer({.min = 1, .max = std::int64_t{dynamodb::limits::scan_segments_max}});
  request.return_consumed_capacity = return_consumed_capacity(fields);
  request.table_name = table_name(fields);
  request.segment = fields["Segment"].integer({.min = 0, .max = std::int64_t{dynamodb::limits::scan_segments_max - 1}});
  request.limit = fields["Limit"].integer({.min = 1});
  read_rest(fields, "ScanFilter", request);
  return request;
}

}  // namespace

template <>
dynamodb::Result<dynamodb::QueryRequest> parse(std::string_view body) {
  return parse_body<dynamodb::QueryRequest>(body, read_query);
}

template <>
dynamodb::Result<dynamodb::ScanRequest> parse(std::string_view body) {
  return parse_body<dynamodb::ScanRequest>(body, read_scan);
}

}  // namespace wire
