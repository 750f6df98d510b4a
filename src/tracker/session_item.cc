#include "tracker/session_item.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

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

// The attributes that make a session, each at the place that `names` gives it.
enum Attribute : std::uint8_t {
  athlete_id,
  athlete_name,
  created_at,
  date,
  distance,
  duration,
  excluded,
  notes,
  partition,
  rpe,
  sort,
  session_id,
  source,
  sport,
  start_time,
  updated_at,
  attributes,
};
constexpr std::array<std::string_view, attributes> names = {
    schema::athlete_id,
    schema::athlete_name,
    schema::created_at,
    schema::date,
    schema::distance,
    schema::duration,
    schema::excluded_from_records,
    schema::notes,
    schema::pk,
    schema::rpe,
    schema::sk,
    schema::session_id,
    schema::source,
    schema::sport,
    schema::start_time,
    schema::updated_at,
};
static_assert(std::ranges::is_sorted(names));  // as find_scalars() wants them

class Row {
 public:
  explicit Row(const dynamodb::EncodedItem& item) { item.find_scalars(names, scalars_); }

  // Of type S; nullopt when absent or of another type.
  [[nodiscard]] std::optional<std::string_view> text(Attribute attribute) const {
    const auto& scalar = scalars_[attribute];
    return scalar && scalar->type == dynamodb::AttributeType::string ? std::optional(scalar->text) : std::nullopt;
  }
  [[nodiscard]] std::optional<std::string> text_unless_empty(Attribute attribute) const {
    const auto found = text(attribute);
    return found && !found->empty() ? std::optional(std::string(*found)) : std::nullopt;
  }
  // Of type S or N.
  [[nodiscard]] std::optional<double> decimal(Attribute attribute) const {
    const auto& scalar = scalars_[attribute];
    return scalar ? parse_decimal(scalar->text) : std::nullopt;
  }

 private:
  std::array<std::optional<dynamodb::ScalarText>, attributes> scalars_;
};

// "ATHLETE#" and "SESSION#" with what follows them.
bool is_key_of(std::string_view key, std::string_view prefix, std::string_view id) {
  return key.size() == prefix.size() + id.size() && key.starts_with(prefix) && key.ends_with(id);
}

// The identity and the owner, checked against the key: a row that says otherwise could not be found again.
std::expected<void, std::string> read_identity(const Row& row, TrainingSession& session) {
  for (const Attribute wanted : {session_id, athlete_id, athlete_name}) {
    if (!row.text(wanted)) return missing(names[wanted]);
  }
  session.id = *row.text(session_id);
  session.athlete_id = *row.text(athlete_id);
  session.athlete_name = *row.text(athlete_name);
  if (!is_key_of(row.text(partition).value_or(""), schema::athlete_prefix, session.athlete_id)) {
    return Problem("AthleteId does not match PK");
  }
  if (!is_key_of(row.text(sort).value_or(""), schema::session_prefix, session.id)) {
    return Problem("SessionId does not match SK");
  }
  return {};
}

std::expected<void, std::string> read_timestamp(const Row& row, Attribute attribute, std::string& into) {
  const auto text = row.text(attribute);
  if (!text) return missing(names[attribute]);
  if (!parse_timestamp(*text)) return Problem(fmt::format("{} is not an ISO 8601 time", names[attribute]));
  into = *text;
  return {};
}

std::expected<void, std::string> read_decimal(const Row& row, Attribute attribute, double& into) {
  const auto value = row.decimal(attribute);
  if (!value) return Problem(fmt::format("{} is not a finite number", names[attribute]));
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
  if (session.excluded_from_records) set(item, schema::excluded_from_records, schema::excluded_value);
  return item;
}

std::expected<TrainingSession, std::string> session_from_item(const dynamodb::EncodedItem& item) {
  const Row row(item);
  TrainingSession session;
  if (auto read = read_identity(row, session); !read) return Problem(read.error());
  const auto day_text = row.text(date);
  if (!day_text) return missing(schema::date);
  const auto day = parse_date(*day_text);
  if (!day) return Problem("Date is not a calendar day");
  session.date = *day;
  if (auto read = read_decimal(row, duration, session.duration_minutes); !read) return Problem(read.error());
  if (auto read = read_decimal(row, distance, session.distance_km); !read) return Problem(read.error());
  if (auto read = read_timestamp(row, created_at, session.created_at); !read) return Problem(read.error());
  if (auto read = read_timestamp(row, updated_at, session.updated_at); !read) return Problem(read.error());
  session.notes = row.text(notes).value_or("");
  session.sport = row.text_unless_empty(sport);
  session.rpe = row.decimal(rpe);
  session.source = row.text_unless_empty(source);
  session.start_time = row.text_unless_empty(start_time);
  session.excluded_from_records = row.text(excluded) == schema::excluded_value;
  return session;
}

std::expected<TrainingSession, std::string> session_from_item(const dynamodb::Item& item) {
  return session_from_item(dynamodb::EncodedItem(item));
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
  if (input.excluded_from_records) {
    set(change.set, schema::excluded_from_records, schema::excluded_value);
  } else {
    change.remove.emplace_back(schema::excluded_from_records);
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
  session.excluded_from_records = input.excluded_from_records;
  return session;
}

}  // namespace tracker
