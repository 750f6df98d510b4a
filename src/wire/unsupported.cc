#include "wire/unsupported.h"

#include <initializer_list>
#include <string_view>

namespace wire {
namespace {

void refuse(const Field& field, std::string_view what) {
  if (field.present()) field.faults().invalid(dynamodb::errors::not_supported(what));
}

}  // namespace

void refuse_unsupported_members(const Field& request) {
  for (const std::string_view name :
       {"ResourcePolicy", "ReplicaUpdates", "MultiRegionConsistency", "GlobalTableWitnessUpdates",
        "GlobalTableSourceArn", "GlobalTableSettingsReplicationMode", "VectorIndexes", "VectorIndexUpdates"}) {
    refuse(request[name], name);
  }
}

}  // namespace wire
