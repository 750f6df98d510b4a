// Which of the sessions of a range belong to a filter: what no index and no key condition can tell. DynamoDB's own
// contains() tells capital letters from small ones, so every entry of the range is read and judged here.
#pragma once

#include <optional>
#include <string>

#include "dynamodb/encoded_item.h"
#include "tracker/repository.h"

namespace tracker {

class SessionMatch {
 public:
  explicit SessionMatch(const SessionFilter& filter);

  // Whether it lets everything of the range through.
  [[nodiscard]] bool is_all() const { return !sport_ && folded_text_.empty(); }
  // Of the stored item, without taking it apart.
  [[nodiscard]] bool matches(const dynamodb::EncodedItem& item) const;

 private:
  std::optional<std::string> sport_;
  std::string folded_text_;
};

}  // namespace tracker
