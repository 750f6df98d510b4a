// The guide's spelling of keys, attributes and indexes, and ours of what we add to them. The one place for both.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "dynamodb/requests.h"

namespace tracker::schema {

// The guide's data model.
inline constexpr std::string_view pk = "PK";
inline constexpr std::string_view sk = "SK";
inline constexpr std::string_view gsi1_pk = "GSI1PK";
inline constexpr std::string_view gsi1_sk = "GSI1SK";
inline constexpr std::string_view type = "Type";
inline constexpr std::string_view athlete_id = "AthleteId";
inline constexpr std::string_view name = "Name";
inline constexpr std::string_view session_id = "SessionId";
inline constexpr std::string_view athlete_name = "AthleteName";
inline constexpr std::string_view date = "Date";
inline constexpr std::string_view duration = "Duration";
inline constexpr std::string_view distance = "Distance";
inline constexpr std::string_view notes = "Notes";
inline constexpr std::string_view created_at = "CreatedAt";
inline constexpr std::string_view updated_at = "UpdatedAt";

inline constexpr std::string_view type_athlete = "ATHLETE";
inline constexpr std::string_view type_session = "SESSION";
inline constexpr std::string_view gsi1_sessions = "SESSION";  // GSI1PK of every session
inline constexpr std::string_view athlete_prefix = "ATHLETE#";
inline constexpr std::string_view session_prefix = "SESSION#";
inline constexpr char sort_key_separator = '#';  // GSI1SK is <date>#<session id>

// Additive attributes of a session, all optional.
inline constexpr std::string_view sport = "Sport";
inline constexpr std::string_view rpe = "Rpe";
inline constexpr std::string_view source = "Source";
inline constexpr std::string_view start_time = "StartTime";
inline constexpr std::string_view excluded_from_records = "ExcludedFromRecords";
inline constexpr std::string_view excluded_value = "true";  // absent: false. Any other text is false, too

// Additive attributes of an athlete, all optional.
// A fresh random id, set by everything that adds a session or wants to delete the athlete. Not a counter: one that
// another program's PutItem removed would start again and could repeat a value.
inline constexpr std::string_view revision = "Rev";
// The id of a rename whose spread to the sessions is not finished.
inline constexpr std::string_view rename_pending = "RenamePending";
// Until when (N, milliseconds since 1970) creates stand back for a cascade. A courtesy, never the guard: that is Rev.
inline constexpr std::string_view deleting = "Deleting";

// Items of our own: one per Idempotency-Key. They carry neither SessionId, nor AthleteId with GSI1SK, nor Name, so that
// no index holds them.
inline constexpr std::string_view idempotency_prefix = "IDEMPOTENCY#";
inline constexpr std::string_view type_idempotency = "IDEMPOTENCY";
inline constexpr std::string_view request_hash = "RequestHash";
inline constexpr std::string_view result = "Result";         // M: the item that the first request made
inline constexpr std::string_view expires_at = "ExpiresAt";  // N, seconds since 1970: fit for DynamoDB's TTL

inline constexpr std::string_view index_gsi1 = "GSI1";
inline constexpr std::string_view index_session_by_id = "SessionById";
inline constexpr std::string_view index_sessions_by_athlete = "SessionsByAthlete";
inline constexpr std::string_view index_athletes_by_name = "AthletesByName";

// The longest id that fits in every key it becomes a part of: a sort key has 1,024 bytes, and GSI1SK puts a date and
// its separator before the id.
inline constexpr std::size_t id_bytes_max = 1013;

// False for an id that no item can have: empty, too long for a key, or not UTF-8. Asking for it is "not found".
[[nodiscard]] bool is_possible_id(std::string_view id);

// These take ids, but for key().
[[nodiscard]] std::string athlete_partition(std::string_view athlete);  // "ATHLETE#<id>"
[[nodiscard]] std::string session_sort_key(std::string_view session);   // "SESSION#<id>"
[[nodiscard]] dynamodb::Key key(std::string partition, std::string sort);
[[nodiscard]] dynamodb::Key athlete_key(std::string_view athlete);
[[nodiscard]] dynamodb::Key session_key(std::string_view athlete, std::string_view session);
// Of a key or an item: an athlete's own, not a session's.
[[nodiscard]] bool is_athlete_key(const dynamodb::Item& key);

// An attribute that is there and of type S; nullptr otherwise.
[[nodiscard]] const std::string* find_string(const dynamodb::Item& item, std::string_view attribute);
// "PK / SK" of an item, for messages to the operator.
[[nodiscard]] std::string describe_key(const dynamodb::Item& item);

}  // namespace tracker::schema
