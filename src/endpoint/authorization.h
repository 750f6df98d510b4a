// Whether a caller may have what a request needs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/error.h"
#include "endpoint/access.h"
#include "endpoint/authentication.h"
#include "endpoint/policy.h"

namespace endpoint {

class Authorization {
 public:
  // Without a policy everyone may do everything.
  Authorization(std::optional<Policy> policy, std::string_view region)
      : policy_(std::move(policy)), access_of_(region) {}

  // Error: access_denied, for the first access that the policy does not allow.
  template <class Request>
  [[nodiscard]] dynamodb::Result<void> check(const Caller& caller, const Request& request) const {
    if (!policy_) return {};
    return check_accesses(caller, access_of_(request));
  }
  [[nodiscard]] dynamodb::Result<void> check_accesses(const Caller& caller, const std::vector<Access>& accesses) const;

 private:
  std::optional<Policy> policy_;
  AccessOf access_of_;
};

}  // namespace endpoint
