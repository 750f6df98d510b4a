// The names and values of one request's expressions, as placeholders: #0, #1, … and :0, :1, …
#pragma once

#include <map>
#include <string>

#include "dynamodb/expressions/document_path.h"
#include "dynamodb/requests.h"
#include "partiql/statement.h"

namespace partiql {

class Placeholders {
 public:
  // One name has one placeholder, however often it is asked for.
  [[nodiscard]] std::string name(const std::string& attribute);
  [[nodiscard]] std::string value(dynamodb::AttributeValue value);
  // "#0.#1[3]"
  [[nodiscard]] std::string path(const dynamodb::DocumentPath& path);
  [[nodiscard]] std::string operand(const Operand& operand);

  // All of them; nullopt where there is none.
  [[nodiscard]] dynamodb::ExpressionAttributes attributes() &&;

 private:
  std::map<std::string, std::string, std::less<>> names_;         // placeholder to attribute
  std::map<std::string, std::string, std::less<>> placeholders_;  // attribute to placeholder
  dynamodb::AttributeMap values_;
};

}  // namespace partiql
