// Bodies that are no text, as events and answers carry them (RFC 4648 section 4, padded).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lambda {

[[nodiscard]] std::string base64_encode(std::string_view bytes);
// nullopt: it is none.
[[nodiscard]] std::optional<std::string> base64_decode(std::string_view text);

}  // namespace lambda
