#include "tracker/session_item.h"

#include <fmt/format.h>

#include "tracker/decimal_text.h"
#include "tracker/schema.h"
#include "tracker/time_text.h"

namespace tracker {
namespace {

using Problem = std::unexpected<std::string>;

Problem missing(std::string_view attribute) {
  return Problem(fmt::format("{} is missing or not a string", attribute));
}

void set(dynamodb::Item& item, std::string_view attribute, dynamodb::AttributeValue value) {
  item.insert_or_assign(std::string(attribute), std::move(value));
}

std::optional<double> find_decimal(const dynamodb::Item& item, std::string_view attribute) {
  const auto found = item.find(attribute);
  return found == item.end() ? std::nullopt : decimal_value(found->second);
}

std::optional<std::string> optional_text(const dynamodb::Item& item, std::string_view attribute) {
  const std::string* text = schema::find_string(item, attribute);
  return text == nullptr || text->empty() ? std::nullopt : std::optional(*text);
}

// The identity and the owner, checked against the key: a row that says otherwise could not be found again.
std::expected<void, std::string> read_identity(const dynamodb::Item& item, TrainingSession& session) {
  const std::string* id = schema::find_string(item, schema::session_id);
  if (id == nullptr) return missing(schema::session_id);
  const std::string* athlete_id = schema::find_string(item, schema::athlete_id);
  if (athlete_id == nullptr) return missing(schema::athlete_id);
  const std::string* athlete_name = schema::find_string(item, schema::athlete_name);
  if (athlete_name == nullptr) return missing(schema::athlete_name);
  const std::string* partition = schema::find_string(item, schema::pk);
  const std::string* sort = schema::find_string(item, schema::sk);
  if (partition == nullptr || *partition != schema::athlete_partition(*athlete_id)) {
    return Problem("AthleteId does not match PK");
  }
  if (sort == nullptr || *sort != schema::session_sort_key(*id)) return Problem("SessionId does not match SK");
  session.id = *id;
  session.athlete_id = *athlete_id;
  session.athlete_name = *athlete_name;
  return {};
}

std::expected<void, std::string> read_timestamp(const dynamodb::Item& item, std::string_view attribute,
                                                std::string& into) {
  const std::string* text = schema::find_string(item, attribute);
  if (text == nullptr) return missing(attribute);
  if (!parse_timestamp(*text)) return Problem(fmt::format("{} is not an ISO 8601 time", attribute));
  into = *text;
  return {};
}

std::expected<void, std::string> read_decimal(const dynamodb::Item& item, std::string_view attribute, double& into) {
  const auto value = find_decimal(item, attribute);
  if (!value) return Problem(fmt::format("{} is not a finite number", attribute));
  into = *value;
  return {};
}

}  // namespace

std::string date_sort_key(Date date, const std::string& session_id) {
  return format_date(date) + schema::sort_key_separator + session_id;
}

dynamodb::Item item_from_session(const TrainingSession& session) {
  dynamodb::Item item = schema::session_key(session.athlete_id, session.id);
  set(item, schema::gsi1_pk, schema::gsi1_sessions);
  set(item, schema::gsi1_sk, date_sort_key(session.date, session.id));
  set(item, schema::type, schema::type_session);
  set(item, schema::session_id, session.id);
  set(item, schema::athlete_id, session.athlete_id);
  set(item, schema::athlete_name, session.athlete_name);
  set(item, schema::date, format_date(session.date));
  set(item, schema::duration, format_decimal(session.duration_minutes));
  set(item, schema::distance, format_decimal(session.distance_km));
  set(item, schema::notes, session.notes);
  set(item, schema::created_at, session.created_at);
  set(item, schema::updated_at, session.updated_at);
  if (session.sport) set(item, schema::sport, *session.sport);
  if (session.rpe) set(item, schema::rpe, format_decimal(*session.rpe));
  if (session.source) set(item, schema::source, *session.source);
  if (session.start_time) set(item, schema::start_time, *session.start_time);
  return item;
}

std::expected<TrainingSession, std::string> session_from_item(const dynamodb::Item& item) {
  TrainingSession session;
  if (auto read = read_identity(item, session); !read) return Problem(read.error());
  const std::string* date = schema::find_string(item, schema::date);
  if (date == nullptr) return missing(schema::date);
  const auto day = parse_date(*date);
  if (!day) return Problem("Date is not a calendar day");
  session.date = *day;
  if (auto read = read_decimal(item, schema::duration, session.duration_minutes); !read) return Problem(read.error());
  if (auto read = read_decimal(item, schema::distance, session.distance_km); !read) return Problem(read.error());
  if (auto read = read_timestamp(item, schema::created_at, session.created_at); !read) return Problem(read.error());
  if (auto read = read_timestamp(item, schema::updated_at, session.updated_at); !read) return Problem(read.error());
  session.notes = optional_text(item, schema::notes).value_or("");
  session.sport = optional_text(item, schema::sport);
  session.rpe = find_decimal(item, schema::rpe);
  session.source = optional_text(item, schema::source);
  session.start_time = optional_text(item, schema::start_time);
  return session;
}

SessionChange change_of(const std::string& session_id, const SessionInput& input, const std::string& updated_at) {
  SessionChange change;
  set(change.set, schema::date, format_date(input.date));
  set(change.set, schema::duration, format_decimal(input.duration_minutes));
  set(change.set, schema::distance, format_decimal(input.distance_km));
  set(change.set, schema::notes, input.notes);
  set(change.set, schema::updated_at, updated_at);
  set(change.set, schema::gsi1_sk, date_sort_key(input.date, session_id));
  if (input.sport && !input.sport->empty()) {
    set(change.set, schema::sport, *input.sport);
  } else {
    change.remove.emplace_back(schema::sport);
  }
  if (input.rpe) {
    set(change.set, schema::rpe, format_decimal(*input.rpe));
  } else {
    change.remove.emplace_back(schema::rpe);
  }
  return change;
}

void apply(const SessionChange& change, dynamodb::Item& item) {
  for (const auto& [attribute, value] : change.set) item.insert_or_assign(attribute, value);
  for (const auto& attribute : change.remove) item.erase(attribute);
}

TrainingSession session_from_input(const SessionInput& input) {
  TrainingSession session;
  session.athlete_id = input.athlete_id;
  session.date = input.date;
  session.duration_minutes = input.duration_minutes;
  session.distance_km = input.distance_km;
  session.notes = input.notes;
  if (input.sport && !input.sport->empty()) session.sport = input.sport;
  session.rpe = input.rpe;
  return session;
}

}  // namespace tracker
