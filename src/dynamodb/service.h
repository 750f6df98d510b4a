// The whole of DynamoDB, as the endpoint serves it: the port (database.h) and what an application's data path does not
// need. See docs/adr/0005-a-service-beside-the-port.md.
#pragma once

#include "dynamodb/stream_requests.h"
#include "dynamodb/table_service.h"

namespace dynamodb {

// The same promises as Database's. (PartiQL is made of the port's operations: partiql/.)
class Service : public TableService {
 public:
  virtual Awaitable<ListStreamsResult> list_streams(ListStreamsRequest request) = 0;
  virtual Awaitable<DescribeStreamResult> describe_stream(DescribeStreamRequest request) = 0;
  virtual Awaitable<GetShardIteratorResult> get_shard_iterator(GetShardIteratorRequest request) = 0;
  virtual Awaitable<GetRecordsResult> get_records(GetRecordsRequest request) = 0;
};

}  // namespace dynamodb
