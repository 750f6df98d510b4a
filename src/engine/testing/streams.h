// Streams, read from their beginning and replayed.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "dynamodb/encoded_item.h"
#include "engine/embedded_database.h"
#include "engine/testing/awaited.h"

namespace engine::testing {

// All that is in the shard behind the iterator. A read that fails throws.
inline std::vector<dynamodb::StreamRecord> read_shard(EmbeddedDatabase& database, std::string iterator) {
  std::vector<dynamodb::StreamRecord> records;
  while (true) {
    auto page = awaited(database.get_records({.shard_iterator = iterator, .limit = {}})).value();
    if (page.records.empty()) return records;
    for (auto& record : page.records) records.push_back(std::move(record));
    if (!page.next_shard_iterator) return records;
    iterator = *page.next_shard_iterator;
  }
}

inline std::vector<dynamodb::StreamRecord> read_stream(EmbeddedDatabase& database, const std::string& arn) {
  const auto stream = awaited(database.describe_stream({.stream_arn = arn})).value();
  std::vector<dynamodb::StreamRecord> records;
  for (const auto& shard : stream.shards) {
    const auto iterator = awaited(database.get_shard_iterator({.stream_arn = arn,
                                                               .shard_id = shard.shard_id,
                                                               .type = dynamodb::ShardIteratorType::trim_horizon,
                                                               .sequence_number = {}}));
    for (auto& record : read_shard(database, iterator.value().shard_iterator)) records.push_back(std::move(record));
  }
  return records;
}

// The items that a stream of NEW_AND_OLD_IMAGES leaves, by the bytes of their keys. Throws where a record does not fit
// to those before it.
inline std::map<std::string, dynamodb::Item> replayed(const std::vector<dynamodb::StreamRecord>& records) {
  std::map<std::string, dynamodb::Item> items;
  std::string last;
  for (const auto& record : records) {
    if (record.sequence_number <= last) throw std::logic_error("sequence numbers do not ascend");
    last = record.sequence_number;
    const std::string key = dynamodb::EncodedItem(record.keys).bytes();
    const auto found = items.find(key);
    const bool fits =
        record.old_image ? found != items.end() && found->second == record.old_image->decode() : found == items.end();
    if (!fits) throw std::logic_error("a record's old image is not what was there");
    if (record.new_image) {
      items.insert_or_assign(key, record.new_image->decode());
    } else {
      items.erase(key);
    }
  }
  return items;
}

}  // namespace engine::testing
