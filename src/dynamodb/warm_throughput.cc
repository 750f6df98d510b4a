#include "dynamodb/warm_throughput.h"

#include <algorithm>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb {
namespace {

constexpr auto read_member = "ReadUnitsPerSecond";
constexpr auto write_member = "WriteUnitsPerSecond";

// What the billing implies.
WarmUnits implied(const TableDefinition& table, const std::optional<ProvisionedThroughput>& provisioned) {
  if (table.billing_mode == BillingMode::pay_per_request) {
    return {limits::on_demand_read_units_at_first, limits::on_demand_write_units_at_first};
  }
  const ProvisionedThroughput units = provisioned.value_or(ProvisionedThroughput());
  return {units.read_capacity_units, units.write_capacity_units};
}

WarmUnits with(const WarmUnits& least, const WarmThroughput& asked) {
  return {std::max(least.read, asked.read_units_per_second.value_or(0)),
          std::max(least.write, asked.write_units_per_second.value_or(0))};
}

bool is_below(const std::optional<std::int64_t>& asked, std::int64_t least) {
  return asked && *asked < least;
}

Result<void> validate_new(const TableDefinition& table, const WarmThroughput& asked, WarmUnits least,
                          const std::optional<std::string>& index_name) {
  const bool read_is_below = is_below(asked.read_units_per_second, least.read);
  if (!read_is_below && !is_below(asked.write_units_per_second, least.write)) return {};
  const char* member = read_is_below ? read_member : write_member;
  if (table.billing_mode == BillingMode::pay_per_request) {
    return std::unexpected(errors::warm_throughput_below_initial(member, index_name));
  }
  return std::unexpected(errors::warm_throughput_below_provisioned(
      member, index_name, read_is_below ? "ReadCapacityUnits" : "WriteCapacityUnits"));
}

// No less than before, and nothing that the billing implies anyway.
void keep(const WarmUnits& before, const WarmUnits& least, WarmThroughput& warm) {
  const auto kept = [](std::int64_t reached, std::int64_t implied, const std::optional<std::int64_t>& asked) {
    const std::int64_t units = std::max(reached, asked.value_or(0));
    return units > implied ? std::optional(units) : std::nullopt;
  };
  warm.read_units_per_second = kept(before.read, least.read, warm.read_units_per_second);
  warm.write_units_per_second = kept(before.write, least.write, warm.write_units_per_second);
}

}  // namespace

WarmUnits warm_units(const TableDefinition& table) {
  return with(implied(table, table.provisioned_throughput), table.warm_throughput);
}

WarmUnits warm_units(const TableDefinition& table, const IndexDefinition& index) {
  return with(implied(table, index.provisioned_throughput), index.warm_throughput);
}

Result<void> validate_new_warm_throughput(const TableDefinition& table) {
  return validate_new(table, table.warm_throughput, implied(table, table.provisioned_throughput), std::nullopt);
}

Result<void> validate_new_warm_throughput(const TableDefinition& table, const IndexDefinition& index) {
  return validate_new(table, index.warm_throughput, implied(table, index.provisioned_throughput), index.name);
}

Result<WarmThroughput> raised_warm_throughput(const WarmThroughput& current, WarmUnits units,
                                              const WarmThroughput& asked,
                                              const std::optional<std::string>& index_name) {
  if (is_below(asked.read_units_per_second, units.read)) {
    return std::unexpected(errors::warm_throughput_decreased(read_member, index_name));
  }
  if (is_below(asked.write_units_per_second, units.write)) {
    return std::unexpected(errors::warm_throughput_decreased(write_member, index_name));
  }
  WarmThroughput raised = current;
  if (asked.read_units_per_second) raised.read_units_per_second = asked.read_units_per_second;
  if (asked.write_units_per_second) raised.write_units_per_second = asked.write_units_per_second;
  return raised;
}

void keep_warm_throughput(const TableDefinition& before, TableDefinition& after) {
  keep(warm_units(before), implied(after, after.provisioned_throughput), after.warm_throughput);
  for (IndexDefinition& index : after.global_secondary_indexes) {
    const auto found = std::ranges::find(before.global_secondary_indexes, index.name, &IndexDefinition::name);
    if (found != before.global_secondary_indexes.end()) {
      keep(warm_units(before, *found), implied(after, index.provisioned_throughput), index.warm_throughput);
    }
  }
}

}  // namespace dynamodb
