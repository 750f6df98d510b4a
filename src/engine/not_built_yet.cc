// Operations of the Service that the engine does not have yet.
#include "dynamodb/errors.h"
#include "engine/embedded_engine.h"

namespace engine {

using dynamodb::Awaitable;

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
