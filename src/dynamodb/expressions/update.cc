#include "dynamodb/expressions/update.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/expressions/ast.h"
#include "dynamodb/expressions/binder.h"
#include "dynamodb/expressions/expression_errors.h"
#include "dynamodb/expressions/parser.h"
#include "dynamodb/expressions/token_stream.h"
#include "dynamodb/expressions/vocabulary.h"

namespace dynamodb {
namespace {

// ---- right-hand sides, read from the item as it was --------------------------------------------------------------

Result<AttributeValue> read(const UpdateOperand& operand, const Item& item);

Result<AttributeValue> read_source(const DocumentPath& path, const Item& item) {
  const AttributeValue* value = resolve(path, item);
  if (value == nullptr) return std::unexpected(expression_errors::update_operand_missing());
  return *value;
}

Result<AttributeValue> read_source(const AttributeValue& value, const Item& /*independent*/) {
  return value;
}

// The other operand must exist even where it is not taken (measured with DynamoDB Local).
Result<AttributeValue> read_source(const IfNotExists& choice, const Item& item) {
  auto otherwise = read(choice.otherwise.front(), item);
  const AttributeValue* value = resolve(choice.path, item);
  if (!otherwise || value == nullptr) {
    return otherwise;
  }
  return *value;
}

Result<List> read_list(const UpdateOperand& operand, const Item& item) {
  auto value = read(operand, item);
  if (!value) {
    return std::unexpected(std::move(value.error()));
  }
  auto* list = value->get_if<List>();
  if (list == nullptr) {
    return std::unexpected(expression_errors::update_operand_type());
  }
  return std::move(*list);
}

Result<Number> read_number(const UpdateOperand& operand, const Item& item) {
  auto value = read(operand, item);
  if (!value) {
    return std::unexpected(std::move(value.error()));
  }
  const auto* number = value->get_if<Number>();
  if (number == nullptr) {
    return std::unexpected(expression_errors::update_operand_type());
  }
  return *number;
}

Result<AttributeValue> read_source(const ListAppend& append, const Item& item) {
  auto head = read_list(append.lists[0], item);
  if (!head) {
    return std::unexpected(std::move(head.error()));
  }
  auto tail = read_list(append.lists[1], item);
  if (!tail) {
    return std::unexpected(std::move(tail.error()));
  }
  std::ranges::move(*tail, std::back_inserter(*head));
  return AttributeValue(std::move(*head));
}

Result<AttributeValue> read(const UpdateOperand& operand, const Item& item) {
  return std::visit([&item](const auto& source) { return read_source(source, item); }, operand.source);
}

Result<AttributeValue> compute(const SetValue& value, const Item& item) {
  if (!value.arithmetic) {
    return read(value.operand, item);
  }
  auto left = read_number(value.operand, item);
  if (!left) {
    return std::unexpected(std::move(left.error()));
  }
  auto right = read_number(*value.second, item);
  if (!right) {
    return std::unexpected(std::move(right.error()));
  }
  auto result = *value.arithmetic == ArithmeticOperator::plus ? left->plus(*right) : left->minus(*right);
  if (!result) {
    return std::unexpected(std::move(result.error()));
  }
  return AttributeValue(*result);
}

// ---- sets: sorted vectors ----------------------------------------------------------------------------------------

template <class Set>
Result<AttributeValue> unite(const Set& existing, const AttributeValue& added) {
  const auto* other = added.get_if<Set>();
  if (other == nullptr) return std::unexpected(expression_errors::update_operand_type());
  Set result;
  std::ranges::set_union(existing.values, other->values, std::back_inserter(result.values));
  return AttributeValue(std::move(result));
}

template <class Set>
Result<std::optional<AttributeValue>> subtract(const Set& existing, const AttributeValue& removed) {
  const auto* other = removed.get_if<Set>();
  if (other == nullptr) return std::unexpected(expression_errors::update_operand_type());
  Set result;
  std::ranges::set_difference(existing.values, other->values, std::back_inserter(result.values));
  if (result.values.empty()) return std::nullopt;
  return AttributeValue(std::move(result));
}

Result<AttributeValue> sum(const AttributeValue& existing, const AttributeValue& added) {
  if (const auto* number = existing.get_if<Number>()) {
    const auto* other = added.get_if<Number>();
    if (other == nullptr) return std::unexpected(expression_errors::update_operand_type());
    auto result = number->plus(*other);
    if (!result) return std::unexpected(std::move(result.error()));
    return AttributeValue(*result);
  }
  if (const auto* set = existing.get_if<StringSet>()) return unite(*set, added);
  if (const auto* set = existing.get_if<NumberSet>()) return unite(*set, added);
  if (const auto* set = existing.get_if<BinarySet>()) return unite(*set, added);
  return std::unexpected(expression_errors::update_operand_type());
}

// What remains; nullopt when nothing does, since a set is never empty.
Result<std::optional<AttributeValue>> difference(const AttributeValue& existing, const AttributeValue& removed) {
  if (const auto* set = existing.get_if<StringSet>()) return subtract(*set, removed);
  if (const auto* set = existing.get_if<NumberSet>()) return subtract(*set, removed);
  if (const auto* set = existing.get_if<BinarySet>()) return subtract(*set, removed);
  return std::unexpected(expression_errors::update_operand_type());
}

// ---- left-hand sides ---------------------------------------------------------------------------------------------

// Applies the actions to a copy of the item. List elements keep their positions until all actions are read: new
// elements are appended in the order of their indexes, then elements are removed from the end on.
class Application {
 public:
  Application(const Item& before, bool made_of_legacy_parameters)
      : before_(before), after_(before), made_of_legacy_parameters_(made_of_legacy_parameters) {}

