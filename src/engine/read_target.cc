#include "engine/read_target.h"

#include <algorithm>

#include "dynamodb/errors.h"
#include "dynamodb/key.h"
#include "dynamodb/key_schema.h"

namespace engine {

namespace errors = dynamodb::errors;
using dynamodb::AttributeType;
using dynamodb::AttributeValue;
using dynamodb::Key;
using dynamodb::KeySchema;
using dynamodb::ProjectionType;
using dynamodb::Result;
using dynamodb::ScalarType;

namespace {

bool has_type(const AttributeValue& value, ScalarType type) {
  switch (type) {
    case ScalarType::string:
      return value.type() == AttributeType::string;
    case ScalarType::number:
      return value.type() == AttributeType::number;
    case ScalarType::binary:
      break;
  }
  return value.type() == AttributeType::binary;
}

}  // namespace

Result<ReadTarget> ReadTarget::find(std::shared_ptr<const Table> table, const std::optional<std::string>& index_name,
                                    bool consistent_read) {
  if (!index_name) return ReadTarget(std::move(table), nullptr);
  const Index* index = table->find_index(*index_name);
  if (index == nullptr) return std::unexpected(errors::no_such_index(*index_name));
  if (consistent_read && index->is_global) return std::unexpected(errors::consistent_read_on_global_index());
  if (index->status == IndexStatus::creating) return std::unexpected(errors::index_is_backfilling(*index_name));
  return ReadTarget(std::move(table), index);
}

const KeySchema& ReadTarget::key_schema() const {
  return index_ == nullptr ? table_->definition.key_schema : index_->definition.key_schema;
}

bool ReadTarget::holds_whole_items() const {
  return index_ == nullptr || index_->definition.projection.type == ProjectionType::all;
}

std::vector<std::string> ReadTarget::not_projected(const std::vector<std::string>& names) const {
  std::vector<std::string> missing;
  if (holds_whole_items()) return missing;
  const auto& included = index_->definition.projection.non_key_attributes;
  for (const auto& name : names) {
    const bool projected = is_key_attribute(table_->definition.key_schema, name) ||
                           is_key_attribute(key_schema(), name) || std::ranges::find(included, name) != included.end();
    if (!projected && std::ranges::find(missing, name) == missing.end()) missing.push_back(name);
  }
  return missing;
}

Result<std::string> ReadTarget::start_key(const Key& exclusive_start_key) const {
  const auto& table = table_->definition;
  if (index_ == nullptr) {
    if (auto valid = dynamodb::validate_key(table, exclusive_start_key); !valid) {
      return std::unexpected(errors::invalid_starting_key(valid.error().message));
    }
    return item_key(table_->id, table.key_schema, exclusive_start_key);
  }
  auto names = dynamodb::key_attributes(key_schema());
  for (const auto& name : dynamodb::key_attributes(table.key_schema)) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  if (exclusive_start_key.size() != names.size()) return std::unexpected(errors::invalid_starting_key());
  for (const auto& name : names) {
    const auto found = exclusive_start_key.find(name);
    if (found == exclusive_start_key.end()) return std::unexpected(errors::invalid_starting_key());
    if (!has_type(found->second, dynamodb::key_type(table, name))) {
      return std::unexpected(errors::key_does_not_match_schema());
    }
  }
  return index_entry_key(index_->id, key_schema(), table.key_schema, exclusive_start_key);
}

Key ReadTarget::last_evaluated_key(std::string_view row_key) const {
  if (index_ == nullptr) return decode_item_key(row_key, table_->definition);
  return decode_index_entry_key(row_key, table_->definition, key_schema());
}

std::string ReadTarget::item_key_of(std::string_view row_key) const {
  if (index_ == nullptr) return std::string(row_key);
  return item_key_of_index_entry(row_key, table_->id, table_->definition, key_schema());
}

}  // namespace engine
