// An athlete by what the user typed.
#pragma once

#include <expected>
#include <string>

#include "tracker/repository.h"

namespace cli {

// The id of the athlete with exactly this name or id. Error: one sentence (nobody, or several with their ids).
boost::asio::awaitable<std::expected<std::string, std::string>> find_athlete(tracker::Repository& repository,
                                                                             std::string name_or_id);

}  // namespace cli
