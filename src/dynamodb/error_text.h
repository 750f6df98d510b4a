// How the texts of errors.h are put together. For errors*.cc only.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/error.h"

namespace dynamodb::errors {

[[nodiscard]] Error make_error(ErrorCode code, std::string message);
[[nodiscard]] std::string concatenate(std::initializer_list<std::string_view> parts);
// "[a, b, c]"
[[nodiscard]] std::string bracketed_list(const std::vector<std::string>& members);
// What a request sent and a text repeats: cut (between characters of UTF-8) so that the answer to a huge request stays
// small.
[[nodiscard]] std::string_view shortened(std::string_view text);

}  // namespace dynamodb::errors
