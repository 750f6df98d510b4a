// Every expression in testdata/measured_answers.jsonl gets the answer that the service gave: each line is one request,
// measured against DynamoDB Local 3.1.0, with the message, the truth, or the item that came of it. The first line is
// the item that all of them met. Where we answer otherwise, "ours" says what and "because" says why: the documentation
// or recordings of the service itself differ from DynamoDB Local, or its order of errors follows no rule.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/property_tree/json_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "dynamodb/expressions/expression.h"

namespace dynamodb {
namespace {

// Every scalar is text in it, which is all that DynamoDB's JSON needs.
using Json = boost::property_tree::ptree;

std::string from_base64(std::string_view text) {
  static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned int bits = 0;
  int count = 0;
  for (char c : text.substr(0, text.find('='))) {
    bits = bits << 6U | static_cast<unsigned int>(digits.find(c));
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> static_cast<unsigned int>(count) & 0xFFU);
  }
  return bytes;
}

AttributeMap to_map(const Json& json);

template <class Set, class Convert>
Set to_set(const Json& json, Convert convert) {
  Set set;
  for (const auto& [key, member] : json) set.values.push_back(convert(member.data()));
  std::ranges::sort(set.values);
  return set;
}

AttributeValue to_value(const Json& json) {
  const auto& [type, content] = json.front();
  auto number = [](const std::string& text) { return Number::parse(text).value(); };
  auto binary = [](const std::string& text) { return Binary{from_base64(text)}; };
  auto same = [](const std::string& text) { return text; };
  if (type == "S") return content.data();
  if (type == "N") return number(content.data());
  if (type == "B") return binary(content.data());
  if (type == "BOOL") return AttributeValue::boolean(content.data() == "true");
  if (type == "M") return to_map(content);
  if (type == "SS") return to_set<StringSet>(content, same);
  if (type == "NS") return to_set<NumberSet>(content, number);
  if (type == "BS") return to_set<BinarySet>(content, binary);
  if (type != "L") return Null{};
  List list;
  for (const auto& [key, element] : content) list.push_back(to_value(element));
  return list;
}

AttributeMap to_map(const Json& json) {
  AttributeMap map;
  for (const auto& [name, value] : json) map.emplace(name, to_value(value));
  return map;
}

// An answer as text, so that a difference is seen at once.
std::string print(const AttributeValue& value);
std::string print(const AttributeMap& map) {
  std::string text = "{";
  for (const auto& [name, value] : map) text += name + ":" + print(value) + " ";
  return text + "}";
}
std::string print(const AttributeValue& value) {
  std::string text(type_descriptor(value.type()));
  text += " ";
  if (const auto* string = value.get_if<std::string>()) return text + *string;
  if (const auto* number = value.get_if<Number>()) return text + number->to_string();
  if (const auto* binary = value.get_if<Binary>()) return text + binary->bytes;
  if (const auto* boolean = value.get_if<bool>()) return text + (*boolean ? "true" : "false");
  if (const auto* map = value.get_if<AttributeMap>()) return text + print(*map);
  if (const auto* list = value.get_if<List>()) {
    for (const AttributeValue& element : *list) text += print(element) + ", ";
  }
  if (const auto* set = value.get_if<StringSet>()) {
    for (const auto& member : set->values) text += member + ", ";
  }
  if (const auto* set = value.get_if<NumberSet>()) {
    for (const auto& member : set->values) text += member.to_string() + ", ";
  }
  if (const auto* set = value.get_if<BinarySet>()) {
    for (const auto& member : set->values) text += member.bytes + ", ";
  }
  return text;
}

ExpressionKind kind_named(const std::string& name) {
  if (name == "filter") return ExpressionKind::filter;
  if (name == "update") return ExpressionKind::update;
  if (name == "projection") return ExpressionKind::projection;
  return name == "key" ? ExpressionKind::key_condition : ExpressionKind::condition;
}

// The tables of the key conditions: "rrr" has a number as sort key, "rss" a string, "hhh" none.
Result<KeyCondition> parse_key(const std::string& text, const std::string& table, ExpressionContext& context) {
  KeySchema schema{"pk", table == "hhh" ? std::nullopt : std::optional<std::string>("sk")};
  std::vector<AttributeDefinition> definitions{{"pk", ScalarType::string},
                                               {"sk", table == "rrr" ? ScalarType::number : ScalarType::string}};
  return parse_key_condition(text, schema, definitions, context);
}

// The request's answer as text: "true", "false", an item, "ok", or the message of its error.
std::string answer(const Json& request, const Item& item) {
  ExpressionAttributes attributes;
  if (auto names = request.get_child_optional("names")) {
    attributes.names.emplace();
    for (const auto& [key, name] : *names) attributes.names->emplace(key, name.data());
  }
  if (auto values = request.get_child_optional("values")) attributes.values = to_map(*values);
  auto text = request.get<std::string>("text");
  ExpressionKind kind = kind_named(request.get<std::string>("kind"));
  auto context = ExpressionContext::create(attributes, {{kind, true}});
  if (!context) return context.error().message;

  auto finish = [&context](const auto& parsed, auto describe) -> std::string {
    if (!parsed) return parsed.error().message;
    if (auto used = context->check_all_used(); !used) return used.error().message;
    return describe(*parsed);
  };
  switch (kind) {
    case ExpressionKind::key_condition:
      return finish(parse_key(text, request.get<std::string>("table", "rrr"), *context),
                    [](const auto&) { return std::string("ok"); });
    case ExpressionKind::projection:
      return finish(parse_projection(text, *context), [&](const auto& paths) { return print(paths.apply(item)); });
    case ExpressionKind::update:
      return finish(parse_update(text, *context), [&](const auto& update) {
        auto updated = update.apply(item);
        return updated ? print(*updated) : updated.error().message;
      });
    case ExpressionKind::condition:
    case ExpressionKind::filter:
      break;
  }
  return finish(parse_condition(text, kind, *context),
                [&](const auto& condition) { return condition.evaluate(item) ? "true" : "false"; });
}

std::string expected_answer(const Json& request) {
  if (auto message = request.get_optional<std::string>("ours")) return *message;
  if (auto message = request.get_optional<std::string>("message")) return *message;
  if (auto matches = request.get_optional<std::string>("matches")) return *matches;
  if (auto item = request.get_child_optional("item")) return print(to_map(*item));
  return "ok";
}

TEST(MeasuredAnswers, every_expression_is_answered_as_the_service_answers_it) {
  std::ifstream file(TT_SOURCE_DIR "/src/dynamodb/expressions/testdata/measured_answers.jsonl");
  std::string line;
  Item item;
  int requests = 0;
  while (std::getline(file, line)) {
    std::istringstream stream(line);
    Json request;
    boost::property_tree::read_json(stream, request);
    if (request.get<std::string>("kind") == "item") {
      item = to_map(request.get_child("item"));
      continue;
    }
    ++requests;
    EXPECT_EQ(answer(request, item), expected_answer(request)) << line;
  }
  EXPECT_GT(requests, 800);
}

}  // namespace
}  // namespace dynamodb
