// If-Match: the version of a session that a client has seen.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dynamodb/requests.h"
#include "tracker/error.h"
#include "tracker/schema.h"

namespace tracker {

// The attributes that etag() stands for.
inline constexpr std::array<std::string_view, 12> etag_attributes{
    schema::athlete_name, schema::date,   schema::duration,   schema::distance,
    schema::notes,        schema::sport,  schema::rpe,        schema::created_at,
    schema::updated_at,   schema::source, schema::start_time, schema::excluded_from_records};
inline constexpr std::array<std::string_view, 1> last_change_attributes{schema::updated_at};

// PreconditionFailed when the stored session is another version (or cannot be read).
[[nodiscard]] Result<void> check_version(const dynamodb::Item& stored, const std::optional<std::string>& if_match);

// What must still be as it was read when the write is judged. Without If-Match the last writer wins.
[[nodiscard]] std::span<const std::string_view> unchanged_attributes(const std::optional<std::string>& if_match);

}  // namespace tracker
