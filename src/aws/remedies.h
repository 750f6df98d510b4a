// What a failure of the remote store means to the one who runs the tracker, and what helps: the cases and remedies of
// the setup guide's troubleshooting, in one place for the log, the commands and the API's 503 answers.
#pragma once

#include "aws/endpoint.h"
#include "aws/transport.h"
#include "dynamodb/error.h"

namespace aws {

// The error with what helps behind its message, where something is known to help.
[[nodiscard]] dynamodb::Error with_remedy(dynamodb::Error error, const Endpoint& endpoint);

// missing_credentials; service_unavailable where it was not sent since too many wait; unreachable otherwise.
[[nodiscard]] dynamodb::Error error_of(const TransportFailure& failure, const Endpoint& endpoint);
// The answer came, and its bytes are not those that were sent.
[[nodiscard]] dynamodb::Error damaged_answer(const Endpoint& endpoint);
// More calls are under way than may wait.
[[nodiscard]] dynamodb::Error too_many_calls(const Endpoint& endpoint);

}  // namespace aws
