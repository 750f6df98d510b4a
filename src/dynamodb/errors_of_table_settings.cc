// The texts about encryption, maximum and warm throughput, as the service was recorded to word them.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"

namespace dynamodb::errors {
namespace {

// "table" or "index NAME", with `separator` between the two.
std::string place(const std::optional<std::string>& index_name, std::string_view separator) {
  return index_name ? concatenate({"index", separator, *index_name}) : "table";
}

Error requested_warm_throughput(std::string_view member, const std::optional<std::string>& index_name,
                                std::string_view problem) {
  return invalid_parameter(
      concatenate({"Requested ", member, " for WarmThroughput for ", place(index_name, " "), " is ", problem}));
}

}  // namespace

Error on_demand_throughput_out_of_range(std::string_view member, const std::optional<std::string>& index_name) {
  return invalid_parameter(concatenate(
      {"Requested ", member, " for OnDemandThroughput for ", place(index_name, " : "), " is outside of valid range"}));
}

Error on_demand_throughput_when_provisioned(std::string_view member, const std::optional<std::string>& index_name) {
  return invalid_parameter(concatenate({member, " for OnDemandThroughput ",
                                        index_name ? concatenate({"for index : ", *index_name, " "}) : "",
                                        "cannot be specified when the table BillingMode is PROVISIONED"}));
}

Error on_demand_throughput_with_other_changes() {
  return invalid_parameter("OnDemandThroughput can only be combined with BillingMode in an UpdateTable request");
}

Error warm_throughput_below_initial(std::string_view member, const std::optional<std::string>& index_name) {
  return requested_warm_throughput(
      member, index_name,
      "lower than initial throughput for OnDemand. See: https://docs.aws.amazon.com/amazondynamodb/latest/"
      "developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial");
}

Error warm_throughput_below_provisioned(std::string_view member, const std::optional<std::string>& index_name,
                                        std::string_view provisioned_member) {
  return requested_warm_throughput(member, index_name,
                                   concatenate({"lower than ", provisioned_member, " of ProvisionedThroughput"}));
}

Error warm_throughput_decreased(std::string_view member, const std::optional<std::string>& index_name) {
  return requested_warm_throughput(member, index_name,
                                   "lower than current WarmThroughput, decreasing WarmThroughput is not supported");
}

Error warm_throughput_of_index_empty(std::string_view index_name) {
  return invalid_parameter(
      concatenate({"WarmThroughput must have at least one of ReadUnitsPerSecond or WriteUnitsPerSecond specified for "
                   "index: ",
                   index_name}));
}

Error warm_throughput_with_other_changes() {
  return invalid_parameter("WarmThroughput must be the only operation in the request");
}

Error only_on_demand_and_warm_throughput(std::string_view index_name) {
  return invalid_parameter(concatenate({"The only Updates for index: ", index_name,
                                        " when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, "
                                        "WarmThroughput"}));
}

Error encryption_member_without_enabled(std::string_view member) {
  return invalid_parameter(concatenate({member, " can not be specified if Enabled is false"}));
}

Error encryption_key_without_type() {
  return invalid_parameter("SSEType KMS is required if KMSMasterKeyId is specified");
}

Error encryption_with_aes256() {
  return invalid_parameter("SSEType AES256 is not supported");
}

Error encrypted_by_default_already() {
  return invalid_parameter("Table is already encrypted by default");
}

Error encrypted_with_key_already() {
  return invalid_parameter(
      "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if you want to change Master "
      "Key");
}

}  // namespace dynamodb::errors
