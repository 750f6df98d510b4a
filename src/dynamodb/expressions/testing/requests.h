// One-line requests for the tests of the expression language.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "dynamodb/expressions/expression.h"

namespace dynamodb::expression_requests {

using Names = std::map<std::string, std::string, std::less<>>;

inline ExpressionAttributes placeholders(AttributeMap values, Names names = {}) {
  ExpressionAttributes attributes;
  if (!values.empty()) attributes.values = std::move(values);
  if (!names.empty()) attributes.names = std::move(names);
  return attributes;
}

// The whole way of one expression: placeholders checked, parsed, all placeholders used.
template <class Parse>
auto parse_request(ExpressionKind kind, const ExpressionAttributes& attributes, Parse parse)
    -> decltype(parse(std::declval<ExpressionContext&>())) {
  auto context = ExpressionContext::create(attributes, {{kind, true}});
  if (!context) return std::unexpected(context.error());
  auto parsed = parse(*context);
  if (!parsed) return parsed;
  if (auto used = context->check_all_used(); !used) return std::unexpected(used.error());
  return parsed;
}

inline Result<Condition> condition(std::string_view text, AttributeMap values = {}, Names names = {}) {
  return parse_request(ExpressionKind::condition, placeholders(std::move(values), std::move(names)),
                       [&](auto& context) { return parse_condition(text, ExpressionKind::condition, context); });
}
inline Result<Update> update(std::string_view text, AttributeMap values = {}, Names names = {}) {
  return parse_request(ExpressionKind::update, placeholders(std::move(values), std::move(names)),
                       [&](auto& context) { return parse_update(text, context); });
}
inline Result<ProjectionPaths> projection(std::string_view text, Names names = {}) {
  return parse_request(ExpressionKind::projection, placeholders({}, std::move(names)),
                       [&](auto& context) { return parse_projection(text, context); });
}

// The message of a result that must be a ValidationException.
template <class T>
std::string message(const Result<T>& result) {
  if (result) return "no error";
  EXPECT_EQ(result.error().code, ErrorCode::validation);
  return result.error().message;
}

// The truth of a condition that must parse.
inline bool holds(std::string_view text, const Item& item, AttributeMap values = {}, Names names = {}) {
  auto parsed = condition(text, std::move(values), std::move(names));
  EXPECT_TRUE(parsed) << text << ": " << (parsed ? "" : parsed.error().message);
  return parsed && parsed->evaluate(item);
}

// The item that an update which must parse makes of another, or the error of applying it.
inline Result<Item> updated(std::string_view text, const Item& item, AttributeMap values = {}, Names names = {}) {
  auto parsed = update(text, std::move(values), std::move(names));
  EXPECT_TRUE(parsed) << text << ": " << (parsed ? "" : parsed.error().message);
  return parsed ? parsed->apply(item) : std::unexpected(parsed.error());
}

}  // namespace dynamodb::expression_requests