  Result<void> apply(const UpdateAction& action) {
    return std::visit([this](const auto& form) { return apply_action(form); }, action);
  }

  Item finish() && {
    std::ranges::sort(appends_, {}, [](const Append& append) -> const auto& { return append.path->elements; });
    for (Append& append : appends_) parent_of(*append.path)->get_if<List>()->push_back(std::move(append.value));
    std::ranges::sort(removals_, std::greater<>(),
                      [](const DocumentPath* path) -> const auto& { return path->elements; });
    for (const DocumentPath* path : removals_) remove(*path);
    return std::move(after_);
  }

 private:
  struct Append {
    const DocumentPath* path;
    AttributeValue value;
  };

  // AttributeUpdates has words of its own for an attribute of another type than what is added to it or taken from it.
  Result<void> check_legacy_type(const DocumentPath& path, AttributeType type) const {
    const AttributeValue* existing = made_of_legacy_parameters_ ? resolve(path, before_) : nullptr;
    if (existing == nullptr || existing->type() == type) return {};
    return std::unexpected(errors::legacy_update_type_mismatch());
  }

  Result<void> apply_action(const SetAction& set) {
    if (auto valid = check_parent(set.path); !valid) return valid;
    if (std::holds_alternative<ListAppend>(set.value.operand.source)) {
      if (auto valid = check_legacy_type(set.path, AttributeType::list); !valid) return valid;
    }
    auto value = compute(set.value, before_);
    if (!value) return std::unexpected(std::move(value.error()));
    return write(set.path, std::move(*value));
  }
  Result<void> apply_action(const RemoveAction& removal) {
    if (auto valid = check_parent(removal.path); !valid) return valid;
    removals_.push_back(&removal.path);
    return {};
  }
  Result<void> apply_action(const AddAction& add) {
    if (auto valid = check_legacy_type(add.path, add.value.type()); !valid) return valid;
    const AttributeValue* existing = resolve(add.path, before_);
    if (existing == nullptr) return write(add.path, add.value);
    auto value = sum(*existing, add.value);
    if (!value) return std::unexpected(std::move(value.error()));
    return write(add.path, std::move(*value));
  }
  Result<void> apply_action(const DeleteAction& removal) {
    if (auto valid = check_parent(removal.path); !valid) return valid;
    if (auto valid = check_legacy_type(removal.path, removal.value.type()); !valid) return valid;
    const AttributeValue* existing = resolve(removal.path, before_);
    if (existing == nullptr) return {};
    auto remaining = difference(*existing, removal.value);
    if (!remaining) return std::unexpected(std::move(remaining.error()));
    if (*remaining) return write(removal.path, std::move(**remaining));
    removals_.push_back(&removal.path);
    return {};
  }

  // The container that holds the path's last element: a value of after_, which no action replaces (paths are
  // disjoint); nullptr where there is none. Not for top-level paths.
  AttributeValue* parent_of(const DocumentPath& path) {
    auto found = after_.find(path.root());
    if (found == after_.end()) return nullptr;
    const AttributeValue* value = &found->second;
    for (std::size_t i = 1; i + 1 < path.elements.size() && value != nullptr; ++i) {
      value = child(*value, path.elements[i]);
    }
    return const_cast<AttributeValue*>(value);  // NOLINT(cppcoreguidelines-pro-type-const-cast): after_ is ours
  }

