// The writes of the embedded engine, one file each. A request is validated on the calling thread, then queued for the
// writer (writer.h says when and where on_done is called, and what a failing disk answers).
// Errors are DynamoDB's (dynamodb/errors.h), in its order: parameters, expressions, table, keys, conditions.
#pragma once

#include "dynamodb/requests.h"
#include "dynamodb/table_requests.h"
#include "engine/writer.h"

namespace engine {

void put_item(Writer& writer, const dynamodb::PutItemRequest& request, OnDone<dynamodb::WriteItemResult> on_done);
void update_item(Writer& writer, const dynamodb::UpdateItemRequest& request, OnDone<dynamodb::WriteItemResult> on_done);
void delete_item(Writer& writer, const dynamodb::DeleteItemRequest& request, OnDone<dynamodb::WriteItemResult> on_done);
// All or nothing here, so nothing is ever unprocessed.
void batch_write_item(Writer& writer, const dynamodb::BatchWriteItemRequest& request,
                      OnDone<dynamodb::BatchWriteItemResult> on_done);
// The single writer makes transactions one after the other, so none ever meets a conflict.
void transact_write_items(Writer& writer, const dynamodb::TransactWriteItemsRequest& request,
                          OnDone<dynamodb::TransactWriteItemsResult> on_done);
// A table is ACTIVE at once; the answer says CREATING, as the service's does.
void create_table(Writer& writer, const dynamodb::CreateTableRequest& request, OnDone<dynamodb::TableResult> on_done);
// And gone at once; the answer says DELETING, as the service's does.
void delete_table(Writer& writer, const dynamodb::DeleteTableRequest& request, OnDone<dynamodb::TableResult> on_done);
// Everything at once but a new index, which is filled afterwards (fill.h); the answer says UPDATING.
void update_table(Writer& writer, const dynamodb::UpdateTableRequest& request, OnDone<dynamodb::TableResult> on_done);
// ENABLING until the items that are there have been seen (fill.h); DISABLED at once.
void update_time_to_live(Writer& writer, const dynamodb::UpdateTimeToLiveRequest& request,
                         OnDone<dynamodb::UpdateTimeToLiveResult> on_done);
void tag_resource(Writer& writer, const dynamodb::TagResourceRequest& request,
                  OnDone<dynamodb::TagResourceResult> on_done);
void untag_resource(Writer& writer, const dynamodb::UntagResourceRequest& request,
                    OnDone<dynamodb::UntagResourceResult> on_done);

}  // namespace engine
