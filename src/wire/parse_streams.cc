// The streams API.
#include "dynamodb/limits.h"
#include "wire/members.h"
#include "wire/parse.h"

namespace wire {

namespace limits = dynamodb::limits;
using dynamodb::Result;
using dynamodb::ShardIteratorType;

namespace {

constexpr Range arn_length{.min = 37, .max = 1024};
constexpr Range shard_id_length{.min = 28, .max = 65};
constexpr Range sequence_number_length{.min = 21, .max = 40};
constexpr Range shard_iterator_length{.min = 1, .max = 2048};

constexpr Name<ShardIteratorType> iterator_types[] = {
    {"TRIM_HORIZON", ShardIteratorType::trim_horizon},
    {"LATEST", ShardIteratorType::latest},
    {"AT_SEQUENCE_NUMBER", ShardIteratorType::at_sequence_number},
    {"AFTER_SEQUENCE_NUMBER", ShardIteratorType::after_sequence_number}};
enum class ShardFilterType { child_shards };
constexpr Name<ShardFilterType> filter_types[] = {{"CHILD_SHARDS", ShardFilterType::child_shards}};

// The parent's id of ShardFilter.
std::optional<std::string> child_shards_of(const Field& filter) {
  if (!filter.structure("ShardFilter")) return std::nullopt;
  const auto type = filter["Type"].one_of(filter_types);
  std::optional<std::string> shard = filter["ShardId"].text(shard_id_length);
  return type ? shard : std::nullopt;
}

}  // namespace

template <>
Result<dynamodb::ListStreamsRequest> parse(std::string_view body) {
  return parse_body<dynamodb::ListStreamsRequest>(body, [](const Field& fields) {
    dynamodb::ListStreamsRequest request;
    request.table_name = optional_table_name(fields["TableName"]);
    request.limit = fields["Limit"].integer({.min = 1, .max = limits::list_streams_max});
    request.exclusive_start_stream_arn = fields["ExclusiveStartStreamArn"].text(arn_length);
    return request;
  });
}

template <>
Result<dynamodb::DescribeStreamRequest> parse(std::string_view body) {
  return parse_body<dynamodb::DescribeStreamRequest>(body, [](const Field& fields) {
    dynamodb::DescribeStreamRequest request;
    request.stream_arn = fields["StreamArn"].required().text(arn_length).value_or("");
    request.limit = fields["Limit"].integer({.min = 1, .max = limits::describe_stream_shards_max});
    request.exclusive_start_shard_id = fields["ExclusiveStartShardId"].text(shard_id_length);
    request.child_shards_of = child_shards_of(fields["ShardFilter"]);
    return request;
  });
}

template <>
Result<dynamodb::GetShardIteratorRequest> parse(std::string_view body) {
  return parse_body<dynamodb::GetShardIteratorRequest>(body, [](const Field& fields) {
    dynamodb::GetShardIteratorRequest request;
    request.stream_arn = fields["StreamArn"].required().text(arn_length).value_or("");
    request.shard_id = fields["ShardId"].required().text(shard_id_length).value_or("");
    request.type =
        fields["ShardIteratorType"].required().one_of(iterator_types).value_or(ShardIteratorType::trim_horizon);
    request.sequence_number = fields["SequenceNumber"].text(sequence_number_length);
    return request;
  });
}

template <>
Result<dynamodb::GetRecordsRequest> parse(std::string_view body) {
  return parse_body<dynamodb::GetRecordsRequest>(body, [](const Field& fields) {
    dynamodb::GetRecordsRequest request;
    request.shard_iterator = fields["ShardIterator"].required().text(shard_iterator_length).value_or("");
    request.limit = fields["Limit"].integer({.min = 1, .max = limits::get_records_max});
    return request;
  });
}

}  // namespace wire
