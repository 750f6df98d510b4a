#include "engine/single_write.h"
#include "engine/write_operations.h"

namespace engine {

void update_item(Writer& writer, const dynamodb::UpdateItemRequest& request,
                 OnDone<dynamodb::WriteItemResult> on_done) {
  submit_single_write(writer, prepare(writer.storage().latest().catalog(), request), request.return_values,
                      std::move(on_done));
}

}  // namespace engine
