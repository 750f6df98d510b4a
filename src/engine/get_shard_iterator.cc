#include "dynamodb/errors.h"
#include "engine/byte_codec.h"
#include "engine/stream_operations.h"
#include "engine/stream_reads.h"
#include "engine/system_keys.h"

namespace engine {

namespace errors = dynamodb::errors;
using dynamodb::GetShardIteratorRequest;
using dynamodb::GetShardIteratorResult;
using dynamodb::Result;
using dynamodb::ShardIteratorType;

namespace {

Result<std::uint64_t> next_number(const ReadView& view) {
  const auto row = view.get(system_keys::last_stream_number());
  if (!row) return std::unexpected(row.error());
  return *row ? ByteReader(**row).integer<std::uint64_t>() + 1 : 0;
}

// A sequence number of this shard that has been given out already.
Result<std::uint64_t> number_in(const Stream& stream, const std::optional<std::string>& text, std::uint64_t next) {
  if (!text) return std::unexpected(errors::sequence_number_required());
  const auto number = parse_sequence_number(*text);
  const std::uint64_t end = stream.closed_at ? stream.last_number + 1 : next;
  if (!number || *number < stream.first_number || *number >= end) {
    return std::unexpected(errors::sequence_number_not_in_shard());
  }
  if (*number <= stream.trimmed_through) return std::unexpected(errors::trimmed_data_access());
  return *number;
}

// nullopt: the trim horizon.
Result<std::optional<std::uint64_t>> position(const Stream& stream, const GetShardIteratorRequest& request,
                                              std::uint64_t next) {
  switch (request.type) {
    case ShardIteratorType::trim_horizon:
    case ShardIteratorType::latest:
      if (request.sequence_number) return std::unexpected(errors::sequence_number_not_allowed());
      if (request.type == ShardIteratorType::trim_horizon) return std::nullopt;
      return next;
    case ShardIteratorType::at_sequence_number:
    case ShardIteratorType::after_sequence_number:
      break;
  }
  const auto number = number_in(stream, request.sequence_number, next);
  if (!number) return std::unexpected(number.error());
  return request.type == ShardIteratorType::at_sequence_number ? *number : *number + 1;
}

}  // namespace

Result<GetShardIteratorResult> get_shard_iterator(const Storage& storage, const GetShardIteratorRequest& request) {
  const Time now = storage.now();
  const ReadView view = storage.latest();
  const auto stream = find_stream(view, request.stream_arn, storage.options().region, now);
  if (!stream) return std::unexpected(stream.error());
  if (!*stream) return std::unexpected(errors::stream_not_found(request.stream_arn));
  if (shard_id(**stream) != request.shard_id) return std::unexpected(errors::shard_not_found());
  const auto next = next_number(view);
  if (!next) return std::unexpected(next.error());
  const auto where = position(**stream, request, *next);
  if (!where) return std::unexpected(where.error());
  return GetShardIteratorResult{
      format_shard_iterator({.stream_arn = request.stream_arn, .next_number = *where, .made_at = now})};
}

}  // namespace engine
