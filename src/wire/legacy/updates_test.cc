#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "dynamodb/expressions/expression.h"
#include "dynamodb/testing/generators.h"
#include "wire/legacy/expressions.h"

namespace wire::legacy {
namespace {

using dynamodb::AttributeValue;
using dynamodb::Binary;
using dynamodb::BinarySet;
using dynamodb::ExpressionAttributes;
using dynamodb::Item;
using dynamodb::List;
using dynamodb::Null;
using dynamodb::Number;
using dynamodb::NumberSet;
using dynamodb::Result;
using dynamodb::Select;
using dynamodb::StringSet;
using enum AttributeAction;

Result<Item> applied(const AttributeUpdates& updates, const Item& item) {
  ExpressionAttributes attributes;
  const auto text = update_expression(updates, attributes);
  if (!text) return std::unexpected(text.error());
  EXPECT_TRUE(*text);
  auto context = dynamodb::ExpressionContext::create(attributes, true);
  EXPECT_TRUE(context) << context.error().message;
  const auto update = dynamodb::parse_update(text->value(), *context);
  EXPECT_TRUE(update) << **text << ": " << update.error().message;
  EXPECT_TRUE(context->check_all_used());
  return update->apply(item);
}

// ---- a direct model of one action, from the API reference; nullopt: the types do not fit

template <class Set>
std::optional<AttributeValue> united(const AttributeValue& left, const AttributeValue& right) {
  Set result;
  std::ranges::set_union(left.get_if<Set>()->values, right.get_if<Set>()->values, std::back_inserter(result.values));
  return AttributeValue(result);
}
template <class Set>
Item without_members(Item item, const AttributeValue& removed) {
  const Set before = *item.at("a").get_if<Set>();
  Set result;
  std::ranges::set_difference(before.values, removed.get_if<Set>()->values, std::back_inserter(result.values));
  if (result.values.empty()) {
    item.erase("a");
  } else {
    item["a"] = result;
  }
  return item;
}

std::optional<Item> model(const AttributeValueUpdate& update, Item item) {
  const auto existing = item.find("a");
  if (update.action == put || (update.action == add && existing == item.end())) {
    item["a"] = *update.value;
    return item;
  }
  if (!update.value) item.erase("a");
  if (!update.value || existing == item.end()) return item;
  if (existing->second.type() != update.value->type()) return std::nullopt;
  if (update.action == remove) {
    if (update.value->get_if<StringSet>() != nullptr) return without_members<StringSet>(item, *update.value);
    if (update.value->get_if<NumberSet>() != nullptr) return without_members<NumberSet>(item, *update.value);
    return without_members<BinarySet>(item, *update.value);
  }
  if (const auto* number = update.value->get_if<Number>()) {
    item["a"] = existing->second.get_if<Number>()->plus(*number).value();
  } else if (const auto* list = update.value->get_if<List>()) {
    auto& elements = *existing->second.get_if<List>();
    elements.insert(elements.end(), list->begin(), list->end());
  } else if (update.value->get_if<StringSet>() != nullptr) {
    item["a"] = *united<StringSet>(existing->second, *update.value);
  } else if (update.value->get_if<NumberSet>() != nullptr) {
    item["a"] = *united<NumberSet>(existing->second, *update.value);
  } else {
    item["a"] = *united<BinarySet>(existing->second, *update.value);
  }
  return item;
}

rc::Gen<AttributeValue> small_value() {
  return rc::gen::element<AttributeValue>("s", Number(5), Number(-1), Binary{"m"}, AttributeValue::boolean(true),
                                          Null{}, List{"mm", Number(5)}, List{}, StringSet{{"m", "z"}},
                                          StringSet{{"m"}}, NumberSet{{Number(4), Number(5)}}, NumberSet{{Number(5)}},
                                          BinarySet{{{"m"}}});
}

RC_GTEST_PROP(LegacyUpdates, do_the_same_as_expressions, ()) {
  Item item{{"pk", "p"}};
  if (*rc::gen::arbitrary<bool>()) item["a"] = *small_value();
  AttributeValueUpdate update{*rc::gen::element(put, add, remove), *small_value()};
  if (update.action == remove && *rc::gen::arbitrary<bool>()) update.value.reset();
  ExpressionAttributes ignored;
  RC_PRE(update_expression({{"a", update}}, ignored).has_value());
  const auto after = applied({{"a", update}}, item);
  const auto expected = model(update, item);
  RC_ASSERT(after.has_value() == expected.has_value());
  if (expected) {
    RC_ASSERT(*after == *expected);
  } else {
    RC_ASSERT(after.error().message == "Type mismatch for attribute to update");
  }
}

TEST(LegacyUpdates, of_one_request_are_one_expression) {
  ExpressionAttributes attributes;
  const auto text = update_expression({{"a", {put, "x"}},
                                       {"b", {put, Number(1)}},
                                       {"c", {add, Number(1)}},
                                       {"d", {add, List{"x"}}},
                                       {"e", {add, List{"y"}}},
                                       {"f", {remove, std::nullopt}},
                                       {"g", {remove, StringSet{{"x"}}}}},
                                      attributes);
  EXPECT_EQ(text.value(),
            "SET #_0=:_0,#_1=:_1,#_3=list_append(if_not_exists(#_3,:_4),:_3),"
            "#_4=list_append(if_not_exists(#_4,:_4),:_5) REMOVE #_5 ADD #_2 :_2 DELETE #_6 :_6");
  EXPECT_TRUE(attributes.made_of_legacy_parameters);
}

TEST(LegacyUpdates, that_are_none_are_no_expression) {
  ExpressionAttributes attributes;
  EXPECT_EQ(update_expression({}, attributes).value(), std::nullopt);
  EXPECT_FALSE(attributes.names || attributes.values);
}

TEST(LegacyUpdates, may_be_many) {
  AttributeUpdates updates;
  for (int index = 0; index < 1000; ++index) updates["attribute" + std::to_string(index)] = {put, Number(index)};
  EXPECT_EQ(applied(updates, {}).value().size(), 1000U);
}

TEST(LegacyUpdates, refuse_values_in_the_words_of_the_service) {
  const auto error_of = [](const AttributeValueUpdate& update, const char* name = "a") {
    const auto item = applied({{name, update}}, {});
    return item ? "" : item.error().message;
  };
  const std::string invalid = "One or more parameter values were invalid: ";
  const std::string no_value = invalid + "Only DELETE action is allowed when no attribute value is specified";
  EXPECT_EQ(error_of({put, std::nullopt}), no_value);
  EXPECT_EQ(error_of({add, std::nullopt}), no_value);
  EXPECT_EQ(error_of({add, "s"}), invalid + "ADD action is not supported for the type S");
  EXPECT_EQ(error_of({add, AttributeValue::boolean(true)}), invalid + "ADD action is not supported for the type BOOL");
  EXPECT_EQ(error_of({remove, Number(1)}), invalid + "DELETE action with value is not supported for the type N");
  EXPECT_EQ(error_of({remove, List{}}), invalid + "DELETE action with value is not supported for the type L");
  EXPECT_EQ(error_of({put, NumberSet{}}), invalid + "An number set  may not be empty");
  EXPECT_EQ(error_of({put, "s"}, ""), "Empty attribute name");
}

TEST(LegacyAttributesToGet, are_names_at_the_top) {
  ExpressionAttributes attributes;
  const auto text = projection_expression({"name", "a.b"}, attributes);
  ASSERT_EQ(text.value(), "#_0,#_1");
  auto context = dynamodb::ExpressionContext::create(attributes, true);
  const auto projection = dynamodb::parse_projection(**text, *context);
  EXPECT_EQ(projection.value().apply({{"a.b", "1"}, {"name", "2"}, {"other", "3"}}),
            (Item{{"a.b", "1"}, {"name", "2"}}));
  EXPECT_EQ(projection_expression({}, attributes).value(), std::nullopt);
}

TEST(LegacyAttributesToGet, are_named_once_and_agree_with_select) {
  ExpressionAttributes attributes;
  EXPECT_EQ(projection_expression({"a", "b", "a"}, attributes).error().message,
            "One or more parameter values were invalid: Duplicate value in attribute name: a");
  EXPECT_EQ(projection_expression({""}, attributes).error().message, "Empty attribute name");
  EXPECT_EQ(check_select_of_attributes_to_get(Select::all_attributes).error().message,
            "Cannot specify the AttributesToGet when choosing to get ALL_ATTRIBUTES");
  EXPECT_EQ(check_select_of_attributes_to_get(Select::all_projected_attributes).error().message,
            "Cannot specify the AttributesToGet when choosing to get ALL_PROJECTED_ATTRIBUTES");
  EXPECT_EQ(check_select_of_attributes_to_get(Select::count).error().message,
            "Cannot specify the AttributesToGet when choosing to get only the Count");
  EXPECT_TRUE(check_select_of_attributes_to_get(Select::specific_attributes));
  EXPECT_TRUE(check_select_of_attributes_to_get(Select::unspecified));
}

}  // namespace
}  // namespace wire::legacy
