// Operations of the Service that the engine does not have yet.
#include "dynamodb/errors.h"
#include "engine/embedded_engine.h"

namespace engine {

using dynamodb::Awaitable;

Awaitable<dynamodb::TableResult> EmbeddedEngine::update_table(dynamodb::UpdateTableRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

Awaitable<dynamodb::UpdateTimeToLiveResult> EmbeddedEngine::update_time_to_live(
    dynamodb::UpdateTimeToLiveRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

Awaitable<dynamodb::DescribeTimeToLiveResult> EmbeddedEngine::describe_time_to_live(
    dynamodb::DescribeTimeToLiveRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

Awaitable<dynamodb::TagResourceResult> EmbeddedEngine::tag_resource(dynamodb::TagResourceRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

Awaitable<dynamodb::UntagResourceResult> EmbeddedEngine::untag_resource(dynamodb::UntagResourceRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

Awaitable<dynamodb::ListTagsOfResourceResult> EmbeddedEngine::list_tags_of_resource(
    dynamodb::ListTagsOfResourceRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

Awaitable<dynamodb::ListStreamsResult> EmbeddedEngine::list_streams(dynamodb::ListStreamsRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

Awaitable<dynamodb::DescribeStreamResult> EmbeddedEngine::describe_stream(dynamodb::DescribeStreamRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

Awaitable<dynamodb::GetShardIteratorResult> EmbeddedEngine::get_shard_iterator(
    dynamodb::GetShardIteratorRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

Awaitable<dynamodb::GetRecordsResult> EmbeddedEngine::get_records(dynamodb::GetRecordsRequest /*request*/) {
  co_return std::unexpected(dynamodb::errors::unknown_operation());
}

}  // namespace engine
