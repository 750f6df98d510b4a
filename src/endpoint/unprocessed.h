// Fault::unprocessed: a batch of which only the first half is done.
#pragma once

#include "dynamodb/requests.h"

namespace endpoint {

// Takes the second half of each table's items out of the request, and gives it back: of an odd number the larger half.
// What is left may be empty.
[[nodiscard]] dynamodb::BatchGetItemRequest hold_back(dynamodb::BatchGetItemRequest& request);
[[nodiscard]] dynamodb::BatchWriteItemRequest hold_back(dynamodb::BatchWriteItemRequest& request);

// What was held back comes after what the answer calls unprocessed already.
void add_unprocessed(dynamodb::BatchGetItemResult& result, dynamodb::BatchGetItemRequest held_back);
void add_unprocessed(dynamodb::BatchWriteItemResult& result, dynamodb::BatchWriteItemRequest held_back);

}  // namespace endpoint
