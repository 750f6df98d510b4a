#include "engine/stream_rows.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "dynamodb/item_size.h"
#include "dynamodb/key.h"
#include "engine/byte_codec.h"
#include "engine/system_keys.h"

namespace engine {
namespace {

using dynamodb::EncodedItem;
using dynamodb::StreamEventName;
using dynamodb::StreamViewType;

constexpr std::size_t sequence_digits = 20;  // after the leading 1

std::uint64_t milliseconds_of(Time time) {
  return static_cast<std::uint64_t>(time.time_since_epoch().count());
}

Time time_of(std::uint64_t milliseconds) {
  return Time(std::chrono::milliseconds(static_cast<std::int64_t>(milliseconds)));
}

void append_image(std::string& out, const std::optional<EncodedItem>& image) {
  append_integer(out, static_cast<std::uint8_t>(image ? 1 : 0));
  if (image) append_string(out, image->bytes());
}

std::optional<EncodedItem> take_image(ByteReader& reader) {
  if (reader.integer<std::uint8_t>() == 0) return std::nullopt;
  return EncodedItem::from_bytes(reader.string());
}

std::size_t size_of(const std::optional<EncodedItem>& image) {
  return image ? dynamodb::item_size_bytes(*image) : 0;
}

// https://xorshift.di.unimi.it/splitmix64.c (public domain): one to one, so that different numbers stay different.
std::uint64_t mixed(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

std::string event_id(const Stream& stream, std::uint64_t number) {
  std::array<char, 33> text{};
  const int length = std::snprintf(text.data(), text.size(), "%016llx%016llx",
                                   static_cast<unsigned long long>(mixed(milliseconds_of(stream.created_at))),
                                   static_cast<unsigned long long>(mixed(number)));
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::string encode_stream(const Stream& stream) {
  std::string out;
  append_integer(out, stream.table_id);
  append_integer(out, static_cast<std::uint8_t>(stream.view_type));
  append_integer(out, milliseconds_of(stream.created_at));
  append_string(out, stream.key_schema.partition_key);
  append_string(out, stream.key_schema.sort_key.value_or(""));
  append_integer(out, stream.first_number);
  append_integer(out, stream.last_number);
  append_integer(out, static_cast<std::uint8_t>(stream.closed_at ? 1 : 0));
  append_integer(out, stream.closed_at ? milliseconds_of(*stream.closed_at) : std::uint64_t{0});
  append_integer(out, stream.trimmed_through);
  return out;
}

Stream decode_stream(std::string_view row_key, std::string_view bytes) {
  Stream stream;
  const auto name = system_keys::name_of_stream(row_key);
  stream.table_name = name.table_name;
  stream.label = name.label;
  ByteReader reader(bytes);
  stream.table_id = reader.integer<std::uint32_t>();
  stream.view_type = static_cast<StreamViewType>(reader.integer<std::uint8_t>());
  stream.created_at = time_of(reader.integer<std::uint64_t>());
  stream.key_schema.partition_key = reader.string();
  if (std::string sort_key = reader.string(); !sort_key.empty()) stream.key_schema.sort_key = std::move(sort_key);
  stream.first_number = reader.integer<std::uint64_t>();
  stream.last_number = reader.integer<std::uint64_t>();
  const bool is_closed = reader.integer<std::uint8_t>() != 0;
  const Time closed_at = time_of(reader.integer<std::uint64_t>());
  if (is_closed) stream.closed_at = closed_at;
  stream.trimmed_through = reader.integer<std::uint64_t>();
  return stream;
}

std::string stream_row_key(const Stream& stream) {
  return system_keys::stream(stream.table_name, stream.label);
}

std::string record_row_key(const Stream& stream, std::uint64_t number) {
  return system_keys::stream_record(stream.table_id, stream.label, number);
}

RowChange stream_record_row(const ItemChange& change, std::uint64_t number, Time now) {
  const dynamodb::TableDefinition& definition = change.table->definition;
  const StreamViewType view = definition.stream_view_type.value();
  const bool with_new = view == StreamViewType::new_image || view == StreamViewType::new_and_old_images;
  const bool with_old = view == StreamViewType::old_image || view == StreamViewType::new_and_old_images;
  const auto event = !change.before  ? StreamEventName::insert
                     : !change.after ? StreamEventName::remove
                                     : StreamEventName::modify;
  std::string value;
  append_integer(value,
                 static_cast<std::uint64_t>(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count()));
  append_integer(value, static_cast<std::uint8_t>(event));
  append_integer(value, static_cast<std::uint8_t>(change.by_time_to_live ? 1 : 0));
  append_string(value, EncodedItem(decode_item_key(change.key, definition)).bytes());
  append_image(value, with_new ? change.after : std::nullopt);
  append_image(value, with_old ? change.before : std::nullopt);
  return {system_keys::stream_record(change.table->id, change.table->stream_label, number), std::move(value)};
}

dynamodb::StreamRecord decode_record(const Stream& stream, std::string_view row_key, std::string_view bytes,
                                     const std::string& region) {
  const std::uint64_t number = system_keys::number_of_stream_record(row_key);
  ByteReader reader(bytes);
  dynamodb::StreamRecord record;
  record.event_id = event_id(stream, number);
  record.region = region;
  record.sequence_number = sequence_number(number);
  record.view_type = stream.view_type;
  record.created_at =
      std::chrono::sys_seconds(std::chrono::seconds(static_cast<std::int64_t>(reader.integer<std::uint64_t>())));
  record.event_name = static_cast<StreamEventName>(reader.integer<std::uint8_t>());
  if (reader.integer<std::uint8_t>() != 0) {
    record.user_identity = dynamodb::StreamUserIdentity{.type = "Service", .principal_id = "dynamodb.amazonaws.com"};
  }
  record.keys = EncodedItem::from_bytes(reader.string()).decode();
  record.new_image = take_image(reader);
  record.old_image = take_image(reader);
  record.size_bytes = static_cast<std::int64_t>(dynamodb::item_size_bytes(record.keys) + size_of(record.new_image) +
                                                size_of(record.old_image));
  return record;
}

std::chrono::sys_seconds time_of_record(std::string_view bytes) {
  return std::chrono::sys_seconds(
      std::chrono::seconds(static_cast<std::int64_t>(ByteReader(bytes).integer<std::uint64_t>())));
}

bool is_expired(std::chrono::sys_seconds record_time, Time now) {
  return record_time + stream_retention <= now;
}

std::string sequence_number(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  return "1" + std::string(sequence_digits - digits.size(), '0') + digits;
}

std::optional<std::uint64_t> parse_sequence_number(std::string_view text) {
  const bool decimal = std::ranges::all_of(text, [](char digit) { return digit >= '0' && digit <= '9'; });
  if (!decimal || text.size() != sequence_digits + 1 || text.front() != '1') return std::nullopt;
  std::uint64_t number = 0;
  for (const char digit : text.substr(1)) number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  if (sequence_number(number) != text) return std::nullopt;  // beyond 64 bits
  return number;
}

std::string stream_arn(const Stream& stream, const std::string& region) {
  return "arn:aws:dynamodb:" + region + ":000000000000:table/" + stream.table_name + "/stream/" + stream.label;
}

std::string shard_id(const Stream& stream) {
  std::array<char, 48> text{};
  const int length = std::snprintf(text.data(), text.size(), "shardId-%020llu-%08x",
                                   static_cast<unsigned long long>(milliseconds_of(stream.created_at)),
                                   static_cast<unsigned>(mixed(stream.table_id) & 0xffffffffU));
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace engine
