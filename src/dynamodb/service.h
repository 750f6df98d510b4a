// The whole of DynamoDB, as the endpoint serves it: the port (database.h) and what an application's data path does not
// need. See docs/adr/0005-a-service-beside-the-port.md.
#pragma once

#include "dynamodb/database.h"
#include "dynamodb/stream_requests.h"
#include "dynamodb/table_requests.h"

namespace dynamodb {

// The same promises as Database's. (PartiQL is made of the port's operations: partiql/.)
class Service : public Database {
 public:
  virtual Awaitable<TableResult> update_table(UpdateTableRequest request) = 0;
  virtual Awaitable<UpdateTimeToLiveResult> update_time_to_live(UpdateTimeToLiveRequest request) = 0;
  virtual Awaitable<DescribeTimeToLiveResult> describe_time_to_live(DescribeTimeToLiveRequest request) = 0;
  virtual Awaitable<TagResourceResult> tag_resource(TagResourceRequest request) = 0;
  virtual Awaitable<UntagResourceResult> untag_resource(UntagResourceRequest request) = 0;
  virtual Awaitable<ListTagsOfResourceResult> list_tags_of_resource(ListTagsOfResourceRequest request) = 0;

  virtual Awaitable<ListStreamsResult> list_streams(ListStreamsRequest request) = 0;
  virtual Awaitable<DescribeStreamResult> describe_stream(DescribeStreamRequest request) = 0;
  virtual Awaitable<GetShardIteratorResult> get_shard_iterator(GetShardIteratorRequest request) = 0;
  virtual Awaitable<GetRecordsResult> get_records(GetRecordsRequest request) = 0;
};

}  // namespace dynamodb
