// Builds the placeholders of one request's expressions. Every attribute is named by one: Name, Type, Date and Duration
// are reserved words, and which words are may change.
#pragma once

#include <string>
#include <string_view>

#include "dynamodb/requests.h"

namespace tracker {

class Placeholders {
 public:
  // "#Date" for Date; the same attribute may be asked for again.
  std::string name(std::string_view attribute);
  // A new ":v<n>" for every value.
  std::string value(dynamodb::AttributeValue value);

  [[nodiscard]] dynamodb::ExpressionAttributes take() &&;

 private:
  dynamodb::ExpressionAttributes attributes_;
};

}  // namespace tracker
