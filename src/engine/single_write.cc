#include "engine/single_write.h"

namespace engine {

using dynamodb::WriteItemResult;

void submit_single_write(Writer& writer, dynamodb::Result<WriteAction> action, dynamodb::ReturnValues return_values,
                         OnDone<WriteItemResult> on_done) {
  if (!action) return on_done(std::unexpected(std::move(action.error())));
  const std::size_t bytes = request_bytes(*action);
  writer.submit<WriteItemResult>(
      WriteKind::items, bytes,
      [action = std::move(*action), return_values](const WriteState& state) -> Decision<WriteItemResult> {
        dynamodb::Result<ItemChange> change = decide(action, state);
        if (!change) return {std::unexpected(std::move(change.error())), {}};
        Decision<WriteItemResult> decision;
        decision.answer = WriteItemResult{returned_attributes(return_values, action, *change)};
        decision.mutations.items.push_back(std::move(*change));
        return decision;
      },
      std::move(on_done));
}

}  // namespace engine
