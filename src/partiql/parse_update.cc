#include <utility>

#include "dynamodb/errors.h"
#include "partiql/parts.h"

namespace partiql {

namespace errors = dynamodb::errors;

namespace {

bool is_call(const TokenReader& reader, std::string_view name) {
  return reader.is_word(name) && reader.is_symbol("(", 1);
}

UpdateValue term_at(TokenReader& reader);

UpdateValue call_at(TokenReader& reader, const char* name) {
  UpdateValue value{.name = name};
  reader.enter();
  reader.take();
  reader.expect_symbol("(");
  value.arguments.push_back(term_at(reader));
  while (reader.take_symbol(",")) value.arguments.push_back(term_at(reader));
  reader.expect_symbol(")");
  reader.leave();
  if (value.arguments.size() != 2) reader.fail(errors::function_operand_count(name, value.arguments.size()));
  return value;
}

UpdateValue term_at(TokenReader& reader) {
  if (is_call(reader, "LIST_APPEND")) return call_at(reader, "list_append");
  if (is_call(reader, "IF_NOT_EXISTS")) return call_at(reader, "if_not_exists");
  UpdateValue value;
  value.operand.push_back(parse_operand(reader));
  return value;
}

const dynamodb::Number* constant(const UpdateValue& value) {
  if (value.operand.empty()) return nullptr;
  const auto* literal = std::get_if<dynamodb::AttributeValue>(&value.operand.front());
  return literal == nullptr ? nullptr : literal->get_if<dynamodb::Number>();
}

// An update expression knows sums and differences of two only: of more, the constants behind the first are added up
// here. false: they are no constants.
bool add_constant(TokenReader& reader, UpdateValue& sum, bool plus, const UpdateValue& term) {
  const auto* left = constant(sum.arguments.back());
  const auto* right = constant(term);
  if (left == nullptr || right == nullptr) return false;
  auto total = (sum.name == "+") == plus ? left->plus(*right) : left->minus(*right);
  if (total) {
    sum.arguments.back().operand.front() = dynamodb::AttributeValue(*total);
  } else {
    reader.fail(std::move(total.error()));
  }
  return true;
}

UpdateValue value_at(TokenReader& reader) {
  auto value = term_at(reader);
  while (reader.is_symbol("+") || reader.is_symbol("-")) {
    const std::string name = reader.take().text;
    auto term = term_at(reader);
    if (value.name == "+" || value.name == "-") {
      if (!add_constant(reader, value, name == "+", term)) reader.fail(errors::update_operator_unsupported(name));
      continue;
    }
    UpdateValue sum{.name = name};
    sum.arguments.push_back(std::move(value));
    sum.arguments.push_back(std::move(term));
    value = std::move(sum);
  }
  for (const auto* symbol : {"*", "/", "%", "||"}) {
    if (reader.is_symbol(symbol)) reader.fail(errors::update_operator_unsupported(symbol));
  }
  return value;
}

// path = set_add(path, <<…>>), path = set_delete(path, <<…>>)
void set_function_at(TokenReader& reader, UpdateAction& action) {
  const bool is_add = reader.is_word("SET_ADD");
  action.kind = is_add ? UpdateKind::add_to_set : UpdateKind::delete_from_set;
  reader.take();
  reader.expect_symbol("(");
  if (reader.take_path() != action.path) {
    reader.fail(errors::set_function_of_other_path(is_add ? "SET_ADD" : "SET_DELETE"));
  }
  reader.expect_symbol(",");
  action.value.operand.emplace_back(parse_value(reader));
  reader.expect_symbol(")");
}

UpdateAction set_at(TokenReader& reader) {
  UpdateAction action;
  action.path = reader.take_path();
  reader.expect_symbol("=");
  if (is_call(reader, "SET_ADD") || is_call(reader, "SET_DELETE")) {
    set_function_at(reader, action);
  } else {
    action.value = value_at(reader);
  }
  return action;
}

}  // namespace

std::vector<UpdateAction> parse_update_actions(TokenReader& reader) {
  std::vector<UpdateAction> actions;
  while (true) {
    if (reader.take_word("SET")) {
      do {
        actions.push_back(set_at(reader));
      } while (reader.take_symbol(","));
    } else if (reader.take_word("REMOVE")) {
      actions.push_back({.kind = UpdateKind::remove, .path = reader.take_path()});
    } else {
      break;
    }
  }
  if (actions.empty()) reader.malformed();
  return actions;
}

}  // namespace partiql
