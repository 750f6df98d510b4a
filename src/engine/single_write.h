// What PutItem, UpdateItem and DeleteItem have in common once their action is prepared.
#pragma once

#include "engine/write_action.h"
#include "engine/writer.h"

namespace engine {

void submit_single_write(Writer& writer, dynamodb::Result<WriteAction> action, dynamodb::ReturnValues return_values,
                         OnDone<dynamodb::WriteItemResult> on_done);

}  // namespace engine
