// Time to live, and tags.
#include <utility>

#include "dynamodb/limits.h"
#include "wire/members.h"
#include "wire/parse.h"
#include "wire/table_members.h"
#include "wire/table_tags.h"

namespace wire {

using dynamodb::Result;

namespace {

// "ResourceArn"; its absence is told before any constraint.
std::string resource_arn(const Field& request) {
  const Field arn = request["ResourceArn"];
  if (!arn.present()) request.faults().unreadable(dynamodb::errors::resource_arn_missing());
  return arn.text().value_or("");
}

}  // namespace

std::vector<dynamodb::Tag> tags(const Field& field) {
  std::vector<dynamodb::Tag> tags;
  field.list({}, [&](const Field& element) {
    if (!element.structure("Tag")) return;
    std::string key = element["Key"].required().text().value_or("");
    tags.push_back({std::move(key), element["Value"].required().text().value_or("")});
  });
  return tags;
}

template <>
Result<dynamodb::UpdateTimeToLiveRequest> parse(std::string_view body) {
  return parse_body<dynamodb::UpdateTimeToLiveRequest>(body, [](const Field& fields) {
    dynamodb::UpdateTimeToLiveRequest request;
    request.table_name = required_table_name(fields);
    const Field specification = fields["TimeToLiveSpecification"];
    if (specification.required().structure("TimeToLiveSpecification")) {
      request.enabled = specification["Enabled"].required().boolean().value_or(false);
      request.attribute_name = specification["AttributeName"]
                                   .required()
                                   .text({.min = 1, .max = dynamodb::limits::key_attribute_name_bytes_max})
                                   .value_or("");
    }
    return request;
  });
}

template <>
Result<dynamodb::DescribeTimeToLiveRequest> parse(std::string_view body) {
  return parse_body<dynamodb::DescribeTimeToLiveRequest>(
      body, [](const Field& fields) { return dynamodb::DescribeTimeToLiveRequest{required_table_name(fields)}; });
}

template <>
Result<dynamodb::TagResourceRequest> parse(std::string_view body) {
  return parse_body<dynamodb::TagResourceRequest>(body, [](const Field& fields) {
    dynamodb::TagResourceRequest request;
    request.resource_arn = resource_arn(fields);
    request.tags = tags(fields["Tags"].required());
    return request;
  });
}

template <>
Result<dynamodb::UntagResourceRequest> parse(std::string_view body) {
  return parse_body<dynamodb::UntagResourceRequest>(body, [](const Field& fields) {
    dynamodb::UntagResourceRequest request;
    request.resource_arn = resource_arn(fields);
    fields["TagKeys"].required().list({},
                                      [&](const Field& key) { request.tag_keys.push_back(key.text().value_or("")); });
    return request;
  });
}

template <>
Result<dynamodb::ListTagsOfResourceRequest> parse(std::string_view body) {
  return parse_body<dynamodb::ListTagsOfResourceRequest>(body, [](const Field& fields) {
    dynamodb::ListTagsOfResourceRequest request;
    request.resource_arn = resource_arn(fields);
    request.next_token = fields["NextToken"].text();
    return request;
  });
}

}  // namespace wire
