#include "operations/json_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "json/value.h"
#include "operations/input_error.h"
#include "operations/utf8.h"
#include "tracker/decimal_text.h"
#include "tracker/time_text.h"

namespace operations {
namespace {

constexpr std::size_t id_bytes_max = 1000;       // an id is part of a key of at most 1,024 bytes
constexpr std::size_t name_bytes_max = 1024;     // of an index key
constexpr std::size_t text_bytes_max = 300'000;  // an item is at most 400 KB

using Problem = std::unexpected<std::string>;

// Reads the members of one object; the first problem stays.
class Members {
 public:
  explicit Members(std::string_view text) {
    auto parsed = json::parse(text);
    if (!parsed) {
      std::string message = std::move(parsed.error().message);
      if (message.ends_with('.')) message.pop_back();  // half a sentence goes on
      problem_ = fmt::format("this is not JSON: {}", message);
    } else if (parsed->get_if<json::Object>() == nullptr) {
      problem_ = "an object is wanted";
    } else {
      value_ = std::move(*parsed);
    }
  }

  void allow_only(std::initializer_list<std::string_view> names) {
    const auto* const object = value_.get_if<json::Object>();
    if (object == nullptr) return;
    for (const auto& [name, value] : *object) {
      if (std::ranges::find(names, name) == names.end()) fail(fmt::format("the member {} is not known", quoted(name)));
    }
  }

  std::string required_text(std::string_view name, std::size_t bytes_max) {
    auto text = optional_text(name, bytes_max);
    if (!text || text->empty()) fail(fmt::format("'{}' is missing or empty", name));
    return text.value_or("");
  }

  // Absent and null are the same.
  std::optional<std::string> optional_text(std::string_view name, std::size_t bytes_max) {
    const json::Value* const value = value_.find(name);
    if (value == nullptr || value->get_if<json::Null>() != nullptr) return std::nullopt;
    const auto* const text = value->get_if<std::string>();
    if (text == nullptr) {
      fail(fmt::format("'{}' is not a text", name));
    } else if (text->size() > bytes_max) {
      fail(fmt::format("'{}' is longer than {} bytes", name, bytes_max));
    } else {
      return *text;
    }
    return std::nullopt;
  }

  std::optional<double> number(std::string_view name, bool required) {
    const json::Value* const value = value_.find(name);
    if (value == nullptr || value->get_if<json::Null>() != nullptr) {
      if (required) fail(fmt::format("'{}' is missing", name));
      return std::nullopt;
    }
    const auto* const number = value->get_if<json::Number>();
    const auto finite = number == nullptr ? std::nullopt : tracker::parse_decimal(number->text);
    if (!finite) fail(fmt::format("'{}' is not a number that can be stored", name));
    return finite;
  }

  // Absent and null are false.
  bool flag(std::string_view name) {
    const json::Value* const value = value_.find(name);
    if (value == nullptr || value->get_if<json::Null>() != nullptr) return false;
    const auto* const flag = value->get_if<bool>();
    if (flag == nullptr) fail(fmt::format("'{}' is neither true nor false", name));
    return flag != nullptr && *flag;
  }

  tracker::Date date(std::string_view name) {
    const auto date = tracker::parse_date(required_text(name, id_bytes_max));
    if (!date) fail(fmt::format("'{}' is not a date such as 2025-10-23", name));
    return date.value_or(tracker::Date{});
  }

  std::optional<std::string> timestamp(std::string_view name) {
    auto text = optional_text(name, id_bytes_max);
    if (text && !tracker::parse_timestamp(*text)) fail(fmt::format("'{}' is not a timestamp in ISO 8601", name));
    return text;
  }

  [[nodiscard]] const std::optional<std::string>& problem() const { return problem_; }

 private:
  void fail(std::string problem) {
    if (!problem_) problem_ = std::move(problem);
  }

  json::Value value_;
  std::optional<std::string> problem_;
};

}  // namespace

std::expected<tracker::Athlete, std::string> read_exported_athlete(std::string_view text) {
  Members members(text);
  members.allow_only({"id", "name"});
  tracker::Athlete athlete{members.required_text("id", id_bytes_max), members.required_text("name", name_bytes_max)};
  if (members.problem()) return Problem(*members.problem());
  return athlete;
}

std::expected<tracker::ImportedSession, std::string> read_exported_session(std::string_view text) {
  Members members(text);
  members.allow_only({"id", "athlete_id", "date", "duration", "distance", "notes", "sport", "rpe",
                      "excludedFromRecords", "source", "startTime", "createdAt", "updatedAt"});
  tracker::ImportedSession session;
  session.id = members.required_text("id", id_bytes_max);
  session.input.athlete_id = members.required_text("athlete_id", id_bytes_max);
  session.input.date = members.date("date");
  session.input.duration_minutes = members.number("duration", true).value_or(0);
  session.input.distance_km = members.number("distance", true).value_or(0);
  session.input.notes = members.optional_text("notes", text_bytes_max).value_or("");
  session.input.sport = members.optional_text("sport", id_bytes_max);
  session.input.rpe = members.number("rpe", false);
  session.input.excluded_from_records = members.flag("excludedFromRecords");
  session.source = members.optional_text("source", text_bytes_max);
  session.start_time = members.optional_text("startTime", id_bytes_max);
  session.created_at = members.timestamp("createdAt");
  session.updated_at = members.timestamp("updatedAt");
  if (members.problem()) return Problem(*members.problem());
  return session;
}

}  // namespace operations
