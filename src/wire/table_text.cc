#include "wire/table_text.h"

namespace wire {

using dynamodb::StreamViewType;

void write_key_schema(const dynamodb::KeySchema& schema, JsonText& out) {
  out.begin_array().begin_object();
  out.member("AttributeName", schema.partition_key).member("KeyType", "HASH").end_object();
  if (schema.sort_key) {
    out.begin_object().member("AttributeName", *schema.sort_key).member("KeyType", "RANGE").end_object();
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

}  // namespace wire
