#include "dynamodb/table_update.h"

#include <algorithm>
#include <set>

#include "dynamodb/errors.h"
#include "dynamodb/key_schema.h"
#include "dynamodb/limits.h"
#include "dynamodb/on_demand_throughput.h"
#include "dynamodb/table_validation.h"
#include "dynamodb/warm_throughput.h"

namespace dynamodb {
namespace {

// Applies one request to a definition, step by step.
class Update {
 public:
  Update(const TableDefinition& current, const UpdateTableRequest& request) : current_(current), request_(request) {
    result_.definition = current;
  }

  Result<TableUpdate> run() {
    if (auto done = change_billing(); !done) return std::unexpected(std::move(done.error()));
    for (const GlobalSecondaryIndexUpdate& update : request_.global_secondary_index_updates) {
      auto done = std::visit([this](const auto& change) { return apply(change); }, update);
      if (!done) return std::unexpected(std::move(done.error()));
    }
    if (auto done = check_index_throughputs(); !done) return std::unexpected(std::move(done.error()));
    if (auto done = change_stream(); !done) return std::unexpected(std::move(done.error()));
    if (request_.table_class) definition().table_class = *request_.table_class;
    if (request_.deletion_protection_enabled) {
      definition().deletion_protection_enabled = *request_.deletion_protection_enabled;
    }
    if (auto done = change_settings(); !done) return std::unexpected(std::move(done.error()));
    keep_warm_throughput(current_, definition());
    if (result_.created_index || result_.deleted_index) {
      if (auto valid = validate_table_definition(definition()); !valid) {
        return std::unexpected(std::move(valid.error()));
      }
    }
    return std::move(result_);
  }

 private:
  TableDefinition& definition() { return result_.definition; }
  bool becomes_provisioned() const {
    return current_.billing_mode == BillingMode::pay_per_request &&
           result_.definition.billing_mode == BillingMode::provisioned;
  }

  Result<void> change_billing() {
    definition().billing_mode = request_.billing_mode.value_or(current_.billing_mode);
    if (definition().billing_mode == BillingMode::pay_per_request) {
      if (request_.provisioned_throughput) return std::unexpected(errors::throughput_with_pay_per_request());
      definition().provisioned_throughput.reset();
      for (IndexDefinition& index : definition().global_secondary_indexes) index.provisioned_throughput.reset();
      return {};
    }
    definition().on_demand_throughput = {};
    for (IndexDefinition& index : definition().global_secondary_indexes) index.on_demand_throughput = {};
    if (!request_.provisioned_throughput) return {};
    if (current_.provisioned_throughput == request_.provisioned_throughput) {
      return std::unexpected(errors::table_throughput_unchanged(*request_.provisioned_throughput));
    }
    definition().provisioned_throughput = request_.provisioned_throughput;
    return {};
  }

  Result<IndexDefinition*> find_global(const std::string& name, std::string_view action) {
    auto& indexes = definition().global_secondary_indexes;
    const auto found = std::ranges::find(indexes, name, &IndexDefinition::name);
    if (found != indexes.end()) return &*found;
    const bool is_local = std::ranges::find(current_.local_secondary_indexes, name, &IndexDefinition::name) !=
                          current_.local_secondary_indexes.end();
    if (is_local) return std::unexpected(errors::not_a_global_index(action, name));
    return std::unexpected(errors::requested_resource_not_found());
  }

  Result<void> apply(const CreateGlobalSecondaryIndex& create) {
    const IndexDefinition& index = create.definition;
    for (const auto* indexes : {&current_.global_secondary_indexes, &current_.local_secondary_indexes}) {
      if (std::ranges::find(*indexes, index.name, &IndexDefinition::name) != indexes->end()) {
        return std::unexpected(errors::index_exists_already());
      }
    }
    if (current_.global_secondary_indexes.size() >= limits::global_secondary_indexes_max) {
      return std::unexpected(errors::too_many_global_indexes_after_update());
    }
    if (!request_.attribute_definitions || request_.attribute_definitions->empty()) {
      return std::unexpected(errors::definitions_required_for_index(index.name));
    }
    const bool on_demand = definition().billing_mode == BillingMode::pay_per_request;
    if (on_demand && index.provisioned_throughput) return std::unexpected(errors::no_throughput_for_index(index.name));
    if (!on_demand && !index.provisioned_throughput) {
      return std::unexpected(errors::index_throughput_required(index.name));
    }
    if (auto merged = merge_definitions(); !merged) return merged;
    definition().global_secondary_indexes.push_back(index);
    result_.created_index = index.name;
    return {};
  }

  Result<void> merge_definitions() {
    auto& definitions = definition().attribute_definitions;
    std::set<std::string_view> names;
    for (const AttributeDefinition& added : *request_.attribute_definitions) {
      if (!names.insert(added.name).second) {
        return std::unexpected(errors::attribute_definition_duplicated(added.name));
      }
      const auto found = std::ranges::find(definitions, added.name, &AttributeDefinition::name);
      if (found == definitions.end()) {
        definitions.push_back(added);
      } else if (found->type != added.type) {
        return std::unexpected(errors::attribute_redefined(added.name, found->type, added.type));
      }
    }
    return {};
  }

