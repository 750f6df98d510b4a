// Whether AWS has found out who calls.
#pragma once

#include "json/value.h"

namespace lambda {

// Format 2: requestContext.authorizer with the object "iam", "jwt" or "lambda".
[[nodiscard]] bool is_authorized_in_format_2(const json::Value* request_context);

// Format 1: anything but null in requestContext.authorizer (which HTTP APIs send with empty claims where there is no
// authorizer), or the ARN of an IAM caller in requestContext.identity. An API key authorizes nobody.
[[nodiscard]] bool is_authorized_in_format_1(const json::Value* request_context);

}  // namespace lambda
