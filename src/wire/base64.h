// Base64 as the protocol carries binary values (RFC 4648 section 4, padded).
#pragma once

#include <string>
#include <string_view>

#include "dynamodb/error.h"

namespace wire {

// SerializationException, with the service's text, for a length that is no multiple of 4, a character outside the
// alphabet, padding in a wrong place, and bits behind the last byte that are not zero.
[[nodiscard]] dynamodb::Result<std::string> base64_decode(std::string_view text);
// Appends the text of `bytes`.
void base64_encode(std::string_view bytes, std::string& text);

}  // namespace wire
