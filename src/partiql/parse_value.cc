#include <algorithm>
#include <utility>

#include "dynamodb/errors.h"
#include "partiql/parts.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::AttributeType;
using dynamodb::AttributeValue;

namespace {

// `under` names where the value lies, in errors: "root", "root.a".
AttributeValue value_at(TokenReader& reader, const std::string& under);

AttributeValue number_at(TokenReader& reader) {
  const bool negative = reader.is_symbol("-");
  if (negative || reader.is_symbol("+")) reader.take();
  const Token token = reader.take();
  if (token.kind != TokenKind::number) {
    reader.malformed();
    return {};
  }
  auto number = dynamodb::Number::parse((negative ? "-" : "") + token.text);
  if (!number) {
    reader.fail(std::move(number.error()));
    return {};
  }
  return *number;
}

dynamodb::List list_at(TokenReader& reader, const std::string& under) {
  dynamodb::List list;
  reader.enter();
  reader.expect_symbol("[");
  if (!reader.is_symbol("]")) {
    do {
      list.push_back(value_at(reader, under + "." + std::to_string(list.size())));
    } while (reader.take_symbol(","));
  }
  reader.expect_symbol("]");
  reader.leave();
  return list;
}

dynamodb::AttributeMap tuple_at(TokenReader& reader, const std::string& under) {
  dynamodb::AttributeMap tuple;
  reader.enter();
  reader.expect_symbol("{");
  if (!reader.is_symbol("}")) {
    do {
      const Token key = reader.take();
      if (key.kind != TokenKind::string) reader.malformed();
      reader.expect_symbol(":");
      auto value = value_at(reader, under + "." + key.text);
      if (!tuple.emplace(key.text, std::move(value)).second) {
        reader.fail(errors::tuple_with_duplicate_key(key.text, under, position_of(key)));
      }
    } while (reader.take_symbol(","));
  }
  reader.expect_symbol("}");
  reader.leave();
  return tuple;
}

template <class T>
std::vector<T> members_as(const std::vector<AttributeValue>& members) {
  std::vector<T> result;
  for (const auto& member : members) {
    if (const auto* value = member.get_if<T>()) result.push_back(*value);
  }
  return result;
}

template <class T>
AttributeValue set_of(TokenReader& reader, const std::vector<AttributeValue>& members) {
  auto set = dynamodb::make_set(members_as<T>(members));
  if (set) return std::move(*set);
  reader.fail(errors::bag_with_duplicates());
  return {};
}

// <<1, 2>>
AttributeValue bag_at(TokenReader& reader, const std::string& under) {
  Token place = reader.peek();
  reader.enter();
  reader.expect_symbol("<<");
  if (reader.is_symbol(">>")) {
    place.length = reader.peek().column - place.column;
    reader.fail(errors::bag_empty(position_of(place)));
    return {};
  }
  std::vector<AttributeValue> members;
  do {
    members.push_back(value_at(reader, under));
  } while (reader.take_symbol(","));
  reader.expect_symbol(">>");
  reader.leave();
  const AttributeType type = members.front().type();
  const bool uniform = std::ranges::all_of(members, [type](const auto& member) { return member.type() == type; });
  if (uniform && type == AttributeType::string) return set_of<std::string>(reader, members);
  if (uniform && type == AttributeType::number) return set_of<dynamodb::Number>(reader, members);
  if (uniform && type == AttributeType::binary) return set_of<dynamodb::Binary>(reader, members);
  reader.fail(errors::bag_of_mixed_types());
  return {};
}

AttributeValue value_at(TokenReader& reader, const std::string& under) {
  if (reader.is_symbol("[")) return list_at(reader, under);
  if (reader.is_symbol("{")) return tuple_at(reader, under);
  if (reader.is_symbol("<<")) return bag_at(reader, under);
  if (reader.take_symbol("?")) return reader.take_parameter();
  if (reader.take_word("TRUE")) return AttributeValue::boolean(true);
  if (reader.take_word("FALSE")) return AttributeValue::boolean(false);
  if (reader.take_word("NULL")) return dynamodb::Null{};
  if (reader.is_word("MISSING")) {
    reader.fail(errors::missing_without_is());
    return {};
  }
  if (reader.peek().kind == TokenKind::string) return reader.take().text;
  return number_at(reader);
}

}  // namespace

bool at_value(const TokenReader& reader) {
  const Token& token = reader.peek();
  if (token.kind == TokenKind::string || token.kind == TokenKind::number) return true;
  for (const auto* symbol : {"[", "{", "<<", "?", "-", "+"}) {
    if (reader.is_symbol(symbol)) return true;
  }
  for (const auto* word : {"TRUE", "FALSE", "NULL", "MISSING"}) {
    if (reader.is_word(word)) return true;
  }
  return false;
}

AttributeValue parse_value(TokenReader& reader) {
  return value_at(reader, "root");
}

dynamodb::Item parse_item(TokenReader& reader) {
  if (!reader.is_symbol("{")) {
    if (reader.at_end()) {
      reader.malformed();
    } else {
      reader.fail(errors::insert_of_no_tuple(position_of(reader.peek())));
    }
    return {};
  }
  return tuple_at(reader, "root");
}

}  // namespace partiql
