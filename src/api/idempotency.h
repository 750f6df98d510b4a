// The Idempotency-Key of a POST: a repetition of a request that was answered already gets the first answer's resource.
#pragma once

#include <expected>
#include <optional>

#include "api/service.h"
#include "api/validation_error.h"
#include "http/message.h"
#include "tracker/repository.h"

namespace api {

inline constexpr std::size_t idempotency_key_characters_max = 255;

// nullopt: the request has none. Errors: the key is empty, too long, or not printable ASCII. Keys of different callers
// never meet; the same key on another path or with another body is another request.
[[nodiscard]] std::expected<std::optional<tracker::Idempotency>, ValidationError> read_idempotency(
    const Service& service, const http::Request& request);

}  // namespace api
