// An http::Response as the sender of the event understands it; sources in event.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http/message.h"
#include "lambda/event.h"

namespace lambda {

// Of the whole answer as JSON ("6 MB each for request and response (synchronous)",
// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). Load balancers take 1 MB.
inline constexpr std::size_t answer_bytes_max = 6 * 1024 * 1024;

// The answer's JSON. Text goes as it is; what is none by its Content-Type, is compressed, or is not UTF-8, in base64.
// HEAD, 204 and 304 have no body. `request_id` becomes X-Request-Id.
[[nodiscard]] std::string serialize_answer(const http::Response& response, Sender sender, std::string_view method,
                                           std::string_view request_id);

}  // namespace lambda
