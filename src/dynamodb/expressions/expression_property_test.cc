// Laws of the expression language, over random expressions and items.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "dynamodb/expressions/ast.h"
#include "dynamodb/expressions/syntax.h"
#include "dynamodb/expressions/testing/requests.h"
#include "dynamodb/testing/generators.h"

namespace dynamodb {
namespace {

// Prints conditions as text: every name and value as a placeholder, so that any of them can be printed.
class Printer {
 public:
  [[nodiscard]] const ExpressionAttributes& attributes() const { return attributes_; }

  std::string print(const ConditionNode& node) {
    return std::visit([this](const auto& rule) { return text(rule); }, node.rule);
  }

 private:
  std::string text(const DocumentPath& path) {
    std::string result;
    for (const PathElement& element : path.elements) {
      if (const auto* index = std::get_if<std::size_t>(&element)) {
        result += "[" + std::to_string(*index) + "]";
      } else {
        if (!attributes_.names) attributes_.names.emplace();
        std::string key = "#n" + std::to_string(attributes_.names->size());
        result += (result.empty() ? "" : ".") + key;
        attributes_.names->emplace(key, std::get<std::string>(element));
      }
    }
    return result;
  }
  std::string text(const AttributeValue& value) {
    if (!attributes_.values) attributes_.values.emplace();
    std::string key = ":v" + std::to_string(attributes_.values->size());
    attributes_.values->emplace(key, value);
    return key;
  }
  std::string text(const SizeOf& size) { return "size(" + any(size.argument) + ")"; }
  template <class... Forms>
  std::string any(const std::variant<Forms...>& operand) {
    return std::visit([this](const auto& form) { return this->text(form); }, operand);
  }

  std::string text(const Comparison& rule) {
    std::string left = any(rule.left);
    return left + " " + std::string(symbol(rule.comparator)) + " " + any(rule.right);
  }
  std::string text(const Between& rule) {
    std::string operand = any(rule.operand);
    std::string lower = any(rule.lower);
    return operand + " BETWEEN " + lower + " AND " + any(rule.upper);
  }
  std::string text(const In& rule) {
    std::string result = any(rule.operand) + " IN (";
    for (const Operand& candidate : rule.candidates) result += (result.ends_with("(") ? "" : ", ") + any(candidate);
    return result + ")";
  }
  std::string text(const AttributeExists& rule) { return "attribute_exists(" + text(rule.path) + ")"; }
  std::string text(const AttributeNotExists& rule) { return "attribute_not_exists(" + text(rule.path) + ")"; }
  std::string text(const AttributeTypeIs& rule) {
    std::string operand = any(rule.operand);
    return "attribute_type(" + operand + ", " + text(AttributeValue(type_descriptor(rule.type))) + ")";
  }
  std::string text(const BeginsWith& rule) {
    std::string operand = any(rule.operand);
    return "begins_with(" + operand + ", " + any(rule.prefix) + ")";
  }
  std::string text(const Contains& rule) {
    std::string container = any(rule.container);
    return "contains(" + container + ", " + any(rule.element) + ")";
  }
  std::string text(const And& rule) { return chain(rule.conditions, " AND "); }
  std::string text(const Or& rule) { return chain(rule.conditions, " OR "); }
  std::string text(const Not& rule) { return "NOT " + grouped(*rule.condition); }

  std::string chain(const std::vector<ConditionNode>& conditions, std::string_view word) {
    std::string result;
    for (const ConditionNode& condition : conditions) {
      if (!result.empty()) result += word;
      result += grouped(condition);
    }
    return result;
  }
  std::string grouped(const ConditionNode& node) {
    bool is_chain = std::holds_alternative<And>(node.rule) || std::holds_alternative<Or>(node.rule);
    return is_chain ? "(" + print(node) + ")" : print(node);
  }

  ExpressionAttributes attributes_;
};

// The item has attributes of every kind under few names, so that conditions often meet what they look for. Left
// operands take paths from one set and right ones from another, since they must be distinct.
DocumentPath left_path() {
  const auto root = *rc::gen::element<std::string>("a", "b", "Name", "x.y", "steps", "place");
  DocumentPath path{{root}};
  if (root == "steps") path.elements.emplace_back(*rc::gen::inRange<std::size_t>(0, 3));
  if (root == "place") path.elements.emplace_back(*rc::gen::element<std::string>("k", "size"));
  return path;
}
DocumentPath right_path() {
  return {{*rc::gen::element<std::string>("c", "d", "Type")}};
}

AttributeValue ordered_value() {
  return *generators::key_value();
}
Operand right_operand() {
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return right_path();
    case 1:
      return SizeOf{right_path()};
    default:
      return ordered_value();
  }
}
Operand left_operand() {
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return SizeOf{left_path()};
    case 1:
      return ordered_value();
    default:
      return left_path();
  }
}

