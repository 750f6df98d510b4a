// Text as people type it: UTF-8, counted in code points, with any Unicode white space around it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace api {

// Without the white space (Unicode's White_Space) at both ends. The text must be UTF-8.
[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::size_t count_code_points(std::string_view text);
[[nodiscard]] std::string ascii_lower(std::string_view text);

}  // namespace api
