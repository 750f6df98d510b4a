#include "tracker/schema.h"

#include <cstdint>

namespace tracker::schema {
namespace {

// Length of the UTF-8 sequence that begins at `text[at]`; 0 when it is not well-formed (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t index) -> unsigned {
    return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
  };
  const auto continues = [&](std::size_t index, unsigned low = 0x80, unsigned high = 0xBF) {
    return byte(index) >= low && byte(index) <= high;
  };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;   // no overlong form
    const unsigned high = lead == 0xED ? 0x9F : 0xBF;  // no surrogate
    return continues(at + 1, low, high) && continues(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;  // nothing beyond U+10FFFF
    return continues(at + 1, low, high) && continues(at + 2) && continues(at + 3) ? 4 : 0;
  }
  return 0;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string joined(std::string_view prefix, std::string_view rest) {
  std::string text(prefix);
  text += rest;
  return text;
}

}  // namespace

bool is_possible_id(std::string_view id) {
  return !id.empty() && id.size() <= id_bytes_max && is_utf8(id);
}

std::string athlete_partition(std::string_view athlete) {
  return joined(athlete_prefix, athlete);
}
std::string session_sort_key(std::string_view session) {
  return joined(session_prefix, session);
}

dynamodb::Key key(std::string partition, std::string sort) {
  dynamodb::Key both;
  both.emplace(std::string(pk), std::move(partition));
  both.emplace(std::string(sk), std::move(sort));
  return both;
}
dynamodb::Key athlete_key(std::string_view athlete) {
  return key(athlete_partition(athlete), athlete_partition(athlete));
}
dynamodb::Key session_key(std::string_view athlete, std::string_view session) {
  return key(athlete_partition(athlete), session_sort_key(session));
}

bool is_athlete_key(const dynamodb::Item& key) {
  const std::string* partition = find_string(key, pk);
  const std::string* sort = find_string(key, sk);
  return partition != nullptr && sort != nullptr && *partition == *sort && partition->starts_with(athlete_prefix);
}

const std::string* find_string(const dynamodb::Item& item, std::string_view attribute) {
  const auto found = item.find(attribute);
  return found == item.end() ? nullptr : found->second.get_if<std::string>();
}

std::string describe_key(const dynamodb::Item& item) {
  const std::string* partition = find_string(item, pk);
  const std::string* sort = find_string(item, sk);
  return (partition != nullptr ? *partition : std::string("?")) + " / " + (sort != nullptr ? *sort : std::string("?"));
}

}  // namespace tracker::schema