ConditionNode leaf() {
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
      return {AttributeExists{left_path()}};
    case 1:
      return {AttributeNotExists{left_path()}};
    case 2:
      return {AttributeTypeIs{left_operand(), static_cast<AttributeType>(*rc::gen::inRange(0, 10))}};
    case 3:
      return {BeginsWith{left_path(), right_path()}};
    case 4:
      return {Contains{left_operand(), right_operand()}};
    case 5: {
      In in{left_operand(), {}};
      const auto count = *rc::gen::inRange(1, 4);
      for (int i = 0; i < count; ++i) in.candidates.push_back(right_operand());
      return {std::move(in)};
    }
    case 6:
      return {Between{left_operand(), right_path(), right_operand()}};
    default:
      return {Comparison{static_cast<Comparator>(*rc::gen::inRange(0, 6)), left_operand(), right_operand()}};
  }
}

ConditionNode random_condition(int levels) {
  const int choice = levels == 0 ? 3 : *rc::gen::inRange(0, 4);
  if (choice == 3) return leaf();
  if (choice == 2) return {Not{std::make_unique<const ConditionNode>(random_condition(levels - 1))}};
  std::vector<ConditionNode> conditions;
  const auto count = *rc::gen::inRange(2, 4);
  for (int i = 0; i < count; ++i) conditions.push_back(random_condition(levels - 1));
  if (choice == 1) return {And{std::move(conditions)}};
  return {Or{std::move(conditions)}};
}

Item random_item() {
  Item item = *generators::item();
  item["steps"] = List{*generators::value(1), *generators::value(1)};
  item["place"] = AttributeMap{{"k", *generators::value(1)}, {"size", *generators::scalar()}};
  return item;
}

Result<Condition> parse_printed(const std::string& text, const Printer& printer) {
  return expression_requests::parse_request(ExpressionKind::filter, printer.attributes(), [&](auto& context) {
    return parse_condition(text, ExpressionKind::filter, context);
  });
}

RC_GTEST_PROP(ExpressionProperty, a_printed_condition_means_the_same_when_read_again, ()) {
  const Item item = random_item();
  auto node = std::make_shared<const ConditionNode>(random_condition(3));
  const bool truth = Condition(node).evaluate(item);
  Printer printer;
  const std::string text = printer.print(*node);
  RC_LOG() << text << '\n';
  auto parsed = parse_printed(text, printer);
  if (!parsed) RC_FAIL(parsed.error().message);
  RC_ASSERT(parsed->evaluate(item) == truth);
  Printer again;
  RC_ASSERT(again.print(parsed->root()) == text);
  RC_ASSERT(again.attributes().values == printer.attributes().values);
  RC_ASSERT(parsed->root_names() == Condition(node).root_names());
}

RC_GTEST_PROP(ExpressionProperty, and_or_and_not_are_those_of_logic, ()) {
  const Item item = random_item();
  auto truth = [&item](ConditionNode node) {
    return Condition(std::make_shared<const ConditionNode>(std::move(node))).evaluate(item);
  };
  auto negated = [](ConditionNode node) {
    return ConditionNode{Not{std::make_unique<const ConditionNode>(std::move(node))}};
  };
  // Comparisons that are each other's negation hold for any item (a missing attribute is just different).
  const Operand left = left_operand();
  const Operand right = right_operand();
  RC_ASSERT(truth({Comparison{Comparator::equal, left, right}}) !=
            truth({Comparison{Comparator::not_equal, left, right}}));
  RC_ASSERT(truth({Between{left, right, right}}) == (truth({Comparison{Comparator::less_equal, left, right}}) &&
                                                     truth({Comparison{Comparator::greater_equal, left, right}})));
  std::vector<ConditionNode> both;
  both.push_back({Comparison{Comparator::less, left, right}});
  both.push_back(negated({Comparison{Comparator::greater_equal, right, left}}));
  const bool less = truth({Comparison{Comparator::less, left, right}});
  const bool turned = truth({Comparison{Comparator::greater, right, left}});
  RC_ASSERT(less == turned);
  RC_ASSERT(truth({And{std::move(both)}}) == (less && !truth({Comparison{Comparator::greater_equal, right, left}})));
}

