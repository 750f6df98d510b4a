#include "dynamodb/table_validation.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "dynamodb/errors.h"
#include "dynamodb/key_schema.h"
#include "dynamodb/limits.h"
#include "dynamodb/on_demand_throughput.h"
#include "dynamodb/table_member_checks.h"
#include "dynamodb/warm_throughput.h"

namespace dynamodb {

using table_members::check_index;
using table_members::check_length;
using table_members::check_name;
using table_members::check_throughput;
using table_members::validate_throughput_bounds;
using table_members::Violations;

namespace {

// What the service checks of every member by itself, and answers all at once.
Result<void> validate_members(const TableDefinition& definition) {
  Violations violations;
  check_name(violations, definition.name, "tableName");
  check_throughput(violations, definition.provisioned_throughput, "provisionedThroughput");
  const auto check_keys = [&](const KeySchema& schema, const std::string& member) {
    const std::size_t count = key_attributes(schema).size();
    if (count > limits::key_schema_elements_max) {
      violations.push_back(
          {"[" + std::to_string(count) + " elements]", member,
           "Member must have length less than or equal to " + std::to_string(limits::key_schema_elements_max)});
    }
  };
  check_keys(definition.key_schema, "keySchema");
  const auto check_list = [&](const auto& list, const std::string& member, const auto& check) {
    for (std::size_t index = 0; index < list.size(); ++index) {
      check(list[index], member + "." + std::to_string(index + 1) + ".member");
    }
  };
  check_list(definition.attribute_definitions, "attributeDefinitions",
             [&](const AttributeDefinition& attribute, const std::string& member) {
               check_length(violations, attribute.name, member + ".attributeName", 1,
                            limits::key_attribute_name_bytes_max);
             });
  const auto check_one_index = [&](const IndexDefinition& index, const std::string& member) {
    check_index(violations, index, member);
  };
  check_list(definition.local_secondary_indexes, "localSecondaryIndexes",
             [&](const IndexDefinition& index, const std::string& member) {
               check_keys(index.key_schema, member + ".keySchema");
               check_one_index(index, member);
             });
  check_list(definition.global_secondary_indexes, "globalSecondaryIndexes", check_one_index);
  if (!violations.empty()) {
    return std::unexpected(errors::constraints(violations));
  }
  return {};
}

Result<void> validate_billing(const TableDefinition& definition) {
  if (definition.billing_mode == BillingMode::pay_per_request) {
    if (definition.provisioned_throughput) {
      return std::unexpected(errors::throughput_with_pay_per_request());
    }
    return {};
  }
  if (!definition.provisioned_throughput) {
    return std::unexpected(errors::throughput_required());
  }
  return validate_throughput_bounds(*definition.provisioned_throughput);
}

std::vector<std::string> definition_names(const TableDefinition& definition) {
  std::vector<std::string> names;
  names.reserve(definition.attribute_definitions.size());
  for (const AttributeDefinition& attribute : definition.attribute_definitions) {
    names.push_back(attribute.name);
  }
  return names;
}

Result<void> validate_several_attributes(const KeySchema& schema) {
  if (partition_attributes(schema).size() > limits::global_index_key_attributes_max) {
    return std::unexpected(errors::too_many_key_attributes("HASH"));
  }
  if (sort_attributes(schema).size() > limits::global_index_key_attributes_max) {
    return std::unexpected(errors::too_many_key_attributes("RANGE"));
  }
  const std::vector<std::string> keys = key_attributes(schema);
  if (std::set<std::string_view>(keys.begin(), keys.end()).size() < keys.size()) {
    return std::unexpected(errors::key_attribute_repeated());
  }
  return {};
}

Result<void> validate_key_schema(const KeySchema& schema, const std::vector<std::string>& definitions) {
  const std::vector<std::string> keys = key_attributes(schema);
  const auto is_defined = [&](const std::string& key) {
    return std::ranges::find(definitions, key) != definitions.end();
  };
  if (!std::ranges::all_of(keys, is_defined)) {
    return std::unexpected(errors::key_attributes_not_defined(keys, definitions));
  }
  if (has_several_attributes(schema)) {
    return validate_several_attributes(schema);
  }
  if (schema.sort_key == schema.partition_key) {
    return std::unexpected(errors::key_attributes_have_same_name());
  }
  return {};
}

Result<void> validate_table_keys(const TableDefinition& definition, const std::vector<std::string>& definitions) {
  std::set<std::string_view> names;
  for (const std::string& name : definitions) {
    if (!names.insert(name).second) {
      return std::unexpected(errors::attribute_definition_duplicated(name));
    }
  }
  if (key_attributes(definition.key_schema).size() > definitions.size()) {
    return std::unexpected(errors::key_schema_without_definition());
  }
  return validate_key_schema(definition.key_schema, definitions);
}

Result<void> validate_projection(const Projection& projection) {
  const bool has_attributes = !projection.non_key_attributes.empty();
  switch (projection.type) {
    case ProjectionType::all:
      if (has_attributes) {
        return std::unexpected(errors::non_key_attributes_not_allowed("ALL"));
      }
      return {};
    case ProjectionType::keys_only:
      if (has_attributes) {
        return std::unexpected(errors::non_key_attributes_not_allowed("KEYS_ONLY"));
      }
      return {};
    case ProjectionType::include:
      break;
  }
  if (!has_attributes) {
    return std::unexpected(errors::non_key_attributes_required());
  }
  std::set<std::string_view> names;
  for (const std::string& name : projection.non_key_attributes) {
    if (!names.insert(name).second) {
      return std::unexpected(errors::duplicate_non_key_attribute(name));
    }
  }
  return {};
}

Result<void> validate_local_index(const TableDefinition& definition, const IndexDefinition& index) {
  if (!index.key_schema.sort_key) {
    return std::unexpected(errors::local_index_without_sort_key(index.name));
  }
  if (index.key_schema.partition_key != definition.key_schema.partition_key) {
    return std::unexpected(errors::local_index_with_other_partition_key(index.name, index.key_schema.partition_key,
                                                                        definition.key_schema.partition_key));
  }
  return validate_projection(index.projection);
}

Result<void> validate_global_index(const TableDefinition& definition, const IndexDefinition& index) {
  if (Result<void> result = validate_projection(index.projection); !result) {
    return result;
  }
  if (definition.billing_mode == BillingMode::pay_per_request) {
    if (index.provisioned_throughput) {
      return std::unexpected(errors::index_throughput_with_pay_per_request(index.name));
    }
    return {};
  }
  if (!index.provisioned_throughput) {
    return std::unexpected(errors::index_throughput_not_specified(index.name));
  }
  return validate_throughput_bounds(*index.provisioned_throughput);
}

Result<void> validate_indexes(const TableDefinition& definition, const std::vector<std::string>& definitions) {
  std::set<std::string_view> names;
  const auto validate_each = [&](const std::vector<IndexDefinition>& indexes,
                                 const auto& validate_one) -> Result<void> {
    for (const IndexDefinition& index : indexes) {
      if (Result<void> result = validate_key_schema(index.key_schema, definitions); !result) {
        return result;
      }
      if (Result<void> result = validate_one(definition, index); !result) {
        return result;
      }
      if (!names.insert(index.name).second) {
        return std::unexpected(errors::duplicate_index_name(index.name));
      }
    }
    return {};
  };
  if (!definition.local_secondary_indexes.empty() && !definition.key_schema.sort_key) {
    return std::unexpected(errors::local_index_without_table_sort_key());
  }
  if (Result<void> result = validate_each(definition.local_secondary_indexes, validate_local_index); !result) {
    return result;
  }
  if (definition.local_secondary_indexes.size() > limits::local_secondary_indexes_max) {
    return std::unexpected(errors::too_many_local_indexes());
  }
  if (Result<void> result = validate_each(definition.global_secondary_indexes, validate_global_index); !result) {
    return result;
  }
  if (definition.global_secondary_indexes.size() > limits::global_secondary_indexes_max) {
    return std::unexpected(errors::too_many_global_indexes());
  }
  return {};
}

Result<void> validate_projected_total(const TableDefinition& definition) {
  std::size_t total = 0;
  for (const auto* indexes : {&definition.local_secondary_indexes, &definition.global_secondary_indexes}) {
    for (const IndexDefinition& index : *indexes) {
      total += index.projection.non_key_attributes.size();
    }
  }
  if (total > limits::non_key_attributes_total_max) {
    return std::unexpected(errors::too_many_non_key_attributes(total));
  }
  return {};
}

Result<void> validate_every_definition_is_used(const TableDefinition& definition,
                                               const std::vector<std::string>& definitions) {
  std::vector<std::string> used = key_attributes(definition.key_schema);
  const bool has_indexes = !definition.local_secondary_indexes.empty() || !definition.global_secondary_indexes.empty();
  for (const auto* indexes : {&definition.local_secondary_indexes, &definition.global_secondary_indexes}) {
    for (const IndexDefinition& index : *indexes) {
      for (const std::string& key : key_attributes(index.key_schema)) {
        if (std::ranges::find(used, key) == used.end()) {
          used.push_back(key);
        }
      }
    }
  }
  if (used.size() == definitions.size()) {
    return {};
  }
  return std::unexpected(has_indexes ? errors::attribute_definitions_unused(definitions, used)
                                     : errors::attribute_definitions_do_not_match_keys());
}

// The maximum and the warm throughput of the table and of each global index.
Result<void> validate_throughput_settings(const TableDefinition& definition) {
  const BillingMode billing_mode = definition.billing_mode;
  if (auto valid = validate_new_on_demand_throughput(definition.on_demand_throughput, billing_mode, std::nullopt);
      !valid) {
    return valid;
  }
  if (auto valid = validate_new_warm_throughput(definition); !valid) {
    return valid;
  }
  for (const IndexDefinition& index : definition.global_secondary_indexes) {
    if (auto valid = validate_new_on_demand_throughput(index.on_demand_throughput, billing_mode, index.name); !valid) {
      return valid;
    }
    if (auto valid = validate_new_warm_throughput(definition, index); !valid) {
      return valid;
    }
  }
  return {};
}

}  // namespace

Result<void> validate_table_name(std::string_view name) {
  Violations violations;
  check_name(violations, name, "tableName");
  if (!violations.empty()) {
    return std::unexpected(errors::constraints(violations));
  }
  return {};
}

Result<void> validate_table_definition(const TableDefinition& definition) {
  const std::vector<std::string> definitions = definition_names(definition);
  if (Result<void> result = validate_members(definition); !result) {
    return result;
  }
  if (Result<void> result = validate_billing(definition); !result) {
    return result;
  }
  if (Result<void> result = validate_table_keys(definition, definitions); !result) {
    return result;
  }
  if (Result<void> result = validate_indexes(definition, definitions); !result) {
    return result;
  }
  if (Result<void> result = validate_projected_total(definition); !result) {
    return result;
  }
  if (Result<void> result = validate_every_definition_is_used(definition, definitions); !result) {
    return result;
  }
  return validate_throughput_settings(definition);
}

}  // namespace dynamodb
