#include "dynamodb/errors.h"
#include "dynamodb/key.h"
#include "engine/counts.h"
#include "engine/operations.h"
#include "engine/storage.h"
#include "engine/system_keys.h"

namespace engine {
namespace {

bool has_type(const dynamodb::AttributeValue& value, dynamodb::ScalarType type) {
  switch (type) {
    case dynamodb::ScalarType::string:
      return value.type() == dynamodb::AttributeType::string;
    case dynamodb::ScalarType::number:
      return value.type() == dynamodb::AttributeType::number;
    case dynamodb::ScalarType::binary:
      return value.type() == dynamodb::AttributeType::binary;
  }
  return false;
}

}  // namespace

dynamodb::Result<std::optional<std::int64_t>> partition_item_count(const Storage& storage,
                                                                   const std::string& table_name,
                                                                   const std::string& index_name,
                                                                   const dynamodb::AttributeValue& partition_key) {
  const ReadView view = storage.latest();
  const auto table = view.catalog().require(table_name);
  if (!table) return std::unexpected(table.error());
  const Index* index = (*table)->find_index(index_name);
  if (index == nullptr) return std::unexpected(dynamodb::errors::no_such_index(index_name));
  const dynamodb::KeySchema& schema = index->definition.key_schema;
  if (!schema.sort_key || !schema.more_partition_keys.empty()) return std::optional<std::int64_t>();
  const dynamodb::ScalarType type = dynamodb::key_type((*table)->definition, schema.partition_key);
  if (!has_type(partition_key, type)) {
    return std::unexpected(dynamodb::errors::key_type_mismatch(schema.partition_key, type, partition_key.type()));
  }
  const auto counts = read_counts(view, system_keys::partition_count(partition_prefix(index->id, partition_key)));
  if (!counts) return std::unexpected(counts.error());
  return counts->entries;
}

}  // namespace engine