RC_GTEST_PROP(ExpressionProperty, what_an_update_sets_a_projection_finds, ()) {
  const Item before = random_item();
  const std::vector<std::string> all{"a", "fresh", "Größe", "place.k", "place.added", "steps[0]", "steps[1]"};
  const auto chosen =
      *rc::gen::nonEmpty(rc::gen::unique<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, all.size())));
  const expression_requests::Names names{{"#g", "Größe"}};
  std::string text = "SET #g = :same";
  std::string projection_text = "#g";
  AttributeMap values{{":same", *generators::value()}};
  std::vector<std::string> keys;
  for (std::size_t index : chosen) {
    if (all[index] == "Größe") continue;
    std::string key = ":v" + std::to_string(index);
    text += ", " + all[index] + " = " + key;
    projection_text += ", " + all[index];
    values.emplace(key, *generators::value());
  }
  RC_LOG() << text << '\n';
  auto update = expression_requests::update(text, values, names);
  RC_ASSERT(update.has_value());
  auto after = update->apply(before);
  RC_ASSERT(after.has_value());
  auto paths = expression_requests::projection(projection_text, names);
  RC_ASSERT(paths.has_value());
  RC_ASSERT(paths->paths() == update->written_paths());
  const Item projected = paths->apply(*after);
  RC_ASSERT(projected.at("Größe") == values.at(":same"));
  for (std::size_t index : chosen) {
    if (all[index] == "Größe") continue;
    auto path = expression_requests::projection(all[index])->paths().front();
    RC_ASSERT(*resolve(path, *after) == values.at(":v" + std::to_string(index)));
  }
  // Nothing else has changed.
  for (const auto& [name, value] : before) {
    auto writes = [&name](const DocumentPath& path) { return path.root() == name; };
    if (std::ranges::none_of(update->written_paths(), writes)) RC_ASSERT(after->at(name) == value);
  }
}

RC_GTEST_PROP(ExpressionProperty, adding_and_taking_away_a_set_leaves_what_was_not_in_it, ()) {
  auto members = *generators::set_members(generators::text());
  const auto others = *generators::set_members(generators::text());
  const Item before{{"set", StringSet{members}}};
  const AttributeMap values{{":v", StringSet{others}}};
  auto added = expression_requests::update("ADD #s :v", values, {{"#s", "set"}})->apply(before);
  auto removed = expression_requests::update("DELETE #s :v", values, {{"#s", "set"}})->apply(*added);
  std::erase_if(members, [&](const std::string& member) { return std::ranges::binary_search(others, member); });
  Item expected;
  if (!members.empty()) expected.emplace("set", StringSet{members});
  RC_ASSERT(*removed == expected);
}

// Pieces of the language in any order: whatever they make, the answer is an expression or a ValidationException.
RC_GTEST_PROP(ExpressionProperty, any_text_is_an_expression_or_a_validation_error, ()) {
  const auto piece = rc::gen::element<std::string>(
      "a", "b.c", "#n", ":v", "[0]", "[99999999999]", "(", ")", ",", ".", "=", "<>", "<", ">=", "+", "-", " AND ",
      " OR ", " NOT ", " BETWEEN ", " IN ", "SET ", " REMOVE ", " ADD ", " DELETE ", "size(", "contains(a,",
      "if_not_exists(a,", "list_append(", "attribute_exists(", "Name", "1", "é", "!", " ");
  std::string text;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) text += part;
  const auto attributes = expression_requests::placeholders({{":v", Number(1)}}, {{"#n", "name"}});
  auto context = ExpressionContext::create(attributes, true);
  RC_ASSERT(context.has_value());
  const Item item = random_item();
  auto check = [](const auto& parsed) { RC_ASSERT(parsed || parsed.error().code == ErrorCode::validation); };
  auto condition = parse_condition(text, ExpressionKind::condition, *context);
  check(condition);
  if (condition) (void)condition->evaluate(item);
  auto update = parse_update(text, *context);
  check(update);
  if (update) check(update->apply(item));
  auto projection = parse_projection(text, *context);
  check(projection);
  if (projection) (void)projection->apply(item);
  check(parse_key_condition(text, {"a", "b"}, {{"a", ScalarType::string}, {"b", ScalarType::number}}, *context));
}

}  // namespace
}  // namespace dynamodb
