#include "engine/table_description.h"

#include "engine/counts.h"
#include "engine/storage.h"
#include "engine/system_keys.h"

namespace engine {

namespace {

// There is no KMS here that could tell the key of an alias: the alias's own ARN stands for it.
std::string kms_arn(const std::string& key, const std::string& region) {
  if (key.starts_with("arn:")) return key;
  const std::string prefix = "arn:aws:kms:" + region + ":000000000000:";
  if (key.empty()) return prefix + "alias/aws/dynamodb";
  return prefix + (key.starts_with("alias/") ? "" : "key/") + key;
}

}  // namespace

dynamodb::TableDescription describe_new(const Table& table, const std::string& region) {
  dynamodb::TableDescription description;
  description.definition = table.definition;
  description.id = table.uuid;
  description.arn = "arn:aws:dynamodb:" + region + ":000000000000:table/" + table.definition.name;
  description.created_at = table.created_at;
  if (!table.stream_label.empty()) {
    description.latest_stream_label = table.stream_label;
    description.latest_stream_arn = description.arn + "/stream/" + table.stream_label;
  }
  description.pay_per_request_since = table.pay_per_request_since;
  description.table_class_since = table.table_class_since;
  if (table.definition.kms_key) description.kms_key_arn = kms_arn(*table.definition.kms_key, region);
  if (table.is_updating()) description.status = dynamodb::TableStatus::updating;
  for (const Index& index : table.indexes) {
    const bool creating = index.status == IndexStatus::creating;
    description.indexes.push_back({.name = index.definition.name,
                                   .status = creating ? dynamodb::TableStatus::creating : dynamodb::TableStatus::active,
                                   .backfilling = creating});
  }
  return description;
}

dynamodb::Result<dynamodb::TableDescription> describe(const Table& table, const std::string& region,
                                                      const ReadView& view) {
  dynamodb::TableDescription description = describe_new(table, region);
  dynamodb::Result<Counts> counts = read_counts(view, system_keys::counts(table.id));
  if (!counts) return std::unexpected(std::move(counts.error()));
  description.item_count = counts->entries;
  description.size_bytes = counts->bytes;
  for (std::size_t i = 0; i < table.indexes.size(); ++i) {
    dynamodb::Result<Counts> of_index = read_counts(view, system_keys::counts(table.indexes[i].id));
    if (!of_index) return std::unexpected(std::move(of_index.error()));
    description.indexes[i].item_count = of_index->entries;
    description.indexes[i].size_bytes = of_index->bytes;
  }
  return description;
}

}  // namespace engine
