#include "endpoint/authorization.h"

#include <fmt/format.h>

#include "dynamodb/errors.h"

namespace endpoint {

using dynamodb::errors::DeniedBy;

dynamodb::Result<void> Authorization::check_accesses(const Caller& caller, const std::vector<Access>& accesses) const {
  if (!policy_) return {};
  for (const Access& access : accesses) {
    const Decision decision = policy_->decide(access.action, access.resource);
    if (decision == Decision::allowed) continue;
    const std::string user = fmt::format("arn:aws:iam::000000000000:user/{}", caller.user_name);
    return std::unexpected(dynamodb::errors::access_denied(
        user, access.action, access.resource,
        decision == Decision::denied ? DeniedBy::deny_statement : DeniedBy::no_statement));
  }
  return {};
}

}  // namespace endpoint
