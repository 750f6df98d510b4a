#include "wire/table_settings.h"

#include "dynamodb/errors.h"

namespace wire {

namespace errors = dynamodb::errors;

namespace {

enum class EncryptionType { aes256, kms };
// In the order in which the service lists them.
constexpr Name<EncryptionType> encryption_types[] = {{"AES256", EncryptionType::aes256}, {"KMS", EncryptionType::kms}};

}  // namespace

dynamodb::OnDemandThroughput on_demand_throughput(const Field& field) {
  if (!field.structure("OnDemandThroughput")) return {};
  return {.max_read_request_units = field["MaxReadRequestUnits"].long_integer(),
          .max_write_request_units = field["MaxWriteRequestUnits"].long_integer()};
}

std::optional<dynamodb::WarmThroughput> warm_throughput(const Field& field) {
  if (!field.structure("WarmThroughput")) return std::nullopt;
  return dynamodb::WarmThroughput{.read_units_per_second = field["ReadUnitsPerSecond"].long_integer(),
                                  .write_units_per_second = field["WriteUnitsPerSecond"].long_integer()};
}

std::optional<dynamodb::EncryptionChange> encryption(const Field& field) {
  if (!field.structure("SSESpecification")) return std::nullopt;
  const auto type = field["SSEType"].one_of(encryption_types);
  // Without "Enabled" a type is enough.
  const bool enabled = field["Enabled"].boolean().value_or(type.has_value());
  const auto key = field["KMSMasterKeyId"].text({.min = 1});
  Faults& faults = field.faults();
  if (!enabled) {
    if (type) faults.invalid(errors::encryption_member_without_enabled("SSEType"));
    if (key) faults.invalid(errors::encryption_member_without_enabled("KMSMasterKeyId"));
    return dynamodb::EncryptionChange{std::nullopt};
  }
  if (type == EncryptionType::aes256) faults.invalid(errors::encryption_with_aes256());
  if (key && !type) faults.invalid(errors::encryption_key_without_type());
  return dynamodb::EncryptionChange{key.value_or("")};
}

}  // namespace wire
