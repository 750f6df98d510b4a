#include "dynamodb/table_member_checks.h"

#include "dynamodb/limits.h"

namespace dynamodb::table_members {

void check_length(Violations& violations, std::string_view value, const std::string& member, std::size_t length_min,
                  std::size_t length_max) {
  if (value.size() < length_min) {
    violations.push_back(
        {std::string(value), member, "Member must have length greater than or equal to " + std::to_string(length_min)});
  }
  if (value.size() > length_max) {
    violations.push_back(
        {std::string(value), member, "Member must have length less than or equal to " + std::to_string(length_max)});
  }
}

void check_name(Violations& violations, std::string_view name, const std::string& member) {
  constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
  if (name.empty() || name.find_first_not_of(characters) != std::string_view::npos) {
    violations.push_back(
        {std::string(name), member, "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"});
  }
  check_length(violations, name, member, limits::name_chars_min, limits::name_chars_max);
}

void check_throughput(Violations& violations, const std::optional<ProvisionedThroughput>& throughput,
                      const std::string& member) {
  if (!throughput) {
    return;
  }
  const auto check = [&](std::int64_t units, const char* name) {
    if (units < 1) {
      violations.push_back(
          {std::to_string(units), member + "." + name, "Member must have value greater than or equal to 1"});
    }
  };
  check(throughput->write_capacity_units, "writeCapacityUnits");
  check(throughput->read_capacity_units, "readCapacityUnits");
}

void check_index(Violations& violations, const IndexDefinition& index, const std::string& member) {
  check_name(violations, index.name, member + ".indexName");
  const auto& non_key_attributes = index.projection.non_key_attributes;
  const std::string attributes_member = member + ".projection.nonKeyAttributes";
  if (non_key_attributes.size() > limits::non_key_attributes_max) {
    violations.push_back(
        {"[" + std::to_string(non_key_attributes.size()) + " elements]", attributes_member,
         "Member must have length less than or equal to " + std::to_string(limits::non_key_attributes_max)});
  }
  for (const std::string& attribute : non_key_attributes) {
    check_length(violations, attribute, attributes_member, 1, limits::key_attribute_name_bytes_max);
  }
  check_throughput(violations, index.provisioned_throughput, member + ".provisionedThroughput");
}

Result<void> validate_throughput_bounds(const ProvisionedThroughput& throughput) {
  if (throughput.read_capacity_units > limits::capacity_units_max) {
    return std::unexpected(errors::throughput_out_of_bounds("ReadCapacityUnits", throughput.read_capacity_units));
  }
  if (throughput.write_capacity_units > limits::capacity_units_max) {
    return std::unexpected(errors::throughput_out_of_bounds("WriteCapacityUnits", throughput.write_capacity_units));
  }
  return {};
}

}  // namespace dynamodb::table_members
