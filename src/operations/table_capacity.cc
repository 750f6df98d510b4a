#include "operations/table_capacity.h"

#include <fmt/format.h>

namespace operations {

using dynamodb::BillingMode;
using dynamodb::TableDefinition;
using dynamodb::UpdateTableRequest;

std::string describe(const Capacity& capacity) {
  if (!capacity) return "on demand";
  return fmt::format("provisioned, {} read and {} write units", capacity->read_capacity_units,
                     capacity->write_capacity_units);
}

Capacity capacity_of(const TableDefinition& table) {
  if (table.billing_mode == BillingMode::pay_per_request) return std::nullopt;
  return table.provisioned_throughput.value_or(dynamodb::ProvisionedThroughput());
}

void set_capacity(TableDefinition& table, const Capacity& capacity) {
  table.billing_mode = capacity ? BillingMode::provisioned : BillingMode::pay_per_request;
  table.provisioned_throughput = capacity;
  for (auto& index : table.global_secondary_indexes) index.provisioned_throughput = capacity;
}

std::optional<UpdateTableRequest> capacity_update(const TableDefinition& table, const Capacity& capacity) {
  UpdateTableRequest request{.table_name = table.name};
  const bool is_provisioned = table.billing_mode == BillingMode::provisioned;
  if (!capacity) {
    if (!is_provisioned) return std::nullopt;
    request.billing_mode = BillingMode::pay_per_request;
    return request;
  }
  if (!is_provisioned) request.billing_mode = BillingMode::provisioned;
  if (!is_provisioned || table.provisioned_throughput != capacity) request.provisioned_throughput = capacity;
  for (const auto& index : table.global_secondary_indexes) {
    if (is_provisioned && index.provisioned_throughput == capacity) continue;
    request.global_secondary_index_updates.emplace_back(
        dynamodb::UpdateGlobalSecondaryIndex{.index_name = index.name, .provisioned_throughput = capacity});
  }
  if (!request.provisioned_throughput && request.global_secondary_index_updates.empty()) return std::nullopt;
  return request;
}

}  // namespace operations
