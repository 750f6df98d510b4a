// Answers of time to live and of tags.
#include "wire/json_text.h"
#include "wire/serialize.h"

namespace wire {

using dynamodb::TimeToLiveStatus;

namespace {

std::string_view spelling(TimeToLiveStatus status) {
  switch (status) {
    case TimeToLiveStatus::enabling:
      return "ENABLING";
    case TimeToLiveStatus::disabling:
      return "DISABLING";
    case TimeToLiveStatus::enabled:
      return "ENABLED";
    case TimeToLiveStatus::disabled:
      break;
  }
  return "DISABLED";
}

}  // namespace

std::string serialize(const dynamodb::UpdateTimeToLiveResult& result) {
  JsonText out;
  out.begin_object().raw_key("TimeToLiveSpecification").begin_object();
  out.raw_key("Enabled").boolean(result.enabled).member("AttributeName", result.attribute_name);
  return std::move(out.end_object().end_object()).take();
}

std::string serialize(const dynamodb::DescribeTimeToLiveResult& result) {
  JsonText out;
  out.begin_object().raw_key("TimeToLiveDescription").begin_object();
  out.member("TimeToLiveStatus", spelling(result.status)).optional_member("AttributeName", result.attribute_name);
  return std::move(out.end_object().end_object()).take();
}

// The service answers these two with a body of no bytes.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html
std::string serialize(const dynamodb::TagResourceResult& /*nothing*/) {
  return {};
}

std::string serialize(const dynamodb::UntagResourceResult& /*nothing*/) {
  return {};
}

std::string serialize(const dynamodb::ListTagsOfResourceResult& result) {
  JsonText out;
  out.begin_object().raw_key("Tags").begin_array();
  for (const dynamodb::Tag& tag : result.tags) {
    out.begin_object().member("Key", tag.key).member("Value", tag.value).end_object();
  }
  out.end_array().optional_member("NextToken", result.next_token);
  return std::move(out.end_object()).take();
}

}  // namespace wire
