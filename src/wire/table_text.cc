#include "wire/table_text.h"

#include "dynamodb/key_schema.h"
#include "dynamodb/table_names.h"

namespace wire {
namespace {

std::string_view spelling(dynamodb::ScalarType type) {
  switch (type) {
    case dynamodb::ScalarType::string:
      return "S";
    case dynamodb::ScalarType::number:
      return "N";
    case dynamodb::ScalarType::binary:
      break;
  }
  return "B";
}

}  // namespace

using dynamodb::StreamViewType;

void write_key_schema(const dynamodb::KeySchema& schema, JsonText& out) {
  out.begin_array();
  for (const std::string& name : dynamodb::partition_attributes(schema)) {
    out.begin_object().member("AttributeName", name).member("KeyType", "HASH").end_object();
  }
  for (const std::string& name : dynamodb::sort_attributes(schema)) {
    out.begin_object().member("AttributeName", name).member("KeyType", "RANGE").end_object();
  }
  out.end_array();
}

void write_time(std::chrono::sys_time<std::chrono::milliseconds> time, JsonText& out) {
  constexpr double milliseconds_per_second = 1000;
  out.floating(static_cast<double>(time.time_since_epoch().count()) / milliseconds_per_second);
}

std::string_view stream_view_type_text(StreamViewType type) {
  switch (type) {
    case StreamViewType::keys_only:
      return "KEYS_ONLY";
    case StreamViewType::new_image:
      return "NEW_IMAGE";
    case StreamViewType::old_image:
      return "OLD_IMAGE";
    case StreamViewType::new_and_old_images:
      break;
  }
  return "NEW_AND_OLD_IMAGES";
}

void write_attribute_definitions(const std::vector<dynamodb::AttributeDefinition>& definitions, JsonText& out) {
  out.begin_array();
  for (const dynamodb::AttributeDefinition& attribute : definitions) {
    out.begin_object().member("AttributeName", attribute.name);
    out.member("AttributeType", spelling(attribute.type)).end_object();
  }
  out.end_array();
}

void write_on_demand_throughput(const dynamodb::OnDemandThroughput& throughput, JsonText& out) {
  if (throughput == dynamodb::OnDemandThroughput()) return;
  out.raw_key("OnDemandThroughput").begin_object();
  if (throughput.max_read_request_units) out.raw_key("MaxReadRequestUnits").integer(*throughput.max_read_request_units);
  if (throughput.max_write_request_units) {
    out.raw_key("MaxWriteRequestUnits").integer(*throughput.max_write_request_units);
  }
  out.end_object();
}

void write_projection(const dynamodb::Projection& projection, JsonText& out) {
  out.begin_object();
  out.member("ProjectionType", name_of(projection.type));
  if (!projection.non_key_attributes.empty()) {
    out.raw_key("NonKeyAttributes").begin_array();
    for (const std::string& attribute : projection.non_key_attributes) {
      out.string(attribute);
    }
    out.end_array();
  }
  out.end_object();
}

}  // namespace wire
