// New placeholders among those of a request.
#pragma once

#include <string>
#include <string_view>

#include "dynamodb/requests.h"

namespace wire::legacy {

// Short names that a request can hardly have, and has not: "#_0", ":_0", "#_1" …
class Placeholders {
 public:
  // `attributes` outlives this.
  explicit Placeholders(dynamodb::ExpressionAttributes& attributes) : attributes_(attributes) {}
  [[nodiscard]] std::string name(std::string_view attribute);
  [[nodiscard]] std::string value(dynamodb::AttributeValue value);

 private:
  dynamodb::ExpressionAttributes& attributes_;
  std::size_t next_name_ = 0;
  std::size_t next_value_ = 0;
};

}  // namespace wire::legacy
