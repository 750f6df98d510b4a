#include "tracker/implementation.h"
#include "tracker/lookup.h"
#include "tracker/session_item.h"

namespace tracker {

Awaitable<TrainingSession> Repository::get_session(std::string id) {
  Store& store = implementation_->store;
  const auto found = co_await find_session(store, id);
  if (!found) co_return std::unexpected(found.error());
  auto session = session_from_item(found->item);
  if (session) co_return std::move(*session);
  store.report_unreadable(found->item, session.error());
  co_return std::unexpected(SessionNotFound{.id = std::move(id)});
}

}  // namespace tracker
