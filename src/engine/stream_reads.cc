#include "engine/stream_reads.h"

#include "engine/byte_codec.h"
#include "engine/system_keys.h"

namespace engine {
namespace {

constexpr std::string_view separator = "|001|";
constexpr std::string_view digits = "0123456789abcdef";

// FNV-1a, 64 bits, from a basis of our own. Against mistakes and playful hands, not against forgers, who would win
// nothing: whoever may read a stream may read any place of it.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 0x7472616378617465U;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return hash;
}

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text.push_back(digits[value >> 4U]);
    text.push_back(digits[value & 0xFU]);
  }
  return text;
}

std::optional<std::string> bytes_of(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); at += 2) {
    const auto high = digits.find(text[at]);
    const auto low = digits.find(text[at + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes.push_back(static_cast<char>(high * digits.size() + low));
  }
  return bytes;
}

std::string position_bytes(const ShardPosition& position) {
  std::string bytes;
  append_integer(bytes, static_cast<std::uint8_t>(position.next_number ? 1 : 0));
  append_integer(bytes, position.next_number.value_or(0));
  append_integer(bytes, static_cast<std::uint64_t>(position.made_at.time_since_epoch().count()));
  return bytes;
}

}  // namespace

std::optional<std::string> stream_row_key(std::string_view arn, const std::string& region) {
  const std::string prefix = "arn:aws:dynamodb:" + region + ":000000000000:table/";
  constexpr std::string_view middle = "/stream/";
  const auto at = arn.find(middle);
  if (!arn.starts_with(prefix) || at == std::string_view::npos || at < prefix.size()) return std::nullopt;
  return system_keys::stream(arn.substr(prefix.size(), at - prefix.size()), arn.substr(at + middle.size()));
}

dynamodb::Result<std::optional<Stream>> find_stream(const ReadView& view, std::string_view arn,
                                                    const std::string& region, Time now) {
  const auto key = stream_row_key(arn, region);
  if (!key) return std::nullopt;
  const auto row = view.get(*key);
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  Stream stream = decode_stream(*key, **row);
  if (stream.is_gone(now)) return std::nullopt;
  return stream;
}

std::string format_shard_iterator(const ShardPosition& position) {
  std::string bytes = position_bytes(position);
  append_integer(bytes, checksum(position.stream_arn + bytes));
  return position.stream_arn + std::string(separator) + hexadecimal(bytes);
}

std::optional<ShardPosition> parse_shard_iterator(std::string_view text) {
  constexpr std::size_t bytes_expected = 1 + 3 * sizeof(std::uint64_t);
  const auto at = text.find(separator);
  if (at == std::string_view::npos) return std::nullopt;
  const auto bytes = bytes_of(text.substr(at + separator.size()));
  if (!bytes || bytes->size() != bytes_expected) return std::nullopt;
  ByteReader reader(*bytes);
  ShardPosition position;
  position.stream_arn = text.substr(0, at);
  const bool has_number = reader.integer<std::uint8_t>() != 0;
  const auto number = reader.integer<std::uint64_t>();
  if (has_number) position.next_number = number;
  position.made_at = Time(std::chrono::milliseconds(static_cast<std::int64_t>(reader.integer<std::uint64_t>())));
  if (reader.integer<std::uint64_t>() != checksum(position.stream_arn + position_bytes(position))) return std::nullopt;
  return position;
}

}  // namespace engine
