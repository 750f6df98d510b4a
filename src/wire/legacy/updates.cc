// AttributeUpdates.
#include <string_view>
#include <utility>

#include "dynamodb/errors.h"
#include "wire/legacy/comparison.h"
#include "wire/legacy/expressions.h"

namespace wire::legacy {

namespace errors = dynamodb::errors;
using dynamodb::AttributeType;
using dynamodb::AttributeValue;
using dynamodb::ExpressionAttributes;
using dynamodb::Result;

namespace {

bool is_set(AttributeType type) {
  return type == AttributeType::string_set || type == AttributeType::number_set || type == AttributeType::binary_set;
}

bool can_be_added(AttributeType type) {
  return is_set(type) || type == AttributeType::number || type == AttributeType::list;
}

Result<void> check_update(const std::string& attribute, const AttributeValueUpdate& update) {
  if (auto valid = check_attribute(attribute); !valid) return valid;
  if (!update.value) {
    if (update.action == AttributeAction::remove) return {};
    return std::unexpected(errors::legacy_update_without_value());
  }
  if (auto valid = check_value(*update.value); !valid) return valid;
  const AttributeType type = update.value->type();
  if (update.action == AttributeAction::remove && !is_set(type)) {
    return std::unexpected(errors::legacy_update_operand_type("DELETE", type));
  }
  if (update.action == AttributeAction::add && !can_be_added(type)) {
    return std::unexpected(errors::legacy_update_operand_type("ADD", type));
  }
  return {};
}

// The four sections of an UpdateExpression.
class Sections {
 public:
  explicit Sections(ExpressionAttributes& attributes) : placeholders_(attributes) {}

  void add(const std::string& attribute, const AttributeValueUpdate& update) {
    const std::string name = placeholders_.name(attribute);
    if (!update.value) {
      append(remove_, name);
      return;
    }
    const std::string value = placeholders_.value(*update.value);
    if (update.action == AttributeAction::put) {
      append(set_, name + "=" + value);
    } else if (update.action == AttributeAction::remove) {
      append(delete_, name + " " + value);
    } else if (update.value->type() == AttributeType::list) {
      // An expression's ADD knows no lists; the elements go to the end of the one that is there.
      append(set_, name + "=list_append(if_not_exists(" + name + "," + empty_list() + ")," + value + ")");
    } else {
      append(add_, name + " " + value);
    }
  }

  [[nodiscard]] std::string text() const {
    std::string text;
    const auto append_section = [&text](const char* keyword, const std::string& actions) {
      if (actions.empty()) return;
      text += text.empty() ? "" : " ";
      text += keyword + actions;
    };
    append_section("SET ", set_);
    append_section("REMOVE ", remove_);
    append_section("ADD ", add_);
    append_section("DELETE ", delete_);
    return text;
  }

 private:
  static void append(std::string& section, const std::string& action) {
    section += (section.empty() ? "" : ",") + action;
  }
  const std::string& empty_list() {
    if (empty_list_.empty()) empty_list_ = placeholders_.value(dynamodb::List{});
    return empty_list_;
  }

  Placeholders placeholders_;
  std::string empty_list_;
  std::string set_;
  std::string remove_;
  std::string add_;
  std::string delete_;
};

}  // namespace

Result<std::optional<std::string>> update_expression(const AttributeUpdates& updates,
                                                     ExpressionAttributes& attributes) {
  if (updates.empty()) return std::nullopt;
  for (const auto& [attribute, update] : updates) {
    if (auto valid = check_update(attribute, update); !valid) return std::unexpected(std::move(valid.error()));
  }
  attributes.made_of_legacy_parameters = true;
  Sections sections(attributes);
  for (const auto& [attribute, update] : updates) sections.add(attribute, update);
  return sections.text();
}

}  // namespace wire::legacy
