// What UpdateTable and UpdateTimeToLive check without knowing the table.
#include <algorithm>
#include <initializer_list>
#include <set>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "dynamodb/table_member_checks.h"
#include "dynamodb/table_update.h"

namespace dynamodb {
namespace {

using table_members::Violations;

struct UpdateChecks {
  Violations& violations;
  std::string member;

  void operator()(const CreateGlobalSecondaryIndex& create) const {
    table_members::check_index(violations, create.definition, member + ".create");
  }
  void operator()(const UpdateGlobalSecondaryIndex& update) const {
    table_members::check_name(violations, update.index_name, member + ".update.indexName");
    table_members::check_throughput(violations, update.provisioned_throughput,
                                    member + ".update.provisionedThroughput");
  }
  void operator()(const DeleteGlobalSecondaryIndex& remove) const {
    table_members::check_name(violations, remove.index_name, member + ".delete.indexName");
  }
};

Result<void> validate_members(const UpdateTableRequest& request) {
  Violations violations;
  table_members::check_name(violations, request.table_name, "tableName");
  table_members::check_throughput(violations, request.provisioned_throughput, "provisionedThroughput");
  if (request.attribute_definitions) {
    for (std::size_t i = 0; i < request.attribute_definitions->size(); ++i) {
      table_members::check_length(violations, (*request.attribute_definitions)[i].name,
                                  "attributeDefinitions." + std::to_string(i + 1) + ".member.attributeName", 1,
                                  limits::key_attribute_name_bytes_max);
    }
  }
  for (std::size_t i = 0; i < request.global_secondary_index_updates.size(); ++i) {
    std::visit(UpdateChecks{violations, "globalSecondaryIndexUpdates." + std::to_string(i + 1) + ".member"},
               request.global_secondary_index_updates[i]);
  }
  if (!violations.empty()) return std::unexpected(errors::constraints(violations));
  return {};
}

const std::string& index_name(const GlobalSecondaryIndexUpdate& update) {
  if (const auto* create = std::get_if<CreateGlobalSecondaryIndex>(&update)) return create->definition.name;
  if (const auto* change = std::get_if<UpdateGlobalSecondaryIndex>(&update)) return change->index_name;
  return std::get<DeleteGlobalSecondaryIndex>(update).index_name;
}

bool is_online_change(const GlobalSecondaryIndexUpdate& update) {
  return !std::holds_alternative<UpdateGlobalSecondaryIndex>(update);
}

Result<void> validate_index_updates(const UpdateTableRequest& request) {
  std::set<std::string_view> names;
  for (const GlobalSecondaryIndexUpdate& update : request.global_secondary_index_updates) {
    if (!names.insert(index_name(update)).second) {
      return std::unexpected(errors::one_update_per_index(index_name(update)));
    }
  }
  const auto online_changes = std::ranges::count_if(request.global_secondary_index_updates, is_online_change);
  if (online_changes > 1) return std::unexpected(errors::one_online_index_per_table());
  if (online_changes == 1 && request.provisioned_throughput && !request.billing_mode) {
    return std::unexpected(errors::index_change_with_throughput_change());
  }
  if (online_changes == 1 && request.stream_specification) {
    return std::unexpected(errors::index_change_with_stream_change());
  }
  return {};
}

// Most settings are changed by themselves; a maximum throughput may come with a billing mode. The service's order where
// several are offended: recorded pair by pair.
Result<void> validate_combination(const UpdateTableRequest& request) {
  const bool on_demand = request.on_demand_throughput != OnDemandThroughput();
  const bool warm = request.warm_throughput != WarmThroughput();
  const bool billing = request.billing_mode || request.provisioned_throughput;
  const auto changes = std::ranges::count(
      std::initializer_list<bool>{billing, !request.global_secondary_index_updates.empty(),
                                  request.stream_specification.has_value(), request.table_class.has_value(),
                                  request.deletion_protection_enabled.has_value(), request.encryption.has_value(),
                                  on_demand, warm},
      true);
  if (changes == 0) return std::unexpected(errors::nothing_to_update());
  if (changes == 1) return {};
  if (request.table_class) return std::unexpected(errors::must_be_the_only_operation("TableClass"));
  if (request.deletion_protection_enabled) {
    return std::unexpected(errors::must_be_the_only_operation("DeletionProtection"));
  }
  if (request.encryption) return std::unexpected(errors::must_be_the_only_operation("Server-Side Encryption"));
  if (on_demand && (changes > 2 || !request.billing_mode)) {
    return std::unexpected(errors::on_demand_throughput_with_other_changes());
  }
  if (warm) return std::unexpected(errors::warm_throughput_with_other_changes());
  return {};
}

Result<void> validate_warm_throughput_of_indexes(const UpdateTableRequest& request) {
  for (const GlobalSecondaryIndexUpdate& update : request.global_secondary_index_updates) {
    const auto* change = std::get_if<UpdateGlobalSecondaryIndex>(&update);
    if (change != nullptr && change->warm_throughput == WarmThroughput()) {
      return std::unexpected(errors::warm_throughput_of_index_empty(change->index_name));
    }
  }
  return {};
}

Result<void> validate_stream(const StreamSpecification& stream) {
  if (stream.stream_enabled && !stream.stream_view_type) {
    return std::unexpected(errors::stream_view_type_required());
  }
  if (!stream.stream_enabled && stream.stream_view_type) {
    return std::unexpected(errors::stream_view_type_not_allowed());
  }
  return {};
}

Result<void> validate_bounds(const UpdateTableRequest& request) {
  if (request.provisioned_throughput) {
    if (auto valid = table_members::validate_throughput_bounds(*request.provisioned_throughput); !valid) return valid;
  }
  for (const GlobalSecondaryIndexUpdate& update : request.global_secondary_index_updates) {
    const auto* change = std::get_if<UpdateGlobalSecondaryIndex>(&update);
    if (change == nullptr || !change->provisioned_throughput) continue;
    if (auto valid = table_members::validate_throughput_bounds(*change->provisioned_throughput); !valid) return valid;
  }
  return {};
}

}  // namespace

Result<void> validate_update_request(const UpdateTableRequest& request) {
  if (auto valid = validate_members(request); !valid) return valid;
  if (auto valid = validate_combination(request); !valid) return valid;
  if (request.billing_mode == BillingMode::pay_per_request && request.provisioned_throughput) {
    return std::unexpected(errors::throughput_with_pay_per_request());
  }
  if (request.billing_mode == BillingMode::provisioned && !request.provisioned_throughput) {
    return std::unexpected(errors::table_throughput_required());
  }
  if (auto valid = validate_bounds(request); !valid) return valid;
  if (auto valid = validate_warm_throughput_of_indexes(request); !valid) return valid;
  if (request.stream_specification) {
    if (request.provisioned_throughput) return std::unexpected(errors::stream_change_with_throughput_change());
    if (auto valid = validate_stream(*request.stream_specification); !valid) return valid;
  }
  return validate_index_updates(request);
}

Result<void> validate_time_to_live_request(const UpdateTimeToLiveRequest& request) {
  Violations violations;
  table_members::check_name(violations, request.table_name, "tableName");
  table_members::check_length(violations, request.attribute_name, "timeToLiveSpecification.attributeName", 1,
                              limits::key_attribute_name_bytes_max);
  if (!violations.empty()) return std::unexpected(errors::constraints(violations));
  return {};
}

}  // namespace dynamodb
