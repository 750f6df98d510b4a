#include "dynamodb/expressions/condition.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "dynamodb/expressions/ast.h"
#include "dynamodb/expressions/binder.h"

namespace dynamodb {
namespace {

// The length of a string is that of Java's: UTF-16 code units (measured with DynamoDB Local), so a character outside
// the basic plane, four bytes in UTF-8, counts for two.
std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    bool continues = (byte & 0xC0U) == 0x80U;
    if (!continues) length += byte >= 0xF0U ? 2 : 1;
  }
  return length;
}

struct SizeVisitor {
  std::optional<std::size_t> operator()(const std::string& string) const { return utf16_length(string); }
  std::optional<std::size_t> operator()(const Binary& binary) const { return binary.bytes.size(); }
  std::optional<std::size_t> operator()(const List& list) const { return list.size(); }
  std::optional<std::size_t> operator()(const AttributeMap& map) const { return map.size(); }
  std::optional<std::size_t> operator()(const StringSet& set) const { return set.values.size(); }
  std::optional<std::size_t> operator()(const NumberSet& set) const { return set.values.size(); }
  std::optional<std::size_t> operator()(const BinarySet& set) const { return set.values.size(); }
  std::optional<std::size_t> operator()(const Number& /*unsized*/) const { return std::nullopt; }
  std::optional<std::size_t> operator()(bool /*unsized*/) const { return std::nullopt; }
  std::optional<std::size_t> operator()(Null /*unsized*/) const { return std::nullopt; }
};

template <class Member>
bool is_member(const std::vector<Member>& sorted, const AttributeValue& element) {
  const auto* member = element.get_if<Member>();
  return member != nullptr && std::ranges::binary_search(sorted, *member);
}

bool is_inside(std::string_view whole, std::string_view part) {
  return whole.find(part) != std::string_view::npos;
}

struct ContainsVisitor {
  const AttributeValue& element;

  bool operator()(const std::string& string) const {
    const auto* part = element.get_if<std::string>();
    return part != nullptr && is_inside(string, *part);
  }
  bool operator()(const Binary& binary) const {
    const auto* part = element.get_if<Binary>();
    return part != nullptr && is_inside(binary.bytes, part->bytes);
  }
  bool operator()(const List& list) const { return std::ranges::find(list, element) != list.end(); }
  bool operator()(const StringSet& set) const { return is_member(set.values, element); }
  bool operator()(const NumberSet& set) const { return is_member(set.values, element); }
  bool operator()(const BinarySet& set) const { return is_member(set.values, element); }
  bool operator()(const auto& /*contains nothing*/) const { return false; }
};

bool begins_with(const AttributeValue& value, const AttributeValue& prefix) {
  if (const auto* string = value.get_if<std::string>()) {
    const auto* start = prefix.get_if<std::string>();
    return start != nullptr && string->starts_with(*start);
  }
  if (const auto* binary = value.get_if<Binary>()) {
    const auto* start = prefix.get_if<Binary>();
    return start != nullptr && binary->bytes.starts_with(start->bytes);
  }
  return false;
}

// An attribute that the item lacks makes every comparison false but <>, which it makes true.
class Evaluator {
 public:
  explicit Evaluator(const Item& item) : item_(item) {}

  bool evaluate(const ConditionNode& node) const {
    return std::visit([this](const auto& rule) { return holds(rule); }, node.rule);
  }

 private:
  // The value, or nullptr. A computed value is put into `computed`, which must live as long as the result.
  const AttributeValue* read(const Operand& operand, AttributeValue& computed) const {
    if (const auto* path = std::get_if<DocumentPath>(&operand)) return resolve(*path, item_);
    if (const auto* value = std::get_if<AttributeValue>(&operand)) return value;
    const auto& argument = std::get<SizeOf>(operand).argument;
    const auto* path = std::get_if<DocumentPath>(&argument);
    const AttributeValue* value = path != nullptr ? resolve(*path, item_) : &std::get<AttributeValue>(argument);
    if (value == nullptr) return nullptr;
    auto size = std::visit(SizeVisitor{}, value->variant());
    if (!size) return nullptr;
    computed = Number(static_cast<std::int64_t>(*size));
    return &computed;
  }

