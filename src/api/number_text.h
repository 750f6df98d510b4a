// Numbers as clients write them, in JSON and in text.
#pragma once

#include <optional>
#include <string_view>

namespace api {

// The double nearest to a JSON number's text; beyond the range an infinity, below it zero.
[[nodiscard]] double number_value(std::string_view json_number);

// A number written in a JSON string or a query: "45.5", " 12 ", "+1e3", ".5", "5."; also "NaN" and "inf", which the
// caller then refuses as not finite. nullopt: not a number.
[[nodiscard]] std::optional<double> parse_number_text(std::string_view text);

}  // namespace api
