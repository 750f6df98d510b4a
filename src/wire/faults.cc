#include "wire/faults.h"

namespace wire {

std::optional<dynamodb::Error> Faults::told() const {
  if (unreadable_) return unreadable_;
  if (!table_name_violations_.empty()) return dynamodb::errors::constraints(table_name_violations_);
  if (!violations_.empty()) return dynamodb::errors::constraints(violations_);
  return invalid_;
}

}  // namespace wire
