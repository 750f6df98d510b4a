// The port and what an operator does to tables: the part of DynamoDB that every store of ours has, remote ones too.
// See docs/adr/0005-a-service-beside-the-port.md.
#pragma once

#include "dynamodb/database.h"
#include "dynamodb/table_requests.h"

namespace dynamodb {

// The same promises as Database's.
class TableService : public Database {
 public:
  virtual Awaitable<TableResult> update_table(UpdateTableRequest request) = 0;
  virtual Awaitable<UpdateTimeToLiveResult> update_time_to_live(UpdateTimeToLiveRequest request) = 0;
  virtual Awaitable<DescribeTimeToLiveResult> describe_time_to_live(DescribeTimeToLiveRequest request) = 0;
  virtual Awaitable<TagResourceResult> tag_resource(TagResourceRequest request) = 0;
  virtual Awaitable<UntagResourceResult> untag_resource(UntagResourceRequest request) = 0;
  virtual Awaitable<ListTagsOfResourceResult> list_tags_of_resource(ListTagsOfResourceRequest request) = 0;
};

}  // namespace dynamodb
