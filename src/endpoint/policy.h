// An identity-based IAM policy: what callers may do.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace endpoint {

// Action or NotAction, Resource or NotResource.
struct PolicyPatterns {
  std::vector<std::string> patterns;  // * is any text, ? any character
  bool is_negated = false;
};
struct PolicyStatement {
  bool allows = false;  // or denies
  PolicyPatterns actions;
  PolicyPatterns resources;
};

enum class Decision { allowed, not_allowed, denied };

class Policy {
 public:
  // JSON. The error is one sentence; elements that are not enforced here (Condition, Principal, policy variables) are
  // errors that name them, not ignored.
  [[nodiscard]] static std::expected<Policy, std::string> parse(std::string_view text, std::string_view file_name);

  // A denying statement wins; without an allowing one nothing is allowed. `action` as in "dynamodb:PutItem".
  [[nodiscard]] Decision decide(std::string_view action, std::string_view resource) const;

 private:
  std::vector<PolicyStatement> statements_;
};

enum class LetterCase { matters, ignored };
[[nodiscard]] bool matches_pattern(std::string_view pattern, std::string_view text, LetterCase letter_case);

}  // namespace endpoint
