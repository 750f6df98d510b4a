// What is wrong with one request body, collected while it is read, and which of it is told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/errors.h"

namespace wire {

class Faults {
 public:
  // SerializationException: a member of a wrong JSON type. The first is told, before anything else.
  void unreadable(dynamodb::Error error) { keep_first(unreadable_, std::move(error)); }
  // The table's name has its own check, which comes before the other constraints and hides them.
  void table_name_violation(dynamodb::errors::ConstraintViolation violation) {
    table_name_violations_.push_back(std::move(violation));
  }
  // A constraint of the service model. All are told together, in the order in which they were added (which is to be the
  // service's order of members).
  void violation(dynamodb::errors::ConstraintViolation violation) { violations_.push_back(std::move(violation)); }
  // ValidationException about anything else that can be seen without the table. The first is told, last.
  void invalid(dynamodb::Error error) { keep_first(invalid_, std::move(error)); }

  [[nodiscard]] bool none() const {
    return !unreadable_ && table_name_violations_.empty() && violations_.empty() && !invalid_;
  }
  // What the service tells of it; nullopt when there are none.
  [[nodiscard]] std::optional<dynamodb::Error> told() const;

 private:
  static void keep_first(std::optional<dynamodb::Error>& place, dynamodb::Error error) {
    if (!place) place = std::move(error);
  }

  std::optional<dynamodb::Error> unreadable_;
  std::vector<dynamodb::errors::ConstraintViolation> table_name_violations_;
  std::vector<dynamodb::errors::ConstraintViolation> violations_;
  std::optional<dynamodb::Error> invalid_;
};

}  // namespace wire
