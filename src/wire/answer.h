// How an answer as a whole is read, for the readers of this room.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "dynamodb/errors.h"
#include "json/value.h"
#include "wire/field.h"

namespace wire {

// A number of JSON as a double; nothing when it is absent or none.
[[nodiscard]] std::optional<double> floating(const Field& field);
// A time, which DynamoDB writes as seconds since 1970 with a fraction.
[[nodiscard]] std::optional<std::chrono::sys_time<std::chrono::milliseconds>> time(const Field& field);

// Reads a body with `read`, a function from Field to Answer.
template <class Answer, class Read>
[[nodiscard]] dynamodb::Result<Answer> parse_answer(std::string_view body, Read read) {
  const auto document = json::parse(body);
  if (!document || document->get_if<json::Object>() == nullptr) {
    return std::unexpected(dynamodb::errors::internal("The answer is not a JSON object."));
  }
  Faults faults;
  Answer answer = read(Field(*document, faults));
  if (const auto error = faults.told()) {
    return std::unexpected(dynamodb::errors::internal("The answer cannot be read: " + error->message));
  }
  return answer;
}

}  // namespace wire
