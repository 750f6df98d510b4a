// The reads of DynamoDB Streams, one file each. They run on the calling thread and answer at once.
#pragma once

#include "dynamodb/error.h"
#include "dynamodb/stream_requests.h"

namespace engine {

class Storage;

[[nodiscard]] dynamodb::Result<dynamodb::ListStreamsResult> list_streams(const Storage& storage,
                                                                         const dynamodb::ListStreamsRequest& request);
// ENABLED at once, and DISABLED.
[[nodiscard]] dynamodb::Result<dynamodb::DescribeStreamResult> describe_stream(
    const Storage& storage, const dynamodb::DescribeStreamRequest& request);
[[nodiscard]] dynamodb::Result<dynamodb::GetShardIteratorResult> get_shard_iterator(
    const Storage& storage, const dynamodb::GetShardIteratorRequest& request);
// ExpiredIteratorException: the iterator is older than 15 minutes. TrimmedDataAccessException: records are gone that it
// would have come to.
[[nodiscard]] dynamodb::Result<dynamodb::GetRecordsResult> get_records(const Storage& storage,
                                                                       const dynamodb::GetRecordsRequest& request);

}  // namespace engine
