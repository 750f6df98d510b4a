#include "dynamodb/on_demand_throughput.h"

#include "dynamodb/errors.h"

namespace dynamodb {
namespace {

constexpr std::int64_t no_maximum = -1;
constexpr auto read_member = "MaxReadRequestUnits";
constexpr auto write_member = "MaxWriteRequestUnits";

Result<void> validate(const OnDemandThroughput& asked, BillingMode billing_mode,
                      const std::optional<std::string>& index_name, bool may_take_away) {
  const auto check = [&](const std::optional<std::int64_t>& units, const char* member) -> Result<void> {
    if (!units) return {};
    if (billing_mode == BillingMode::provisioned) {
      return std::unexpected(errors::on_demand_throughput_when_provisioned(member, index_name));
    }
    if (*units >= 1 || (may_take_away && *units == no_maximum)) return {};
    return std::unexpected(errors::on_demand_throughput_out_of_range(member, index_name));
  };
  if (auto valid = check(asked.max_read_request_units, read_member); !valid) return valid;
  return check(asked.max_write_request_units, write_member);
}

void change(std::optional<std::int64_t>& current, const std::optional<std::int64_t>& asked) {
  if (!asked) return;
  current = asked == no_maximum ? std::nullopt : asked;
}

}  // namespace

Result<void> validate_new_on_demand_throughput(const OnDemandThroughput& asked, BillingMode billing_mode,
                                               const std::optional<std::string>& index_name) {
  return validate(asked, billing_mode, index_name, false);
}

Result<OnDemandThroughput> changed_on_demand_throughput(const OnDemandThroughput& current,
                                                        const OnDemandThroughput& asked, BillingMode billing_mode,
                                                        const std::optional<std::string>& index_name) {
  if (auto valid = validate(asked, billing_mode, index_name, true); !valid) {
    return std::unexpected(std::move(valid.error()));
  }
  OnDemandThroughput changed = current;
  change(changed.max_read_request_units, asked.max_read_request_units);
  change(changed.max_write_request_units, asked.max_write_request_units);
  return changed;
}

}  // namespace dynamodb
