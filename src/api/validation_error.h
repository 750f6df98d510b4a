// What is wrong with a request's fields, in the shape of pydantic 2 as the earlier service sent it:
// {"type":…,"loc":["body","duration"],"msg":…,"input":…,"ctx":{…}}. The texts stand in validation_error.cc only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "json/value.h"
#include "json/writer.h"

namespace api {

// Where in the request: ["body"], ["body","name"], ["query","limit"], ["header","Idempotency-Key"], or a byte position
// in the body.
struct Location {
  std::string_view place;  // "body", "query", "header"
  std::variant<std::monostate, std::string, std::size_t> field;
};
[[nodiscard]] inline Location body_field(std::string_view name) {
  return {"body", std::string(name)};
}
[[nodiscard]] inline Location query_field(std::string_view name) {
  return {"query", std::string(name)};
}

struct ValidationError {
  std::string type;
  Location location;
  std::string message;
  json::Value input;                                           // what was sent
  std::optional<std::pair<std::string, json::Value>> context;  // the limit, or the reason
};
using ValidationErrors = std::vector<ValidationError>;

// Input beyond this many bytes is not sent back: four missing fields would repeat a large body four times.
inline constexpr std::size_t echoed_input_bytes_max = 16 * 1024;

// {"detail":[…]}
[[nodiscard]] std::string render(const ValidationErrors& errors);

namespace invalid {
ValidationError missing(Location location, json::Value input);
ValidationError not_an_object(json::Value input);
ValidationError not_json(std::size_t position, std::string reason);
ValidationError not_a_string(Location location, json::Value input);
ValidationError lone_surrogate(Location location, json::Value input);
ValidationError too_short(Location location, json::Value input, std::size_t characters_min);
ValidationError too_long(Location location, json::Value input, std::size_t characters_max);
ValidationError not_a_number(Location location, json::Value input);
ValidationError not_numeric_text(Location location, json::Value input);
ValidationError not_finite(Location location, json::Value input);
ValidationError below(Location location, json::Value input, double minimum);
ValidationError above(Location location, json::Value input, double maximum);
ValidationError integer_below(Location location, json::Value input, std::int64_t minimum);
ValidationError integer_above(Location location, json::Value input, std::int64_t maximum);
ValidationError not_an_integer(Location location, json::Value input);
ValidationError integer_too_large(Location location, json::Value input);
ValidationError not_a_boolean(Location location, json::Value input);
ValidationError not_one_of(Location location, json::Value input, std::span<const std::string_view> choices);
ValidationError not_a_date(Location location, json::Value input);
ValidationError unreadable_date(Location location, json::Value input, std::string_view reason);
ValidationError date_out_of_range(Location location, json::Value input, std::string_view reason);
ValidationError date_with_time(Location location, json::Value input);
ValidationError bad_value(Location location, json::Value input, std::string_view reason);
}  // namespace invalid

}  // namespace api
