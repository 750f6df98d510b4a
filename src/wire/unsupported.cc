#include "wire/unsupported.h"

#include <initializer_list>
#include <string_view>

namespace wire {
namespace {

void refuse(const Field& field, std::string_view what) {
  if (field.present()) field.faults().invalid(dynamodb::errors::not_supported(what));
}

// A maximum of -1 is none.
void refuse_on_demand_throughput(const Field& field) {
  if (!field.structure("OnDemandThroughput")) return;
  for (const std::string_view name : {"MaxReadRequestUnits", "MaxWriteRequestUnits"}) {
    if (field[name].long_integer().value_or(-1) != -1) {
      field.faults().invalid(dynamodb::errors::not_supported("OnDemandThroughput"));
    }
  }
}

// {"Enabled": false} is how a table is without it.
void refuse_encryption(const Field& field) {
  if (!field.structure("SSESpecification")) return;
  const bool enabled = field["Enabled"].boolean().value_or(false);
  if (enabled || field["SSEType"].present() || field["KMSMasterKeyId"].present()) {
    field.faults().invalid(dynamodb::errors::not_supported("SSESpecification"));
  }
}

}  // namespace

void refuse_unsupported_members(const Field& request) {
  refuse_encryption(request["SSESpecification"]);
  refuse_on_demand_throughput(request["OnDemandThroughput"]);
  for (const std::string_view name :
       {"WarmThroughput", "ResourcePolicy", "ReplicaUpdates", "MultiRegionConsistency", "GlobalTableWitnessUpdates",
        "GlobalTableSourceArn", "GlobalTableSettingsReplicationMode", "VectorIndexes", "VectorIndexUpdates"}) {
    refuse(request[name], name);
  }
}

void refuse_unsupported_index_members(const Field& index) {
  refuse_on_demand_throughput(index["OnDemandThroughput"]);
  refuse(index["WarmThroughput"], "WarmThroughput");
}

}  // namespace wire