  bool holds(const Comparison& comparison) const;
  bool holds(const Between& between) const;
  bool holds(const In& in) const;
  bool holds(const AttributeExists& exists) const { return resolve(exists.path, item_) != nullptr; }
  bool holds(const AttributeNotExists& exists) const { return resolve(exists.path, item_) == nullptr; }
  bool holds(const AttributeTypeIs& is) const {
    AttributeValue computed;
    const AttributeValue* value = read(is.operand, computed);
    return value != nullptr && value->type() == is.type;
  }
  bool holds(const BeginsWith& begins) const {
    AttributeValue computed;
    AttributeValue computed_prefix;
    const AttributeValue* value = read(begins.operand, computed);
    const AttributeValue* prefix = read(begins.prefix, computed_prefix);
    return value != nullptr && prefix != nullptr && begins_with(*value, *prefix);
  }
  bool holds(const Contains& contains) const {
    AttributeValue computed;
    AttributeValue computed_element;
    const AttributeValue* container = read(contains.container, computed);
    const AttributeValue* element = read(contains.element, computed_element);
    if (container == nullptr || element == nullptr) return false;
    return std::visit(ContainsVisitor{*element}, container->variant());
  }
  bool holds(const And& conjunction) const {
    return std::ranges::all_of(conjunction.conditions, [this](const auto& node) { return evaluate(node); });
  }
  bool holds(const Or& disjunction) const {
    return std::ranges::any_of(disjunction.conditions, [this](const auto& node) { return evaluate(node); });
  }
  bool holds(const Not& negation) const { return !evaluate(*negation.condition); }

  const Item& item_;
};

bool Evaluator::holds(const Comparison& comparison) const {
  AttributeValue computed_left;
  AttributeValue computed_right;
  const AttributeValue* left = read(comparison.left, computed_left);
  const AttributeValue* right = read(comparison.right, computed_right);
  if (left == nullptr || right == nullptr) return comparison.comparator == Comparator::not_equal;
  switch (comparison.comparator) {
    case Comparator::equal:
      return *left == *right;
    case Comparator::not_equal:
      return *left != *right;
    case Comparator::less:
      return compare(*left, *right) < 0;
    case Comparator::less_equal:
      return compare(*left, *right) <= 0;
    case Comparator::greater:
      return compare(*left, *right) > 0;
    case Comparator::greater_equal:
      return compare(*left, *right) >= 0;
  }
  return false;
}

bool Evaluator::holds(const Between& between) const {
  AttributeValue computed;
  AttributeValue computed_lower;
  AttributeValue computed_upper;
  const AttributeValue* value = read(between.operand, computed);
  const AttributeValue* lower = read(between.lower, computed_lower);
  const AttributeValue* upper = read(between.upper, computed_upper);
  if (value == nullptr || lower == nullptr || upper == nullptr) return false;
  return compare(*value, *lower) >= 0 && compare(*value, *upper) <= 0;
}

bool Evaluator::holds(const In& in) const {
  AttributeValue computed;
  const AttributeValue* value = read(in.operand, computed);
  if (value == nullptr) return false;
  return std::ranges::any_of(in.candidates, [this, value](const Operand& operand) {
    AttributeValue computed_candidate;
    const AttributeValue* candidate = read(operand, computed_candidate);
    return candidate != nullptr && *candidate == *value;
  });
}

class RootNames {
 public:
  void collect(const ConditionNode& node) {
    std::visit([this](const auto& rule) { visit(rule); }, node.rule);
  }
  [[nodiscard]] std::vector<std::string> names() const { return {names_.begin(), names_.end()}; }

 private:
  void add(const DocumentPath& path) { names_.insert(path.root()); }
  void add(const Operand& operand) {
    if (const auto* path = std::get_if<DocumentPath>(&operand)) add(*path);
    if (const auto* size = std::get_if<SizeOf>(&operand)) {
      if (const auto* path = std::get_if<DocumentPath>(&size->argument)) add(*path);
    }
  }

  void visit(const Comparison& comparison) {
    add(comparison.left);
    add(comparison.right);
  }
  void visit(const Between& between) {
    add(between.operand);
    add(between.lower);
    add(between.upper);
  }
  void visit(const In& in) {
    add(in.operand);
    for (const Operand& candidate : in.candidates) add(candidate);
  }
  void visit(const AttributeExists& exists) { add(exists.path); }
  void visit(const AttributeNotExists& exists) { add(exists.path); }
  void visit(const AttributeTypeIs& is) { add(is.operand); }
  void visit(const BeginsWith& begins) {
    add(begins.operand);
    add(begins.prefix);
  }
  void visit(const Contains& contains) {
    add(contains.container);
    add(contains.element);
  }
  void visit(const And& conjunction) {
    for (const ConditionNode& node : conjunction.conditions) collect(node);
  }
  void visit(const Or& disjunction) {
    for (const ConditionNode& node : disjunction.conditions) collect(node);
  }
  void visit(const Not& negation) { collect(*negation.condition); }

  std::set<std::string> names_;
};

}  // namespace

bool Condition::evaluate(const Item& item) const {
  return Evaluator(item).evaluate(*root_);
}

std::vector<std::string> Condition::root_names() const {
  RootNames names;
  names.collect(*root_);
  return names.names();
}

Result<Condition> parse_condition(std::string_view text, ExpressionKind kind, ExpressionContext& context) {
  auto node = parse_condition_node(text, kind, context);
  if (!node) return std::unexpected(std::move(node.error()));
  return Condition(std::make_shared<const ConditionNode>(std::move(*node)));
}

}  // namespace dynamodb