  Result<void> apply(const UpdateGlobalSecondaryIndex& update) {
    auto index = find_global(update.index_name, "update");
    if (!index) return std::unexpected(std::move(index.error()));
    if (auto changed = change_throughput_settings(**index, update); !changed) return changed;
    if (!update.provisioned_throughput) return {};
    if (definition().billing_mode == BillingMode::pay_per_request) {
      return std::unexpected(errors::no_throughput_for_index(update.index_name));
    }
    if ((*index)->provisioned_throughput == update.provisioned_throughput) {
      return std::unexpected(errors::index_throughput_unchanged(update.index_name, *update.provisioned_throughput));
    }
    (*index)->provisioned_throughput = update.provisioned_throughput;
    result_.updated_indexes.push_back(update.index_name);
    return {};
  }

  // Maximum and warm throughput.
  Result<void> change_throughput_settings(IndexDefinition& index, const UpdateGlobalSecondaryIndex& update) {
    const bool on_demand = update.on_demand_throughput != OnDemandThroughput();
    if (definition().billing_mode == BillingMode::pay_per_request && !update.provisioned_throughput && !on_demand &&
        !update.warm_throughput) {
      return std::unexpected(errors::only_on_demand_and_warm_throughput(index.name));
    }
    auto maximum = changed_on_demand_throughput(index.on_demand_throughput, update.on_demand_throughput,
                                                definition().billing_mode, index.name);
    if (!maximum) return std::unexpected(std::move(maximum.error()));
    index.on_demand_throughput = *maximum;
    if (!update.warm_throughput) return {};
    auto warm = raised_warm_throughput(index.warm_throughput, warm_units(definition(), index), *update.warm_throughput,
                                       index.name);
    if (!warm) return std::unexpected(std::move(warm.error()));
    index.warm_throughput = *warm;
    return {};
  }

  Result<void> apply(const DeleteGlobalSecondaryIndex& remove) {
    auto index = find_global(remove.index_name, "delete");
    if (!index) return std::unexpected(std::move(index.error()));
    std::erase_if(definition().global_secondary_indexes,
                  [&](const IndexDefinition& each) { return each.name == remove.index_name; });
    result_.deleted_index = remove.index_name;
    drop_unused_definitions();
    return {};
  }

  void drop_unused_definitions() {
    std::erase_if(definition().attribute_definitions, [&](const AttributeDefinition& attribute) {
      const auto index_uses = [&](const IndexDefinition& index) {
        return is_key_attribute(index.key_schema, attribute.name);
      };
      return !is_key_attribute(definition().key_schema, attribute.name) &&
             std::ranges::none_of(definition().global_secondary_indexes, index_uses) &&
             std::ranges::none_of(definition().local_secondary_indexes, index_uses);
    });
  }

  // A table that becomes provisioned needs one for each of its indexes.
  Result<void> check_index_throughputs() {
    if (!becomes_provisioned()) return {};
    for (const IndexDefinition& index : definition().global_secondary_indexes) {
      if (!index.provisioned_throughput) return std::unexpected(errors::throughput_required_for_index(index.name));
    }
    return {};
  }

  Result<void> change_stream() {
    if (!request_.stream_specification) return {};
    const StreamSpecification& stream = *request_.stream_specification;
    if (stream.stream_enabled && current_.stream_view_type) {
      return std::unexpected(errors::stream_enabled_already(current_.name));
    }
    if (!stream.stream_enabled && !current_.stream_view_type) {
      return std::unexpected(errors::stream_disabled_already(current_.name));
    }
    definition().stream_view_type = stream.stream_view_type;
    result_.stream_enabled = stream.stream_enabled;
    return {};
  }

  Result<void> change_settings() {
    auto maximum = changed_on_demand_throughput(definition().on_demand_throughput, request_.on_demand_throughput,
                                                definition().billing_mode, std::nullopt);
    if (!maximum) return std::unexpected(std::move(maximum.error()));
    definition().on_demand_throughput = *maximum;
    auto warm = raised_warm_throughput(definition().warm_throughput, warm_units(definition()), request_.warm_throughput,
                                       std::nullopt);
    if (!warm) return std::unexpected(std::move(warm.error()));
    definition().warm_throughput = *warm;
    result_.only_settings = changes_only_settings();
    return change_encryption();
  }

  bool changes_only_settings() const {
    const auto is_setting = [](const GlobalSecondaryIndexUpdate& update) {
      const auto* change = std::get_if<UpdateGlobalSecondaryIndex>(&update);
      return change != nullptr && !change->provisioned_throughput;
    };
    return !request_.billing_mode && !request_.provisioned_throughput && !request_.stream_specification &&
           !request_.table_class && !request_.deletion_protection_enabled &&
           std::ranges::all_of(request_.global_secondary_index_updates, is_setting);
  }

  // Any change of a key's name counts; only a whole ARN is known to be the same key.
  Result<void> change_encryption() {
    if (!request_.encryption) return {};
    const std::optional<std::string>& key = request_.encryption->kms_key;
    if (!key && !current_.kms_key) return std::unexpected(errors::encrypted_by_default_already());
    if (key && key == current_.kms_key && key->starts_with("arn:")) {
      return std::unexpected(errors::encrypted_with_key_already());
    }
    definition().kms_key = key;
    result_.encryption_changed = true;
    return {};
  }

  const TableDefinition& current_;
  const UpdateTableRequest& request_;
  TableUpdate result_;
};

}  // namespace

Result<TableUpdate> update_definition(const TableDefinition& current, const UpdateTableRequest& request) {
  return Update(current, request).run();
}

}  // namespace dynamodb
