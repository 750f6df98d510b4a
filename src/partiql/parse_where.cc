#include <array>
#include <utility>

#include "dynamodb/errors.h"
#include "partiql/parts.h"

namespace partiql {

namespace errors = dynamodb::errors;

namespace {

// What an operand alone reads as, until it is known where it stands: no condition has fewer than one operand.
Condition no_condition() {
  return {.kind = ConditionKind::comparison};
}
bool is_condition(const Condition& condition) {
  return condition.kind != ConditionKind::comparison || !condition.name.empty();
}

Condition disjunction_at(TokenReader& reader);

dynamodb::DocumentPath path_of(TokenReader& reader, Operand& operand) {
  if (auto* path = std::get_if<dynamodb::DocumentPath>(&operand)) return std::move(*path);
  reader.malformed();
  return {{""}};
}

// IS [NOT] NULL, IS [NOT] MISSING
Condition is_at(TokenReader& reader, Operand operand) {
  const bool negated = reader.take_word("NOT");
  Condition condition;
  if (reader.take_word("MISSING")) {
    condition.kind = ConditionKind::is_missing;
  } else {
    reader.expect_word("NULL");
    condition.kind = ConditionKind::is_null;
  }
  condition.operands.emplace_back(path_of(reader, operand));
  if (!negated) return condition;
  Condition negation{.kind = ConditionKind::negation};
  negation.children.push_back(std::move(condition));
  return negation;
}

// IN [a, b], IN (a, b); or IN ? with a list.
Condition in_at(TokenReader& reader, Operand operand) {
  Condition condition{.kind = ConditionKind::in};
  condition.operands.push_back(std::move(operand));
  if (reader.take_symbol("(")) {
    do {
      condition.operands.push_back(parse_operand(reader));
    } while (reader.take_symbol(","));
    reader.expect_symbol(")");
    return condition;
  }
  auto value = parse_value(reader);
  auto* list = value.get_if<dynamodb::List>();
  if (list == nullptr || list->empty()) {
    reader.malformed();
    return condition;
  }
  for (auto& member : *list) condition.operands.emplace_back(std::move(member));
  return condition;
}

Condition negated_if(bool negated, Condition condition) {
  if (!negated) return condition;
  Condition negation{.kind = ConditionKind::negation};
  negation.children.push_back(std::move(condition));
  return negation;
}

Condition between_at(TokenReader& reader, Operand operand) {
  Condition condition{.kind = ConditionKind::between};
  condition.operands.push_back(std::move(operand));
  condition.operands.push_back(parse_operand(reader));
  reader.expect_word("AND");
  condition.operands.push_back(parse_operand(reader));
  return condition;
}

// Behind the first operand.
Condition predicate_of(TokenReader& reader, Operand operand) {
  for (const auto* comparator : {"=", "<>", "!=", "<", "<=", ">", ">="}) {
    if (!reader.take_symbol(comparator)) continue;
    Condition condition;
    condition.name = std::string_view(comparator) == "!=" ? "<>" : comparator;
    condition.operands.push_back(std::move(operand));
    condition.operands.push_back(parse_operand(reader));
    return condition;
  }
  if (reader.take_word("IS")) return is_at(reader, std::move(operand));
  const bool negated = reader.is_word("NOT") && (reader.is_word("IN", 1) || reader.is_word("BETWEEN", 1));
  if (negated) reader.take();
  if (reader.take_word("IN")) return negated_if(negated, in_at(reader, std::move(operand)));
  if (reader.take_word("BETWEEN")) return negated_if(negated, between_at(reader, std::move(operand)));
  return no_condition();
}

void refuse_other_operators(TokenReader& reader) {
  for (const auto* symbol : {"+", "-", "*", "/", "%", "||"}) {
    if (reader.is_symbol(symbol)) reader.fail(errors::condition_operator_unsupported(symbol));
  }
  if (reader.is_word("LIKE")) reader.fail(errors::condition_operator_unsupported("like"));
}

struct Function {
  std::string_view name;
  std::size_t operands;
};
constexpr std::array<Function, 3> functions{{{"begins_with", 2}, {"contains", 2}, {"attribute_type", 2}}};

std::string lower_case(std::string_view word) {
  std::string text(word);
  for (char& character : text) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }
  return text;
}

// NAME( … ), but for size, which is an operand.
Condition function_at(TokenReader& reader) {
  const Token name = reader.take();
  Condition condition{.kind = ConditionKind::function, .name = lower_case(name.text)};
  const Function* function = nullptr;
  for (const auto& known : functions) {
    if (known.name == condition.name) function = &known;
  }
  if (function == nullptr) {
    reader.fail(errors::function_unrecognized(name.text));
    return condition;
  }
  reader.expect_symbol("(");
  if (!reader.is_symbol(")")) {
    do {
      condition.operands.push_back(parse_operand(reader));
    } while (reader.take_symbol(","));
  }
  reader.expect_symbol(")");
  if (condition.operands.size() != function->operands) {
    reader.fail(errors::function_operand_count(condition.name, condition.operands.size()));
  }
  return condition;
}

bool at_function(const TokenReader& reader) {
  return reader.peek().kind == TokenKind::word && reader.is_symbol("(", 1) && !reader.is_word("SIZE");
}

Condition primary_at(TokenReader& reader) {
  if (reader.is_word("EXISTS") && reader.is_symbol("(", 1)) {
    reader.fail(errors::statement_token_unsupported("SELECT at " + position_of(reader.peek(2))));
    return {};
  }
  if (reader.is_symbol("(")) {
    reader.enter();
    reader.take();
    auto condition = disjunction_at(reader);
    reader.expect_symbol(")");
    reader.leave();
    return condition;
  }
  if (at_function(reader)) return function_at(reader);
  auto operand = parse_operand(reader);
  refuse_other_operators(reader);
  auto condition = predicate_of(reader, std::move(operand));
  refuse_other_operators(reader);
  return condition;
}

Condition negation_at(TokenReader& reader) {
  if (!reader.is_word("NOT")) return primary_at(reader);
  reader.enter();
  reader.take();
  auto child = negation_at(reader);
  reader.leave();
  if (!is_condition(child)) reader.fail(errors::and_or_of_values());
  return negated_if(true, std::move(child));
}

// One or more of `next`, with `word` between them.
template <class Next>
Condition several_at(TokenReader& reader, std::string_view word, ConditionKind kind, Next next) {
  auto first = next(reader);
  if (!reader.is_word(word)) return first;
  Condition condition{.kind = kind};
  condition.children.push_back(std::move(first));
  while (reader.take_word(word)) condition.children.push_back(next(reader));
  for (const auto& child : condition.children) {
    if (!is_condition(child)) reader.fail(errors::and_or_of_values());
  }
  return condition;
}

Condition conjunction_at(TokenReader& reader) {
  return several_at(reader, "AND", ConditionKind::conjunction, negation_at);
}

Condition disjunction_at(TokenReader& reader) {
  return several_at(reader, "OR", ConditionKind::disjunction, conjunction_at);
}

}  // namespace

Operand parse_operand(TokenReader& reader) {
  if (at_value(reader)) return parse_value(reader);
  if (reader.is_word("SIZE") && reader.is_symbol("(", 1)) {
    reader.take();
    reader.take();
    Size size{reader.take_path()};
    reader.expect_symbol(")");
    return size;
  }
  if (at_function(reader)) {
    reader.fail(errors::function_unrecognized(reader.peek().text));
    return dynamodb::AttributeValue();
  }
  return reader.take_path();
}

Condition parse_where(TokenReader& reader) {
  auto condition = disjunction_at(reader);
  if (!is_condition(condition)) reader.fail(errors::where_is_not_boolean());
  return condition;
}

}  // namespace partiql
