// Answers of the streams API.
#include "wire/item_text.h"
#include "wire/serialize.h"
#include "wire/table_text.h"

namespace wire {

using dynamodb::StreamEventName;
using dynamodb::StreamStatus;
using dynamodb::StreamSummary;

namespace {

std::string_view spelling(StreamStatus status) {
  switch (status) {
    case StreamStatus::enabling:
      return "ENABLING";
    case StreamStatus::disabling:
      return "DISABLING";
    case StreamStatus::disabled:
      return "DISABLED";
    case StreamStatus::enabled:
      break;
  }
  return "ENABLED";
}

std::string_view spelling(StreamEventName name) {
  switch (name) {
    case StreamEventName::insert:
      return "INSERT";
    case StreamEventName::modify:
      return "MODIFY";
    case StreamEventName::remove:
      break;
  }
  return "REMOVE";
}

void write_summary(const StreamSummary& stream, JsonText& out) {
  out.member("StreamArn", stream.stream_arn).member("TableName", stream.table_name);
  out.member("StreamLabel", stream.stream_label);
}

void write_shard(const dynamodb::Shard& shard, JsonText& out) {
  out.begin_object().member("ShardId", shard.shard_id).raw_key("SequenceNumberRange").begin_object();
  out.member("StartingSequenceNumber", shard.starting_sequence_number);
  out.optional_member("EndingSequenceNumber", shard.ending_sequence_number).end_object();
  out.optional_member("ParentShardId", shard.parent_shard_id).end_object();
}

void write_change(const dynamodb::StreamRecord& record, JsonText& out) {
  out.begin_object().raw_key("ApproximateCreationDateTime").integer(record.created_at.time_since_epoch().count());
  out.raw_key("Keys");
  write_map(record.keys, out);
  if (record.new_image) {
    out.raw_key("NewImage");
    write_item(*record.new_image, out);
  }
  if (record.old_image) {
    out.raw_key("OldImage");
    write_item(*record.old_image, out);
  }
  out.member("SequenceNumber", record.sequence_number).raw_key("SizeBytes").integer(record.size_bytes);
  out.member("StreamViewType", stream_view_type_text(record.view_type)).end_object();
}

// The names are the model's: lower case around "dynamodb", capitals within userIdentity.
void write_record(const dynamodb::StreamRecord& record, JsonText& out) {
  out.begin_object().member("eventID", record.event_id).member("eventName", spelling(record.event_name));
  out.member("eventVersion", "1.1").member("eventSource", "aws:dynamodb").member("awsRegion", record.region);
  out.raw_key("dynamodb");
  write_change(record, out);
  if (record.user_identity) {
    out.raw_key("userIdentity").begin_object().member("PrincipalId", record.user_identity->principal_id);
    out.member("Type", record.user_identity->type).end_object();
  }
  out.end_object();
}

}  // namespace

std::string serialize(const dynamodb::ListStreamsResult& result) {
  JsonText out;
  out.begin_object().raw_key("Streams").begin_array();
  for (const StreamSummary& stream : result.streams) {
    out.begin_object();
    write_summary(stream, out);
    out.end_object();
  }
  out.end_array().optional_member("LastEvaluatedStreamArn", result.last_evaluated_stream_arn);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::DescribeStreamResult& result) {
  JsonText out;
  out.begin_object().raw_key("StreamDescription").begin_object();
  write_summary(result.stream, out);
  out.member("StreamStatus", spelling(result.status)).member("StreamViewType", stream_view_type_text(result.view_type));
  out.raw_key("CreationRequestDateTime");
  write_time(result.created_at, out);
  out.raw_key("KeySchema");
  write_key_schema(result.key_schema, out);
  out.raw_key("Shards").begin_array();
  for (const dynamodb::Shard& shard : result.shards) {
    write_shard(shard, out);
  }
  out.end_array().optional_member("LastEvaluatedShardId", result.last_evaluated_shard_id);
  return std::move(out.end_object().end_object()).take();
}

std::string serialize(const dynamodb::GetShardIteratorResult& result) {
  JsonText out;
  return std::move(out.begin_object().member("ShardIterator", result.shard_iterator).end_object()).take();
}

std::string serialize(const dynamodb::GetRecordsResult& result) {
  JsonText out;
  out.begin_object().raw_key("Records").begin_array();
  for (const dynamodb::StreamRecord& record : result.records) {
    write_record(record, out);
  }
  out.end_array().optional_member("NextShardIterator", result.next_shard_iterator);
  return std::move(out.end_object()).take();
}

}  // namespace wire
