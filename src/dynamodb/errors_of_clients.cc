#include "dynamodb/errors_of_clients.h"

#include <utility>

#include "dynamodb/error_text.h"

namespace dynamodb::errors {

Error missing_credentials(std::string message) {
  return make_error(ErrorCode::missing_credentials, std::move(message));
}

}  // namespace dynamodb::errors
