// A statement as read: its literals and parameters are values already.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.statements.html
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dynamodb/attribute_value.h"
#include "dynamodb/expressions/document_path.h"
#include "dynamodb/requests.h"

namespace partiql {

// size(path)
struct Size {
  dynamodb::DocumentPath path;
};
using Operand = std::variant<dynamodb::DocumentPath, dynamodb::AttributeValue, Size>;

enum class ConditionKind {
  comparison,   // two operands; `name` is "=", "<>", "<", "<=", ">" or ">="
  between,      // three operands
  in,           // at least two operands: the one, and what it may equal
  function,     // `name` with its operands: begins_with, contains, attribute_type
  is_missing,   // one path
  is_null,      // one path
  conjunction,  // at least two children
  disjunction,  // at least two children
  negation,     // one child
};
struct Condition {
  ConditionKind kind = ConditionKind::comparison;
  std::string name = {};
  std::vector<Operand> operands = {};
  std::vector<Condition> children = {};
};

// An operand; or a sum, a difference or a function of two of these.
struct UpdateValue {
  std::string name = {};  // "", "+", "-", "list_append" or "if_not_exists"
  std::vector<Operand> operand = {};
  std::vector<UpdateValue> arguments = {};
};
enum class UpdateKind { set, remove, add_to_set, delete_from_set };
struct UpdateAction {
  UpdateKind kind = UpdateKind::set;
  dynamodb::DocumentPath path = {};
  UpdateValue value = {};  // none with remove
};

struct OrderedBy {
  std::string name;
  bool ascending = true;
};
struct SelectStatement {
  std::vector<dynamodb::DocumentPath> paths = {};  // empty: *
  std::string table_name = {};
  std::optional<std::string> index_name = {};
  std::optional<Condition> where = {};
  std::vector<OrderedBy> order_by = {};
};
struct InsertStatement {
  std::string table_name = {};
  dynamodb::Item item = {};
};
struct UpdateStatement {
  std::string table_name = {};
  std::vector<UpdateAction> actions = {};
  std::optional<Condition> where = {};
  dynamodb::ReturnValues returning = dynamodb::ReturnValues::none;
};
struct DeleteStatement {
  std::string table_name = {};
  std::optional<Condition> where = {};
  dynamodb::ReturnValues returning = dynamodb::ReturnValues::none;  // none or all_old
};
// EXISTS( SELECT … ), of transactions only.
struct ExistsStatement {
  SelectStatement select = {};
};
using Statement = std::variant<SelectStatement, InsertStatement, UpdateStatement, DeleteStatement, ExistsStatement>;

[[nodiscard]] inline bool is_read(const Statement& statement) {
  return std::holds_alternative<SelectStatement>(statement);
}
[[nodiscard]] inline const std::string& table_name(const Statement& statement) {
  return std::visit(
      [](const auto& any) -> const std::string& {
        if constexpr (requires { any.select; }) {
          return any.select.table_name;
        } else {
          return any.table_name;
        }
      },
      statement);
}

}  // namespace partiql
