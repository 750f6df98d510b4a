#include "lambda/authorizer.h"

#include <algorithm>
#include <array>

#include "lambda/members.h"

namespace lambda {

bool is_authorized_in_format_2(const json::Value* request_context) {
  const json::Value* authorizer = member(request_context, "authorizer");
  constexpr std::array<std::string_view, 3> kinds = {"iam", "jwt", "lambda"};
  return std::ranges::any_of(
      kinds, [authorizer](std::string_view kind) { return object_of(member(authorizer, kind)) != nullptr; });
}

bool is_authorized_in_format_1(const json::Value* request_context) {
  if (const auto* authorizer = object_of(member(request_context, "authorizer")); authorizer != nullptr) {
    const bool says_something = std::ranges::any_of(*authorizer, [](const auto& each) {
      return each.first != "integrationLatency" && each.second.template get_if<json::Null>() == nullptr;
    });
    if (says_something) return true;
  }
  const auto caller = text_member(member(request_context, "identity"), "userArn");
  return caller && !caller->empty();
}

}  // namespace lambda
