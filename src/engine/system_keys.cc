#include "engine/system_keys.h"

#include "engine/byte_codec.h"

namespace engine::system_keys {
namespace {

// One byte after the id. They are on disk: never reuse one for something else.
enum class Kind : char {
  counts = 'C',
  token_expiry = 'E',
  token = 'K',
  time_to_live = 'L',
  next_id = 'N',
  partition_count = 'P',
  stream_number = 'Q',
  stream_record = 'R',
  stream = 'S',
  table = 'T',
};
constexpr std::size_t kind_bytes = key_id_bytes + 1;

std::string of_kind(Kind kind) {
  std::string key;
  append_integer(key, system_id);
  key.push_back(static_cast<char>(kind));
  return key;
}

KeyRange with_prefix(std::string prefix) {
  std::string upper = after_prefix(prefix);
  return {std::move(prefix), std::move(upper)};
}

}  // namespace

std::string next_id() {
  return of_kind(Kind::next_id);
}

std::string table(std::string_view name) {
  return of_kind(Kind::table).append(name);
}

KeyRange all_tables() {
  return with_prefix(of_kind(Kind::table));
}

std::string counts(std::uint32_t id) {
  std::string key = of_kind(Kind::counts);
  append_integer(key, id);
  return key;
}

std::string partition_count(std::string_view prefix) {
  return of_kind(Kind::partition_count).append(prefix);
}

KeyRange partition_counts(std::uint32_t id) {
  std::string prefix = of_kind(Kind::partition_count);
  append_integer(prefix, id);
  return with_prefix(std::move(prefix));
}

std::string_view prefix_of_partition_count(std::string_view key) {
  return key.substr(kind_bytes);
}

std::string token(std::string_view client_request_token) {
  return of_kind(Kind::token).append(client_request_token);
}

std::string token_expiry(std::uint64_t expires_at_ms, std::string_view client_request_token) {
  std::string key = of_kind(Kind::token_expiry);
  append_integer(key, expires_at_ms);
  return key.append(client_request_token);
}

KeyRange expired_tokens(std::uint64_t now_ms) {
  return {of_kind(Kind::token_expiry), token_expiry(now_ms + 1, {})};
}

std::string_view token_of_expiry(std::string_view key) {
  return key.substr(kind_bytes + sizeof(std::uint64_t));
}

std::string time_to_live(std::uint32_t table_id, std::uint64_t expiry_seconds, std::string_view item_key) {
  std::string key = of_kind(Kind::time_to_live);
  append_integer(key, table_id);
  append_integer(key, expiry_seconds);
  return key.append(item_key);
}

KeyRange times_to_live(std::uint32_t table_id) {
  std::string prefix = of_kind(Kind::time_to_live);
  append_integer(prefix, table_id);
  return with_prefix(std::move(prefix));
}

KeyRange times_to_live(std::uint32_t table_id, std::uint64_t first_seconds, std::uint64_t end_seconds) {
  return {time_to_live(table_id, first_seconds, {}), time_to_live(table_id, end_seconds, {})};
}

KeyRange all_times_to_live() {
  return with_prefix(of_kind(Kind::time_to_live));
}

std::string_view item_key_of_time_to_live(std::string_view key) {
  return key.substr(kind_bytes + sizeof(std::uint32_t) + sizeof(std::uint64_t));
}

std::string stream(std::string_view table_name, std::string_view label) {
  std::string key = of_kind(Kind::stream);
  key.append(table_name).push_back('\0');  // which no name has
  return key.append(label);
}

KeyRange streams(std::string_view table_name) {
  return with_prefix(stream(table_name, {}));
}

KeyRange all_streams() {
  return with_prefix(of_kind(Kind::stream));
}

StreamName name_of_stream(std::string_view key) {
  const std::string_view name = key.substr(kind_bytes);
  const auto end = name.find('\0');
  if (end == std::string_view::npos) throw std::runtime_error("a stream's row has no name");
  return {.table_name = name.substr(0, end), .label = name.substr(end + 1)};
}

std::string stream_record(std::uint32_t table_id, std::string_view label, std::uint64_t number) {
  std::string key = stream_records(table_id, label).lower;
  append_integer(key, number);
  return key;
}

KeyRange stream_records(std::uint32_t table_id, std::string_view label) {
  std::string prefix = of_kind(Kind::stream_record);
  append_integer(prefix, table_id);
  append_string(prefix, label);
  return with_prefix(std::move(prefix));
}

KeyRange all_stream_records() {
  return with_prefix(of_kind(Kind::stream_record));
}

std::uint64_t number_of_stream_record(std::string_view key) {
  return ByteReader(key.substr(key.size() - sizeof(std::uint64_t))).integer<std::uint64_t>();
}

std::string last_stream_number() {
  return of_kind(Kind::stream_number);
}

}  // namespace engine::system_keys
