// What an error of AWS's C libraries means for a request.
#pragma once

#include "aws/endpoint.h"
#include "aws/transport.h"

namespace aws {

// `error`: theirs, as aws_last_error() or a callback gives it. The message names the endpoint.
[[nodiscard]] TransportFailure failure_of(int error, const Endpoint& endpoint);

}  // namespace aws
