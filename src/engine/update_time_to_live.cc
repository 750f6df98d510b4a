#include "dynamodb/errors.h"
#include "dynamodb/table_update.h"
#include "engine/system_keys.h"
#include "engine/table_change.h"
#include "engine/write_operations.h"

namespace engine {
namespace {

namespace errors = dynamodb::errors;
using dynamodb::UpdateTimeToLiveRequest;
using dynamodb::UpdateTimeToLiveResult;

constexpr std::size_t request_bytes = 1024;

// The service takes one change an hour for each table. Here the next one may come as soon as the last is done: who
// develops against this store would only be hindered.
dynamodb::Result<void> check_may_change(const std::optional<TimeToLive>& current,
                                        const UpdateTimeToLiveRequest& request) {
  if (!current) {
    if (request.enabled) return {};
    return std::unexpected(errors::time_to_live_disabled_already());
  }
  if (current->attribute_name != request.attribute_name) {
    return std::unexpected(errors::time_to_live_on_other_attribute(current->attribute_name));
  }
  if (request.enabled) return std::unexpected(errors::time_to_live_enabled_already());
  if (current->enabling) return std::unexpected(errors::time_to_live_modified_too_often());
  return {};
}

Decision<UpdateTimeToLiveResult> decide_update(const UpdateTimeToLiveRequest& request, const WriteState& state) {
  const std::shared_ptr<const Table> table = state.catalog().find(request.table_name);
  if (!table) return {std::unexpected(errors::resource_not_found_table(request.table_name)), {}};
  if (auto may = check_may_change(table->time_to_live, request); !may) {
    return {std::unexpected(std::move(may.error())), {}};
  }
  auto changed = std::make_shared<Table>(*table);
  changed->time_to_live.reset();
  if (request.enabled) changed->time_to_live = TimeToLive{request.attribute_name, /*enabling=*/true};
  Decision<UpdateTimeToLiveResult> decision{UpdateTimeToLiveResult{request.enabled, request.attribute_name},
                                            changed_table(state, std::move(changed))};
  if (!request.enabled) decision.mutations.deleted_ranges.push_back(system_keys::times_to_live(table->id));
  return decision;
}

}  // namespace

void update_time_to_live(Writer& writer, const UpdateTimeToLiveRequest& request,
                         OnDone<UpdateTimeToLiveResult> on_done) {
  if (auto valid = dynamodb::validate_time_to_live_request(request); !valid) {
    return on_done(std::unexpected(std::move(valid.error())));
  }
  writer.submit<UpdateTimeToLiveResult>(
      WriteKind::tables, request_bytes, [request](const WriteState& state) { return decide_update(request, state); },
      std::move(on_done));
}

}  // namespace engine
