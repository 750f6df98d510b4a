#include "api/request_body.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "api/text.h"
#include "http/utf8.h"

namespace api {
namespace {

bool is_json_type(std::optional<std::string_view> content_type) {
  if (!content_type) return true;
  const std::string media_type = ascii_lower(trim(content_type->substr(0, content_type->find(';'))));
  return media_type == "application/json" || (media_type.starts_with("application/") && media_type.ends_with("+json"));
}

// The code unit of "\uXXXX" at the start of `text`.
std::optional<std::uint16_t> escaped_code_unit(std::string_view text) {
  constexpr std::size_t length = 6;
  if (text.size() < length || !text.starts_with("\\u")) return std::nullopt;
  std::uint16_t unit = 0;
  const char* const end = text.data() + length;
  const auto [stop, error] = std::from_chars(text.data() + 2, end, unit, 16);
  if (error != std::errc() || stop != end) return std::nullopt;
  return unit;
}

bool is_high_surrogate(std::uint16_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(std::uint16_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// How many bytes the escape at the start of `text` takes, and whether it is a lone surrogate.
struct Escape {
  std::size_t length = 2;
  bool lone_surrogate = false;
};
Escape read_escape(std::string_view text) {
  constexpr std::size_t unit_length = 6;
  const auto unit = escaped_code_unit(text);
  if (!unit) return {std::min<std::size_t>(2, text.size()), false};
  if (is_low_surrogate(*unit)) return {unit_length, true};
  if (!is_high_surrogate(*unit)) return {unit_length, false};
  const auto next = escaped_code_unit(text.substr(unit_length));
  if (next && is_low_surrogate(*next)) return {2 * unit_length, false};
  return {unit_length, true};
}

// The document with 1e999 for NaN and the infinities, and `replacement` for lone surrogates.
std::string repair(std::string_view text, std::string_view replacement) {
  static constexpr std::string_view literals[] = {"NaN", "-Infinity", "Infinity"};
  std::string repaired;
  repaired.reserve(text.size());
  bool in_string = false;
  while (!text.empty()) {
    std::size_t length = 1;
    std::string_view written = text.substr(0, 1);
    if (in_string && text.front() == '\\') {
      const auto escape = read_escape(text);
      length = escape.length;
      written = escape.lone_surrogate ? replacement : text.substr(0, length);
    } else if (text.front() == '"') {
      in_string = !in_string;
    } else if (!in_string) {
      for (const auto literal : literals) {
        if (!text.starts_with(literal)) continue;
        length = literal.size();
        written = "1e999";
        break;
      }
    }
    repaired += written;
    text.remove_prefix(length);
  }
  return repaired;
}

// Read twice, with two different characters in place of every lone surrogate: where the two differ, there was one.
std::optional<ParsedBody> parse_repaired(std::string_view text) {
  auto value = json::parse(repair(text, "\xEF\xBF\xBD"));
  const auto other = json::parse(repair(text, "\xEF\xBF\xBC"));
  if (!value || !other) return std::nullopt;
  ParsedBody body;
  if (const auto* object = value->get_if<json::Object>()) {
    const auto& members = *other->get_if<json::Object>();
    for (std::size_t index = 0; index < object->size(); ++index) {
      if ((*object)[index] != members[index]) body.fields_with_lone_surrogates.push_back((*object)[index].first);
    }
  }
  body.value = std::move(*value);
  return body;
}

ValidationErrors just(ValidationError error) {
  ValidationErrors errors;
  errors.push_back(std::move(error));
  return errors;
}

}  // namespace

std::expected<ParsedBody, BodyProblem> parse_body(const http::Request& request) {
  if (request.body.empty()) return std::unexpected(just(invalid::missing({"body", {}}, json::Value())));
  if (!http::is_utf8(request.body)) return std::unexpected(BodyNotUtf8{});
  if (!is_json_type(request.headers.find("Content-Type"))) {
    return std::unexpected(just(invalid::not_an_object(json::Value(request.body))));
  }
  ParsedBody body;
  if (auto value = json::parse(request.body)) {
    body.value = std::move(*value);
  } else if (auto repaired = parse_repaired(request.body)) {
    body = std::move(*repaired);
  } else {
    return std::unexpected(just(invalid::not_json(value.error().position, value.error().message)));
  }
  if (body.value.get_if<json::Null>() != nullptr) {
    return std::unexpected(just(invalid::missing({"body", {}}, json::Value())));
  }
  if (body.value.get_if<json::Object>() == nullptr) {
    return std::unexpected(just(invalid::not_an_object(std::move(body.value))));
  }
  return body;
}

}  // namespace api
