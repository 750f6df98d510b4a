#include "api/validation_error.h"

#include <fmt/format.h>

#include <cmath>

#include "api/number_text.h"

namespace api {
namespace {

// Written as the earlier service did: whole numbers as they came, others as Python prints a float, what is beyond a
// double as null, since JSON has no such number.
void write_input(json::Writer& writer, const json::Value& input) {
  if (const auto* number = input.get_if<json::Number>()) {
    const double value = number_value(number->text);
    if (number->text.find_first_of(".eE") == std::string::npos) {
      writer.raw_number(number->text);
    } else if (std::isfinite(value)) {
      writer.floating(value);
    } else {
      writer.null();
    }
  } else if (const auto* array = input.get_if<json::Array>()) {
    writer.start_array();
    for (const auto& element : *array) write_input(writer, element);  // no deeper than json::depth_max
    writer.end_array();
  } else if (const auto* object = input.get_if<json::Object>()) {
    writer.start_object();
    for (const auto& [name, member] : *object) {
      writer.key(name);
      write_input(writer, member);
    }
    writer.end_object();
  } else {
    writer.value(input);
  }
}

bool is_large(const json::Value& input, std::size_t& budget) {
  const auto spend = [&budget](std::size_t bytes) {
    if (bytes >= budget) return true;
    budget -= bytes;
    return false;
  };
  if (const auto* text = input.get_if<std::string>()) return spend(text->size());
  if (const auto* number = input.get_if<json::Number>()) return spend(number->text.size());
  if (const auto* array = input.get_if<json::Array>()) {
    for (const auto& element : *array) {
      if (is_large(element, budget)) return true;
    }
  } else if (const auto* object = input.get_if<json::Object>()) {
    for (const auto& [name, member] : *object) {
      if (spend(name.size()) || is_large(member, budget)) return true;
    }
  }
  return spend(1);
}

void write_error(json::Writer& writer, const ValidationError& error) {
  writer.start_object().key("type").string(error.type);
  writer.key("loc").start_array().string(error.location.place);
  if (const auto* name = std::get_if<std::string>(&error.location.field)) writer.string(*name);
  if (const auto* position = std::get_if<std::size_t>(&error.location.field)) {
    writer.integer(static_cast<std::int64_t>(*position));
  }
  writer.end_array().key("msg").string(error.message).key("input");
  std::size_t budget = echoed_input_bytes_max;
  is_large(error.input, budget) ? static_cast<void>(writer.null()) : write_input(writer, error.input);
  if (error.context) {
    writer.key("ctx").start_object().key(error.context->first).value(error.context->second).end_object();
  }
  writer.end_object();
}

json::Value text_value(std::string_view text) {
  return json::Value(std::string(text));
}
json::Value number(std::string text) {
  return json::Value(json::Number{std::move(text)});
}
ValidationError make(std::string_view type, Location location, std::string message, json::Value input) {
  return {std::string(type), std::move(location), std::move(message), std::move(input), std::nullopt};
}
ValidationError with_context(ValidationError error, std::string_view name, json::Value value) {
  error.context.emplace(std::string(name), std::move(value));
  return error;
}

}  // namespace

std::string render(const ValidationErrors& errors) {
  json::Writer writer;
  writer.start_object().key("detail").start_array();
  for (const auto& error : errors) write_error(writer, error);
  writer.end_array().end_object();
  return writer.take();
}

namespace invalid {

ValidationError missing(Location location, json::Value input) {
  return make("missing", std::move(location), "Field required", std::move(input));
}
ValidationError not_an_object(json::Value input) {
  return make("model_attributes_type", {"body", {}},
              "Input should be a valid dictionary or object to extract fields from", std::move(input));
}
ValidationError not_json(std::size_t position, std::string reason) {
  return with_context(make("json_invalid", {"body", position}, "JSON decode error", json::Value(json::Object{})),
                      "error", json::Value(std::move(reason)));
}
ValidationError not_a_string(Location location, json::Value input) {
  return make("string_type", std::move(location), "Input should be a valid string", std::move(input));
}
ValidationError lone_surrogate(Location location, json::Value input) {
  return make("string_unicode", std::move(location),
              "Input should be a valid string, unable to parse raw data as a unicode string", std::move(input));
}
ValidationError too_short(Location location, json::Value input, std::size_t characters_min) {
  return with_context(
      make("string_too_short", std::move(location),
           fmt::format("String should have at least {} character{}", characters_min, characters_min == 1 ? "" : "s"),
           std::move(input)),
      "min_length", number(fmt::format("{}", characters_min)));
}
ValidationError too_long(Location location, json::Value input, std::size_t characters_max) {
  return with_context(make("string_too_long", std::move(location),
                           fmt::format("String should have at most {} characters", characters_max), std::move(input)),
                      "max_length", number(fmt::format("{}", characters_max)));
}
ValidationError not_a_number(Location location, json::Value input) {
  return make("float_type", std::move(location), "Input should be a valid number", std::move(input));
}
ValidationError not_numeric_text(Location location, json::Value input) {
  return make("float_parsing", std::move(location),
              "Input should be a valid number, unable to parse string as a number", std::move(input));
}
ValidationError not_finite(Location location, json::Value input) {
  return make("finite_number", std::move(location), "Input should be a finite number", std::move(input));
}
ValidationError below(Location location, json::Value input, double minimum) {
  return with_context(make("greater_than_equal", std::move(location),
                           fmt::format("Input should be greater than or equal to {:.0f}", minimum), std::move(input)),
                      "ge", number(json::format_double(minimum)));
}
ValidationError above(Location location, json::Value input, double maximum) {
  return with_context(make("less_than_equal", std::move(location),
                           fmt::format("Input should be less than or equal to {:.0f}", maximum), std::move(input)),
                      "le", number(json::format_double(maximum)));
}
ValidationError integer_below(Location location, json::Value input, std::int64_t minimum) {
  return with_context(make("greater_than_equal", std::move(location),
                           fmt::format("Input should be greater than or equal to {}", minimum), std::move(input)),
                      "ge", number(fmt::format("{}", minimum)));
}
ValidationError integer_above(Location location, json::Value input, std::int64_t maximum) {
  return with_context(make("less_than_equal", std::move(location),
                           fmt::format("Input should be less than or equal to {}", maximum), std::move(input)),
                      "le", number(fmt::format("{}", maximum)));
}
ValidationError not_an_integer(Location location, json::Value input) {
  return make("int_parsing", std::move(location),
              "Input should be a valid integer, unable to parse string as an integer", std::move(input));
}
ValidationError integer_too_large(Location location, json::Value input) {
  return make("int_parsing_size", std::move(location),
              "Unable to parse input string as an integer, exceeded maximum size", std::move(input));
}
ValidationError not_a_boolean(Location location, json::Value input) {
  return make("bool_parsing", std::move(location), "Input should be a valid boolean, unable to interpret input",
              std::move(input));
}
ValidationError not_one_of(Location location, json::Value input, std::span<const std::string_view> choices) {
  std::string expected;
  for (std::size_t index = 0; index < choices.size(); ++index) {
    if (index > 0) expected += index + 1 < choices.size() ? ", " : " or ";
    expected += fmt::format("'{}'", choices[index]);
  }
  return with_context(make("enum", std::move(location), fmt::format("Input should be {}", expected), std::move(input)),
                      "expected", text_value(expected));
}
ValidationError not_a_date(Location location, json::Value input) {
  return make("date_type", std::move(location), "Input should be a valid date", std::move(input));
}
ValidationError unreadable_date(Location location, json::Value input, std::string_view reason) {
  return with_context(make("date_from_datetime_parsing", std::move(location),
                           fmt::format("Input should be a valid date or datetime, {}", reason), std::move(input)),
                      "error", text_value(reason));
}
ValidationError date_out_of_range(Location location, json::Value input, std::string_view reason) {
  return with_context(
      make("date_parsing", std::move(location),
           fmt::format("Input should be a valid date in the format YYYY-MM-DD, {}", reason), std::move(input)),
      "error", text_value(reason));
}
ValidationError date_with_time(Location location, json::Value input) {
  return make("date_from_datetime_inexact", std::move(location),
              "Datetimes provided to dates should have zero time - e.g. be exact dates", std::move(input));
}
ValidationError bad_value(Location location, json::Value input, std::string_view reason) {
  return with_context(
      make("value_error", std::move(location), fmt::format("Value error, {}", reason), std::move(input)), "error",
      text_value(reason));
}

}  // namespace invalid
}  // namespace api
