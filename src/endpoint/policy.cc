#include "endpoint/policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "http/ascii.h"
#include "json/value.h"

namespace endpoint {
namespace {

using Sentence = std::unexpected<std::string>;

// One text, or a list of texts that is not empty.
std::expected<std::vector<std::string>, std::string> texts_of(const json::Value& value, std::string_view element) {
  const auto refuse = [&] { return Sentence(fmt::format("{} must be a text or a list of texts", element)); };
  std::vector<std::string> texts;
  if (const auto* text = value.get_if<std::string>()) texts.push_back(*text);
  if (const auto* list = value.get_if<json::Array>()) {
    for (const json::Value& each : *list) {
      const auto* text = each.get_if<std::string>();
      if (text == nullptr) return refuse();
      texts.push_back(*text);
    }
  }
  if (texts.empty()) return refuse();
  return texts;
}

std::expected<PolicyPatterns, std::string> patterns_of(const json::Value& statement, std::string_view name) {
  const std::string negated_name = fmt::format("Not{}", name);
  const json::Value* plain = statement.find(name);
  const json::Value* negated = statement.find(negated_name);
  if ((plain == nullptr) == (negated == nullptr)) {
    return Sentence(fmt::format("it must have either {} or {}", name, negated_name));
  }
  auto texts = plain != nullptr ? texts_of(*plain, name) : texts_of(*negated, negated_name);
  if (!texts) return Sentence(std::move(texts).error());
  if (std::ranges::any_of(*texts, [](const std::string& text) { return text.contains("${"); })) {
    return Sentence(fmt::format("policy variables (${{…}}) in {} are not supported", name));
  }
  return PolicyPatterns{*std::move(texts), negated != nullptr};
}

std::optional<std::string> unknown_element(const json::Value& value, std::initializer_list<std::string_view> known) {
  for (const auto& [name, member] : *value.get_if<json::Object>()) {
    if (std::ranges::find(known, name) == known.end()) return name;
  }
  return std::nullopt;
}

std::expected<PolicyStatement, std::string> statement_of(const json::Value& value) {
  if (value.get_if<json::Object>() == nullptr) return Sentence("it must be an object");
  if (auto name = unknown_element(value, {"Sid", "Effect", "Action", "NotAction", "Resource", "NotResource"})) {
    return Sentence(fmt::format("the element {} is not supported", *name));
  }
  const json::Value* effect = value.find("Effect");
  const std::string* word = effect == nullptr ? nullptr : effect->get_if<std::string>();
  if (word == nullptr || (*word != "Allow" && *word != "Deny")) return Sentence("Effect must be Allow or Deny");
  auto actions = patterns_of(value, "Action");
  if (!actions) return Sentence(std::move(actions).error());
  auto resources = patterns_of(value, "Resource");
  if (!resources) return Sentence(std::move(resources).error());
  return PolicyStatement{*word == "Allow", *std::move(actions), *std::move(resources)};
}

bool covers(const PolicyPatterns& patterns, std::string_view text, LetterCase letter_case) {
  const bool is_named = std::ranges::any_of(
      patterns.patterns, [&](const std::string& pattern) { return matches_pattern(pattern, text, letter_case); });
  return is_named != patterns.is_negated;
}

}  // namespace

bool matches_pattern(std::string_view pattern, std::string_view text, LetterCase letter_case) {
  const auto equal = [letter_case](char left, char right) {
    return letter_case == LetterCase::ignored ? http::to_lower(left) == http::to_lower(right) : left == right;
  };
  // Where to go on when what follows the last star does not fit: one letter further behind it.
  std::optional<std::size_t> after_star;
  std::size_t retry = 0;
  std::size_t at = 0;
  std::size_t position = 0;
  while (position < text.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      after_star = ++at;
      retry = position;
    } else if (at < pattern.size() && (pattern[at] == '?' || equal(pattern[at], text[position]))) {
      ++at;
      ++position;
    } else if (after_star) {
      at = *after_star;
      position = ++retry;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

std::expected<Policy, std::string> Policy::parse(std::string_view text, std::string_view file_name) {
  const auto document = json::parse(text);
  if (!document) return Sentence(fmt::format("{} is not JSON: {}", file_name, document.error().message));
  if (document->get_if<json::Object>() == nullptr)
    return Sentence(fmt::format("{}: a policy is an object.", file_name));
  if (auto name = unknown_element(*document, {"Version", "Id", "Statement"})) {
    return Sentence(fmt::format("{}: the element {} is not supported.", file_name, *name));
  }
  const json::Value* list = document->find("Statement");
  if (list == nullptr) return Sentence(fmt::format("{} has no Statement.", file_name));
  const json::Array only_one{*list};
  const json::Array* several = list->get_if<json::Array>();
  Policy policy;
  for (const json::Value& value : several != nullptr ? *several : only_one) {
    auto statement = statement_of(value);
    if (!statement) {
      return Sentence(
          fmt::format("{}, statement {}: {}.", file_name, policy.statements_.size() + 1, statement.error()));
    }
    policy.statements_.push_back(*std::move(statement));
  }
  return policy;
}

Decision Policy::decide(std::string_view action, std::string_view resource) const {
  Decision decision = Decision::not_allowed;
  for (const PolicyStatement& statement : statements_) {
    if (!covers(statement.actions, action, LetterCase::ignored)) continue;
    if (!covers(statement.resources, resource, LetterCase::matters)) continue;
    if (!statement.allows) return Decision::denied;
    decision = Decision::allowed;
  }
  return decision;
}

}  // namespace endpoint
