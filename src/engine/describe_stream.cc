#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "engine/stream_operations.h"
#include "engine/stream_reads.h"

namespace engine {

namespace errors = dynamodb::errors;
using dynamodb::DescribeStreamResult;
using dynamodb::Result;

Result<DescribeStreamResult> describe_stream(const Storage& storage, const dynamodb::DescribeStreamRequest& request) {
  constexpr auto most = static_cast<std::int64_t>(dynamodb::limits::describe_stream_shards_max);
  if (request.limit && *request.limit < 1) return std::unexpected(errors::limit_below_one(*request.limit));
  if (request.limit && *request.limit > most) return std::unexpected(errors::streams_limit_too_high());
  const std::string& region = storage.options().region;
  const auto stream = find_stream(storage.latest(), request.stream_arn, region, storage.now());
  if (!stream) return std::unexpected(stream.error());
  if (!*stream) return std::unexpected(errors::stream_not_found(request.stream_arn));
  const Stream& found = **stream;
  DescribeStreamResult result;
  result.stream = {
      .stream_arn = stream_arn(found, region), .table_name = found.table_name, .stream_label = found.label};
  result.status = found.closed_at ? dynamodb::StreamStatus::disabled : dynamodb::StreamStatus::enabled;
  result.view_type = found.view_type;
  result.created_at = found.created_at;
  result.key_schema = found.key_schema;
  // The only shard has no children, and comes first.
  const bool is_asked_for = !request.child_shards_of && request.exclusive_start_shard_id.value_or("") < shard_id(found);
  if (!is_asked_for) return result;
  dynamodb::Shard shard{.shard_id = shard_id(found),
                        .starting_sequence_number = sequence_number(found.first_number),
                        .ending_sequence_number = {},
                        .parent_shard_id = {}};
  if (found.closed_at) shard.ending_sequence_number = sequence_number(found.last_number);
  result.shards.push_back(std::move(shard));
  return result;
}

}  // namespace engine
