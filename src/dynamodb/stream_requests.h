// Requests and results of DynamoDB Streams (the API DynamoDBStreams_20120810).
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/encoded_item.h"
#include "dynamodb/requests.h"
#include "dynamodb/table.h"

namespace dynamodb {

using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

enum class StreamStatus { enabling, enabled, disabling, disabled };
enum class ShardIteratorType { trim_horizon, latest, at_sequence_number, after_sequence_number };
enum class StreamEventName { insert, modify, remove };

struct StreamSummary {
  std::string stream_arn;
  std::string table_name;
  std::string stream_label;  // "2026-11-23T10:00:00.000", the end of the ARN
};
struct ListStreamsRequest {
  std::optional<std::string> table_name = {};
  std::optional<std::int64_t> limit = {};  // 1 … 100
  std::optional<std::string> exclusive_start_stream_arn = {};
};
struct ListStreamsResult {
  std::vector<StreamSummary> streams;
  std::optional<std::string> last_evaluated_stream_arn;
};

// Sequence numbers are decimal text of up to 40 digits, ascending by value within a shard.
struct Shard {
  std::string shard_id;
  std::string starting_sequence_number;
  std::optional<std::string> ending_sequence_number;  // nullopt: the shard is open
  std::optional<std::string> parent_shard_id;
};
struct DescribeStreamRequest {
  std::string stream_arn;
  std::optional<std::int64_t> limit = {};  // shards, 1 … 100
  std::optional<std::string> exclusive_start_shard_id = {};
  std::optional<std::string> child_shards_of = {};  // ShardFilter CHILD_SHARDS: this shard's id
};
struct DescribeStreamResult {
  StreamSummary stream;
  StreamStatus status = StreamStatus::enabled;
  StreamViewType view_type = StreamViewType::keys_only;
  Milliseconds created_at;
  KeySchema key_schema;  // the table's
  std::vector<Shard> shards;
  std::optional<std::string> last_evaluated_shard_id;
};

struct GetShardIteratorRequest {
  std::string stream_arn;
  std::string shard_id;
  ShardIteratorType type = ShardIteratorType::trim_horizon;
  std::optional<std::string> sequence_number = {};
};
struct GetShardIteratorResult {
  std::string shard_iterator;  // opaque; good for 15 minutes
};

// Who changed the item, where it was not a request: TTL's deletes have {"Service", "dynamodb.amazonaws.com"}.
struct StreamUserIdentity {
  std::string type;
  std::string principal_id;
};
struct StreamRecord {
  std::string event_id;  // 32 hex digits, unique in the stream
  StreamEventName event_name = StreamEventName::insert;
  std::string region;
  std::chrono::sys_seconds created_at;
  Key keys;
  std::optional<EncodedItem> new_image;
  std::optional<EncodedItem> old_image;
  std::string sequence_number;
  std::int64_t size_bytes = 0;
  StreamViewType view_type = StreamViewType::keys_only;
  std::optional<StreamUserIdentity> user_identity;
};
struct GetRecordsRequest {
  std::string shard_iterator;
  std::optional<std::int64_t> limit = {};  // 1 … 1000
};
struct GetRecordsResult {
  std::vector<StreamRecord> records;
  std::optional<std::string> next_shard_iterator;  // nullopt: the shard is closed and was read to its end
};

}  // namespace dynamodb
