// Errors that only a client of a DynamoDB elsewhere makes; all others are in errors.h.
#pragma once

#include <string>

#include "dynamodb/error.h"

namespace dynamodb::errors {

[[nodiscard]] Error missing_credentials(std::string message);

}  // namespace dynamodb::errors