  // The path's last element could be in its container: a name in a map, an index in a list.
  Result<void> check_parent(const DocumentPath& path) {
    if (path.is_top_level()) return {};
    const AttributeValue* parent = parent_of(path);
    bool is_name = std::holds_alternative<std::string>(path.elements.back());
    AttributeType container = is_name ? AttributeType::map : AttributeType::list;
    if (parent != nullptr && parent->type() == container) return {};
    return std::unexpected(expression_errors::update_path_invalid());
  }

  Result<void> write(const DocumentPath& path, AttributeValue value) {
    if (auto valid = check_parent(path); !valid) return valid;
    if (path.is_top_level()) {
      after_.insert_or_assign(path.root(), std::move(value));
      return {};
    }
    AttributeValue& parent = *parent_of(path);
    if (auto* map = parent.get_if<AttributeMap>()) {
      map->insert_or_assign(std::get<std::string>(path.elements.back()), std::move(value));
      return {};
    }
    List& list = *parent.get_if<List>();
    auto index = std::get<std::size_t>(path.elements.back());
    if (index < list.size()) {
      list[index] = std::move(value);
    } else {
      appends_.push_back({&path, std::move(value)});
    }
    return {};
  }

  void remove(const DocumentPath& path) {
    if (path.is_top_level()) {
      after_.erase(path.root());
      return;
    }
    AttributeValue& parent = *parent_of(path);
    if (auto* map = parent.get_if<AttributeMap>()) {
      map->erase(std::get<std::string>(path.elements.back()));
      return;
    }
    List& list = *parent.get_if<List>();
    auto index = std::get<std::size_t>(path.elements.back());
    if (index < list.size()) list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
  }

  const Item& before_;
  Item after_;
  bool made_of_legacy_parameters_;
  std::vector<Append> appends_;
  std::vector<const DocumentPath*> removals_;
};

}  // namespace

Result<Item> Update::apply(const Item& item) const {
  Application application(item, root_->made_of_legacy_parameters);
  for (const UpdateAction& action : root_->actions) {
    if (auto applied = application.apply(action); !applied) return std::unexpected(std::move(applied.error()));
  }
  return std::move(application).finish();
}

std::vector<DocumentPath> Update::written_paths() const {
  std::vector<DocumentPath> paths;
  paths.reserve(root_->actions.size());
  for (const UpdateAction& action : root_->actions) {
    paths.push_back(std::visit([](const auto& form) { return form.path; }, action));
  }
  return paths;
}

std::size_t Update::size_cost_bytes() const {
  constexpr std::size_t update_bytes = 3;
  constexpr std::size_t write_bytes = 19;
  constexpr std::size_t removal_bytes = 2;
  constexpr std::size_t list_position_bytes = 1;
  constexpr std::size_t arithmetic_bytes = 50;
  std::size_t bytes = update_bytes;
  for (const UpdateAction& action : root_->actions) {
    const auto* set = std::get_if<SetAction>(&action);
    bytes += set != nullptr || std::holds_alternative<AddAction>(action) ? write_bytes : removal_bytes;
    if (set == nullptr) continue;
    if (std::holds_alternative<std::size_t>(set->path.elements.back())) bytes += list_position_bytes;
    if (set->value.arithmetic) bytes += arithmetic_bytes;
  }
  return bytes;
}

Result<Update> parse_update(std::string_view text, ExpressionContext& context) {
  constexpr ExpressionKind kind = ExpressionKind::update;
  if (auto size = check_expression_size(text, kind, context); !size) return std::unexpected(std::move(size.error()));
  auto parsed = parse_update_syntax(text);
  if (!parsed) return std::unexpected(std::move(parsed.error()));
  if (auto checked = check_vocabulary(parsed->syntax); !checked) return std::unexpected(std::move(checked.error()));
  if (auto count = context.check_operator_count(parsed->operator_count, kind); !count) {
    return std::unexpected(std::move(count.error()));
  }
  if (!parsed->syntax.repeated_section.empty()) {
    return std::unexpected(expression_errors::section_repeated(kind, parsed->syntax.repeated_section));
  }
  auto node = bind_update(parsed->syntax, context);
  if (!node) return std::unexpected(std::move(node.error()));
  node->made_of_legacy_parameters = context.made_of_legacy_parameters();
  return Update(std::make_shared<const UpdateNode>(std::move(*node)));
}

}  // namespace dynamodb
