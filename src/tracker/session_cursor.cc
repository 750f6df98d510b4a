#include "tracker/session_cursor.h"

#include <array>

#include "tracker/fingerprint.h"
#include "tracker/schema.h"
#include "tracker/time_text.h"

namespace tracker {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";  // RFC 4648, 5
constexpr std::size_t check_characters = 36;
constexpr std::size_t cursor_characters_max = 8192;
constexpr char field_separator = '\n';

std::string to_base64url(std::string_view bytes) {
  std::string text;
  unsigned buffer = 0;
  int bits = 0;
  for (const char byte : bytes) {
    buffer = (buffer << 8) | static_cast<unsigned char>(byte);
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += alphabet[(buffer >> bits) & 0x3F];
    }
    buffer &= (1U << bits) - 1;
  }
  if (bits > 0) text += alphabet[(buffer << (6 - bits)) & 0x3F];
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  unsigned buffer = 0;
  int bits = 0;
  for (const char character : text) {
    const auto value = alphabet.find(character);
    if (value == std::string_view::npos) return std::nullopt;
    buffer = (buffer << 6) | static_cast<unsigned>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((buffer >> bits) & 0xFF);
    buffer &= (1U << bits) - 1;
  }
  // One text for one cursor: what is left over must be zero bits of a last character that was needed.
  if (bits >= 6 || buffer != 0) return std::nullopt;
  return bytes;
}

std::string check_sum(std::string_view payload, const SessionFilter& filter) {
  const std::string first = filter.dates.first ? format_date(*filter.dates.first) : "";
  const std::string last = filter.dates.last ? format_date(*filter.dates.last) : "";
  const std::string athlete = filter.athlete_id ? "=" + *filter.athlete_id : "";
  const std::string sport = filter.sport ? "=" + *filter.sport : "";
  return fingerprint("session cursor", {payload, first, last, athlete, sport, filter.text.value_or("")});
}

}  // namespace

std::string encode_cursor(const SessionPosition& position, const SessionFilter& filter) {
  // Ids may hold any text, so the lengths say where a field ends.
  const std::string payload = std::to_string(position.date_sort_key.size()) + field_separator +
                              std::to_string(position.partition.size()) + field_separator + position.date_sort_key +
                              position.partition + position.sort;
  return to_base64url(check_sum(payload, filter) + payload);
}

std::optional<SessionPosition> decode_cursor(std::string_view cursor, const SessionFilter& filter) {
  if (cursor.size() > cursor_characters_max) return std::nullopt;
  const auto bytes = from_base64url(cursor);
  if (!bytes || bytes->size() < check_characters) return std::nullopt;
  const std::string_view payload = std::string_view(*bytes).substr(check_characters);
  if (check_sum(payload, filter) != bytes->substr(0, check_characters)) return std::nullopt;

  std::string_view rest = payload;
  std::array<std::size_t, 2> lengths{};
  for (auto& length : lengths) {
    std::size_t digits = 0;
    for (; digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9' && digits < 5; ++digits) {
      length = length * 10 + static_cast<std::size_t>(rest[digits] - '0');
    }
    if (digits == 0 || digits >= rest.size() || rest[digits] != field_separator) return std::nullopt;
    rest.remove_prefix(digits + 1);
  }
  if (lengths[0] + lengths[1] > rest.size()) return std::nullopt;
  SessionPosition position{.date_sort_key = std::string(rest.substr(0, lengths[0])),
                           .partition = std::string(rest.substr(lengths[0], lengths[1])),
                           .sort = std::string(rest.substr(lengths[0] + lengths[1]))};
  const bool is_of_a_day = position.date_sort_key.find(schema::sort_key_separator) != std::string::npos;
  if (!is_of_a_day || position.partition.empty() || position.sort.empty()) return std::nullopt;
  return position;
}

}  // namespace tracker
