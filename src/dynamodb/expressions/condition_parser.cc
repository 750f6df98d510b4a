// condition  := conjunction (OR conjunction)*
// conjunction := negation (AND negation)*
// negation   := NOT* predicate
// predicate  := operand comparator operand | operand BETWEEN operand AND operand | operand IN (operand, …) | function
//             | ( condition )
// An operand may stand in parentheses too, so behind a "(" it is not known yet which of the two follows.
#include <utility>

#include "dynamodb/expressions/parser.h"
#include "dynamodb/expressions/token_stream.h"

namespace dynamodb {
namespace {

// What a "(" may have opened.
struct Term {
  std::variant<OperandSyntax, ConditionSyntax> form;
  bool parenthesised = false;
  bool redundantly = false;  // more than once
};

// Whether an operand without comparator may be the whole of what is read: directly inside parentheses, where a
// comparator may follow behind them.
enum class LoneOperand { refused, allowed };

class ConditionParser {
 public:
  explicit ConditionParser(TokenStream& tokens) : tokens_(tokens) {}

  ConditionSyntax parse() {
    Term term = parse_disjunction(LoneOperand::refused);
    tokens_.expect(TokenKind::end);
    return to_condition(std::move(term));
  }

 private:
  Term parse_disjunction(LoneOperand lone);
  Term parse_conjunction(LoneOperand lone);
  Term parse_negation(LoneOperand lone);
  Term parse_predicate(LoneOperand lone);
  Term parse_primary();
  bool accept_comparator(Comparator& comparator);
  ConditionSyntax parse_between(OperandSyntax operand);
  ConditionSyntax parse_in(OperandSyntax operand);
  [[nodiscard]] OperandSyntax operand() { return parse_operand(tokens_).operand; }

  // Only a function is both; a syntax error was noted for every other operand.
  static ConditionSyntax to_condition(Term term) {
    if (auto* condition = std::get_if<ConditionSyntax>(&term.form)) return std::move(*condition);
    auto* function = std::get_if<FunctionSyntax>(&std::get<OperandSyntax>(term.form).form);
    return {function != nullptr ? std::move(*function) : FunctionSyntax{}};
  }

  template <class Chain>
  Term chain(Term first, TokenKind word, Term (ConditionParser::*next)(LoneOperand));

  TokenStream& tokens_;
};

// first (word next)*
template <class Chain>
Term ConditionParser::chain(Term first, TokenKind word, Term (ConditionParser::*next)(LoneOperand)) {
  if (!tokens_.at(word)) return first;
  Chain members;
  members.conditions.push_back(to_condition(std::move(first)));
  while (tokens_.accept(word)) {
    tokens_.count_operator();
    members.conditions.push_back(to_condition((this->*next)(LoneOperand::refused)));
  }
  return {ConditionSyntax{std::move(members)}};
}

Term ConditionParser::parse_disjunction(LoneOperand lone) {
  return chain<OrSyntax>(parse_conjunction(lone), TokenKind::word_or, &ConditionParser::parse_conjunction);
}

Term ConditionParser::parse_conjunction(LoneOperand lone) {
  return chain<AndSyntax>(parse_negation(lone), TokenKind::word_and, &ConditionParser::parse_negation);
}

// NOT repeats without recursion, and beyond the limit of operators without building a tree: that is an error later.
Term ConditionParser::parse_negation(LoneOperand lone) {
  std::size_t negations = 0;
  while (tokens_.accept(TokenKind::word_not)) {
    tokens_.count_operator();
    ++negations;
  }
  if (negations == 0) return parse_predicate(lone);
  ConditionSyntax condition = to_condition(parse_predicate(LoneOperand::refused));
  for (std::size_t i = 0; i < negations && i <= limits::expression_operators_max; ++i) {
    condition = {NotSyntax{std::make_unique<ConditionSyntax>(std::move(condition))}};
  }
  return {std::move(condition)};
}

Term ConditionParser::parse_predicate(LoneOperand lone) {
  Term term = parse_primary();
  auto* left = std::get_if<OperandSyntax>(&term.form);
  if (left == nullptr) return term;
  bool redundantly = term.redundantly;
  Comparator comparator{};
  if (accept_comparator(comparator)) {
    if (redundantly) tokens_.fail_with_redundant_parentheses();
    tokens_.count_operator();
    return {ConditionSyntax{ComparisonSyntax{comparator, std::move(*left), operand()}}};
  }
  if (redundantly && (tokens_.at(TokenKind::word_between) || tokens_.at(TokenKind::word_in))) {
    tokens_.fail_with_redundant_parentheses();
  }
  if (tokens_.accept(TokenKind::word_between)) return {parse_between(std::move(*left))};
  if (tokens_.accept(TokenKind::word_in)) return {parse_in(std::move(*left))};
  bool is_function = std::holds_alternative<FunctionSyntax>(left->form);
  bool may_be_lone = lone == LoneOperand::allowed && tokens_.at(TokenKind::right_parenthesis);
  if (is_function && redundantly) tokens_.fail_with_redundant_parentheses();
  if (!is_function && !may_be_lone) tokens_.fail_here();
  return term;
}

Term ConditionParser::parse_primary() {
  if (!tokens_.accept(TokenKind::left_parenthesis)) return {parse_bare_operand(tokens_)};
  TokenStream::Level level(tokens_);
  if (!level) return {OperandSyntax{}};
  Term inner = parse_disjunction(LoneOperand::allowed);
  tokens_.expect(TokenKind::right_parenthesis);
  inner.redundantly = inner.parenthesised;
  inner.parenthesised = true;
  // Of an operand it is said only where a comparator shows that it is one.
  bool is_condition = std::holds_alternative<ConditionSyntax>(inner.form);
  if (inner.redundantly && is_condition) tokens_.fail_with_redundant_parentheses();
  return inner;
}

bool ConditionParser::accept_comparator(Comparator& comparator) {
  static constexpr std::pair<TokenKind, Comparator> comparators[] = {
      {TokenKind::equal, Comparator::equal},     {TokenKind::not_equal, Comparator::not_equal},
      {TokenKind::less, Comparator::less},       {TokenKind::less_equal, Comparator::less_equal},
      {TokenKind::greater, Comparator::greater}, {TokenKind::greater_equal, Comparator::greater_equal},
  };
  for (const auto& [kind, meaning] : comparators) {
    if (!tokens_.accept(kind)) continue;
    comparator = meaning;
    return true;
  }
  return false;
}

ConditionSyntax ConditionParser::parse_between(OperandSyntax operand_before) {
  tokens_.count_operator();
  OperandSyntax lower = operand();
  tokens_.expect(TokenKind::word_and);
  return {BetweenSyntax{std::move(operand_before), std::move(lower), operand()}};
}

ConditionSyntax ConditionParser::parse_in(OperandSyntax operand_before) {
  tokens_.count_operator();
  InSyntax in{std::move(operand_before), {}};
  tokens_.expect(TokenKind::left_parenthesis);
  do {
    in.candidates.push_back(operand());
  } while (tokens_.accept(TokenKind::comma));
  tokens_.expect(TokenKind::right_parenthesis);
  return {std::move(in)};
}

}  // namespace

Result<Parsed<ConditionSyntax>> parse_condition_syntax(std::string_view text, ExpressionKind kind) {
  TokenStream tokens(text);
  ConditionSyntax syntax = ConditionParser(tokens).parse();
  if (auto checked = tokens.check(kind); !checked) return std::unexpected(std::move(checked.error()));
  return Parsed<ConditionSyntax>{std::move(syntax), tokens.operator_count()};
}

}  // namespace dynamodb
