#include "dynamodb/errors.h"
#include "engine/single_write.h"
#include "engine/write_operations.h"

namespace engine {

using dynamodb::ReturnValues;

void put_item(Writer& writer, const dynamodb::PutItemRequest& request, OnDone<dynamodb::WriteItemResult> on_done) {
  if (request.return_values != ReturnValues::none && request.return_values != ReturnValues::all_old) {
    return on_done(std::unexpected(dynamodb::errors::return_values_only_all_old_or_none()));
  }
  submit_single_write(writer, prepare(writer.storage().latest().catalog(), request), write_returns(request),
                      std::move(on_done));
}

}  // namespace engine
