// Ids in requests.
#pragma once

#include <string_view>

namespace api {

// A longer id cannot be stored: "ATHLETE#" or "SESSION#" and the id are a sort key, which DynamoDB limits to 1,024
// bytes. So nothing is found under one, and the store need not be asked.
inline constexpr std::size_t id_bytes_max = 1016;

[[nodiscard]] inline bool can_be_stored(std::string_view id) {
  return id.size() <= id_bytes_max;
}

}  // namespace api
