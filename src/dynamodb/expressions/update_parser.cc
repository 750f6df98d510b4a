// update := (SET path = value, … | REMOVE path, … | ADD path :value, … | DELETE path :value, …)+
// value  := operand | operand + operand | operand - operand | ( value )
#include <utility>

#include "dynamodb/expressions/parser.h"
#include "dynamodb/expressions/token_stream.h"

namespace dynamodb {
namespace {

class UpdateParser {
 public:
  explicit UpdateParser(TokenStream& tokens) : tokens_(tokens) {}

  UpdateSyntax parse() {
    do {
      parse_section();
    } while (!tokens_.at(TokenKind::end));
    return std::move(update_);
  }

 private:
  // The right-hand side of one SET action.
  struct Value {
    OperandSyntax operand;
    std::optional<ArithmeticOperator> arithmetic;
    std::optional<OperandSyntax> second;
    bool parenthesised = false;
  };

  void parse_section();
  bool accept_section(TokenKind word, std::string_view name, bool& used);
  UpdateActionSyntax parse_set_action();
  Value parse_value();
  template <class Action>
  UpdateActionSyntax parse_value_action() {
    PathSyntax path = parse_path(tokens_);
    return Action{std::move(path), ValueSyntax{tokens_.expect(TokenKind::value_placeholder)}};
  }
  template <class ParseAction>
  void parse_actions(ParseAction parse_action) {
    do {
      update_.actions.push_back(parse_action());
    } while (tokens_.accept(TokenKind::comma));
  }

  TokenStream& tokens_;
  UpdateSyntax update_;
  bool set_used_ = false;
  bool remove_used_ = false;
  bool add_used_ = false;
  bool delete_used_ = false;
};

bool UpdateParser::accept_section(TokenKind word, std::string_view name, bool& used) {
  if (!tokens_.accept(word)) return false;
  if (used && update_.repeated_section.empty()) update_.repeated_section = name;
  used = true;
  return true;
}

void UpdateParser::parse_section() {
  if (accept_section(TokenKind::word_set, "SET", set_used_)) {
    parse_actions([this] { return parse_set_action(); });
  } else if (accept_section(TokenKind::word_remove, "REMOVE", remove_used_)) {
    parse_actions([this]() -> UpdateActionSyntax { return RemoveSyntax{parse_path(tokens_)}; });
  } else if (accept_section(TokenKind::word_add, "ADD", add_used_)) {
    parse_actions([this] { return parse_value_action<AddSyntax>(); });
  } else if (accept_section(TokenKind::word_delete, "DELETE", delete_used_)) {
    parse_actions([this] { return parse_value_action<DeleteSyntax>(); });
  } else {
    tokens_.fail_here();
  }
}

UpdateActionSyntax UpdateParser::parse_set_action() {
  PathSyntax path = parse_path(tokens_);
  tokens_.expect(TokenKind::equal);
  Value value = parse_value();
  return SetSyntax{std::move(path), std::move(value.operand), value.arithmetic, std::move(value.second)};
}

UpdateParser::Value UpdateParser::parse_value() {
  Value value;
  if (tokens_.accept(TokenKind::left_parenthesis)) {
    TokenStream::Level level(tokens_);
    if (!level) return value;
    value = parse_value();
    tokens_.expect(TokenKind::right_parenthesis);
    if (value.parenthesised) tokens_.fail_with_redundant_parentheses();
    value.parenthesised = true;
    if (value.arithmetic) return value;  // (a + b) + c is not in the language
  } else {
    value.operand = parse_bare_operand(tokens_);
  }
  if (tokens_.accept(TokenKind::plus)) {
    value.arithmetic = ArithmeticOperator::plus;
  } else if (tokens_.accept(TokenKind::minus)) {
    value.arithmetic = ArithmeticOperator::minus;
  } else {
    return value;
  }
  tokens_.count_operator();
  value.second = parse_operand(tokens_).operand;
  value.parenthesised = false;
  return value;
}

}  // namespace

Result<Parsed<UpdateSyntax>> parse_update_syntax(std::string_view text) {
  TokenStream tokens(text);
  UpdateSyntax syntax = UpdateParser(tokens).parse();
  if (auto checked = tokens.check(ExpressionKind::update); !checked) {
    return std::unexpected(std::move(checked.error()));
  }
  return Parsed<UpdateSyntax>{std::move(syntax), tokens.operator_count()};
}

}  // namespace dynamodb
