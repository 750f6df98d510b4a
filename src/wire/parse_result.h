// The other direction, for a client: answers of DynamoDB's JSON protocol as typed results. serialize() writes the same.
#pragma once

#include <string_view>

#include "dynamodb/continuous_backup_requests.h"
#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "dynamodb/table_requests.h"

namespace wire {

// The body of an answer of status 200. InternalServerError where it is no such answer.
// There is one for every result that dynamodb::TableService has, and for that of continuous backups.
template <class Answer>
[[nodiscard]] dynamodb::Result<Answer> parse_result(std::string_view body);

// The body of an answer of another status. The type is what stands behind '#' in __type, whatever its namespace;
// members are read in both spellings ("message", "Message"). Names that mean the same as one of ours become that one;
// any other of status 4xx is a ValidationException that says the name. A body that is no error is InternalServerError,
// ServiceUnavailable with status 503.
[[nodiscard]] dynamodb::Error parse_error(int status, std::string_view body);

}  // namespace wire
