#include "api/inputs.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "api/date_errors.h"
#include "api/date_text.h"
#include "api/number_text.h"
#include "api/text.h"
#include "tracker/time_text.h"

namespace api {
namespace {

enum class Presence { required, optional };

// Reads one body's fields and gathers what is wrong with them.
class FieldReader {
 public:
  explicit FieldReader(const ParsedBody& body) : body_(body) {}

  [[nodiscard]] bool failed() const { return !errors_.empty(); }
  [[nodiscard]] ValidationErrors take_errors() { return std::move(errors_); }

  // nullopt: absent or null where that is allowed, or wrong.
  std::optional<std::string> text(std::string_view name, Presence presence) {
    const auto* value = find(name, presence);
    if (value == nullptr) return std::nullopt;
    const auto* text = value->get_if<std::string>();
    if (text == nullptr) {
      errors_.push_back(invalid::not_a_string(body_field(name), *value));
      return std::nullopt;
    }
    if (std::ranges::count(body_.fields_with_lone_surrogates, name) > 0) {
      errors_.push_back(invalid::lone_surrogate(body_field(name), *value));
      return std::nullopt;
    }
    return *text;
  }

  std::optional<std::string> text_up_to(std::size_t characters_max, std::string_view name, Presence presence) {
    auto value = text(name, presence);
    if (value && count_code_points(*value) > characters_max) {
      errors_.push_back(invalid::too_long(body_field(name), *body_.value.find(name), characters_max));
      return std::nullopt;
    }
    return value;
  }

  // With no white space around it; a blank one counts as empty.
  std::optional<std::string> trimmed_text(std::size_t characters_min, std::size_t characters_max, std::string_view name,
                                          Presence presence) {
    const auto value = text(name, presence);
    if (!value) return std::nullopt;
    std::string trimmed(trim(*value));
    const std::size_t characters = count_code_points(trimmed);
    if (characters < characters_min) {
      errors_.push_back(invalid::too_short(body_field(name), *body_.value.find(name), characters_min));
    } else if (characters > characters_max) {
      errors_.push_back(invalid::too_long(body_field(name), *body_.value.find(name), characters_max));
    } else {
      return trimmed;
    }
    return std::nullopt;
  }

  std::optional<double> number_up_to(double maximum, std::string_view name, Presence presence) {
    const auto* value = find(name, presence);
    if (value == nullptr) return std::nullopt;
    std::optional<double> number;
    if (const auto* literal = value->get_if<json::Number>()) {
      number = number_value(literal->text);
    } else if (const auto* text = value->get_if<std::string>()) {
      number = parse_number_text(*text);
      if (!number) errors_.push_back(invalid::not_numeric_text(body_field(name), *value));
    } else {
      errors_.push_back(invalid::not_a_number(body_field(name), *value));
    }
    if (!number) return std::nullopt;
    if (!std::isfinite(*number)) {
      errors_.push_back(invalid::not_finite(body_field(name), *value));
    } else if (*number < 0) {
      errors_.push_back(invalid::below(body_field(name), *value, 0));
    } else if (*number > maximum) {
      errors_.push_back(invalid::above(body_field(name), *value, maximum));
    } else {
      return number;
    }
    return std::nullopt;
  }

  // Absent and null are false.
  bool flag(std::string_view name) {
    const auto* value = find(name, Presence::optional);
    if (value == nullptr) return false;
    const auto* flag = value->get_if<bool>();
    if (flag == nullptr) errors_.push_back(invalid::not_a_boolean(body_field(name), *value));
    return flag != nullptr && *flag;
  }

  // As it is stored: UTC, "2026-11-23T04:35:57.900623+00:00".
  std::optional<std::string> timestamp(std::string_view name) {
    const auto value = text(name, Presence::optional);
    if (!value) return std::nullopt;
    if (const auto time = tracker::parse_timestamp(*value)) {
      std::string stored = tracker::format_timestamp(*time);
      if (tracker::parse_timestamp(stored)) return stored;  // still within the years that there are, in UTC
    }
    errors_.push_back(
        invalid::bad_value(body_field(name), *body_.value.find(name), "a timestamp is like 2026-11-23T04:35:57Z"));
    return std::nullopt;
  }

  std::optional<tracker::Date> date(std::string_view name) {
    const auto* value = find(name, Presence::required);
    if (value == nullptr) return std::nullopt;
    const auto* text = value->get_if<std::string>();
    const auto* number = value->get_if<json::Number>();
    if (text == nullptr && number == nullptr) {
      errors_.push_back(invalid::not_a_date(body_field(name), *value));
      return std::nullopt;
    }
    const auto date = text != nullptr ? parse_date_text(*text) : parse_date_number(number->text);
    if (!date) {
      errors_.push_back(date_error(date.error(), body_field(name), *value));
      return std::nullopt;
    }
    return *date;
  }

 private:
  const json::Value* find(std::string_view name, Presence presence) {
    const auto* value = body_.value.find(name);
    if (value == nullptr && presence == Presence::required) {
      errors_.push_back(invalid::missing(body_field(name), body_.value));
    }
    const bool is_absent = value == nullptr || value->get_if<json::Null>() != nullptr;
    return is_absent && presence == Presence::optional ? nullptr : value;
  }

  const ParsedBody& body_;
  ValidationErrors errors_;
};

tracker::SessionInput read_input(FieldReader& reader) {
  namespace limits = tracker::limits;
  tracker::SessionInput input;
  input.athlete_id = reader.text("athlete_id", Presence::required).value_or("");
  input.date = reader.date("date").value_or(tracker::Date());
  input.duration_minutes =
      reader.number_up_to(limits::duration_minutes_max, "duration", Presence::required).value_or(0);
  input.distance_km = reader.number_up_to(limits::distance_km_max, "distance", Presence::required).value_or(0);
  input.notes = reader.text_up_to(limits::notes_characters_max, "notes", Presence::optional).value_or("");
  input.sport = reader.trimmed_text(0, limits::sport_characters_max, "sport", Presence::optional);
  if (input.sport && input.sport->empty()) input.sport.reset();
  input.rpe = reader.number_up_to(limits::rpe_max, "rpe", Presence::optional);
  input.excluded_from_records = reader.flag("excludedFromRecords");
  return input;
}

std::optional<std::string> unless_empty(std::optional<std::string> text) {
  if (text && text->empty()) text.reset();
  return text;
}

}  // namespace

std::expected<std::string, ValidationErrors> read_athlete_input(const ParsedBody& body) {
  FieldReader reader(body);
  auto name = reader.trimmed_text(1, tracker::limits::athlete_name_characters_max, "name", Presence::required);
  if (!name) return std::unexpected(reader.take_errors());
  return *std::move(name);
}

std::expected<tracker::SessionInput, ValidationErrors> read_session_input(const ParsedBody& body) {
  FieldReader reader(body);
  auto input = read_input(reader);
  if (reader.failed()) return std::unexpected(reader.take_errors());
  return input;
}

std::expected<tracker::ImportedSession, ValidationErrors> read_restored_session(const ParsedBody& body) {
  FieldReader reader(body);
  tracker::ImportedSession session;
  session.input = read_input(reader);
  session.created_at = reader.timestamp("createdAt");
  session.updated_at = reader.timestamp("updatedAt");
  session.source = unless_empty(reader.text_up_to(source_characters_max, "source", Presence::optional));
  session.start_time = unless_empty(reader.text_up_to(start_time_characters_max, "startTime", Presence::optional));
  if (reader.failed()) return std::unexpected(reader.take_errors());
  return session;
}

}  // namespace api
