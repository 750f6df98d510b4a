// Encryption, maximum and warm throughput: members of CreateTable and UpdateTable.
#pragma once

#include <optional>

#include "dynamodb/table_requests.h"
#include "wire/field.h"

namespace wire {

// "OnDemandThroughput" and "WarmThroughput"; without members they count as absent.
[[nodiscard]] dynamodb::OnDemandThroughput on_demand_throughput(const Field& field);
[[nodiscard]] std::optional<dynamodb::WarmThroughput> warm_throughput(const Field& field);

// "SSESpecification". What contradicts itself is refused.
[[nodiscard]] std::optional<dynamodb::EncryptionChange> encryption(const Field& field);

}  // namespace wire
