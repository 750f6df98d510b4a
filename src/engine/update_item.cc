#include "engine/single_write.h"
#include "engine/write_operations.h"

namespace engine {

void update_item(Writer& writer, const dynamodb::UpdateItemRequest& request,
                 OnDone<dynamodb::WriteItemResult> on_done) {
  dynamodb::Result<WriteAction> action = prepare(writer.storage().latest().catalog(), request);
  if (action && action->update) action->size_cost_bytes = action->update->size_cost_bytes();
  submit_single_write(writer, std::move(action), write_returns(request), std::move(on_done));
}

}  // namespace engine
