// What a client may say of an athlete and of a session. Pure: the body in, the value or everything that is wrong with
// it out, in the order of the fields.
#pragma once

#include <array>
#include <expected>
#include <string>
#include <string_view>

#include "api/request_body.h"
#include "api/validation_error.h"
#include "tracker/repository.h"

namespace api {

inline constexpr std::array<std::string_view, 1> athlete_input_fields = {"name"};
inline constexpr std::array<std::string_view, 8> session_input_fields = {
    "athlete_id", "date", "duration", "distance", "notes", "sport", "rpe", "excludedFromRecords"};
// What a session that comes back may bring along.
inline constexpr std::size_t source_characters_max = 1000;
inline constexpr std::size_t start_time_characters_max = 100;
inline constexpr std::array<std::string_view, 4> restored_session_fields = {"createdAt", "updatedAt", "source",
                                                                            "startTime"};

// The trimmed name.
[[nodiscard]] std::expected<std::string, ValidationErrors> read_athlete_input(const ParsedBody& body);
[[nodiscard]] std::expected<tracker::SessionInput, ValidationErrors> read_session_input(const ParsedBody& body);
// A session as it was sent before it was deleted: its id, its athlete's name and what is unknown are not looked at.
[[nodiscard]] std::expected<tracker::ImportedSession, ValidationErrors> read_restored_session(const ParsedBody& body);

}  // namespace api
