// Request bodies of DynamoDB's JSON protocol (AWS JSON 1.0) as typed requests.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
#pragma once

#include <string_view>

#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "dynamodb/statement_requests.h"
#include "dynamodb/stream_requests.h"
#include "dynamodb/table_requests.h"

namespace wire {

// In the service's order: SerializationException (not JSON, a member of a wrong JSON type), then the model's
// constraints (all that are violated, in one ValidationException), then what a parameter can be refused for by itself.
// Unknown members are ignored. A TableName may be a table's ARN. Legacy parameters (AttributeUpdates, Expected,
// KeyConditions …) come out as the expressions that mean the same. There is one for every request of
// dynamodb/*requests.h.
template <class Request>
[[nodiscard]] dynamodb::Result<Request> parse(std::string_view body);

}  // namespace wire
