// Delete, if it is there, as a transaction of one: a resend after a lost answer is then a success, where a plain
// DeleteItem would fail its condition and turn 204 into 404.
#include "tracker/implementation.h"
#include "tracker/lookup.h"
#include "tracker/session_version.h"

namespace tracker {

Awaitable<void> Repository::delete_session(std::string id, std::optional<std::string> if_match) {
  Store& store = implementation_->store;
  for (int round = 0; round < store.retry_policy().rounds_max; ++round) {
    if (round > 0) co_await store.pause_before_round(round);
    // Found anew each time: a move may just have taken it away from its key.
    const auto found = co_await find_session(store, id);
    if (!found) co_return std::unexpected(found.error());
    if (const auto version = check_version(found->item, if_match); !version) co_return std::unexpected(version.error());
    std::vector<actions::Action> transaction;
    transaction.push_back(actions::delete_session(store.table(), found->item, unchanged_attributes(if_match)));
    for (const auto& copy : found->older_copies) {
      transaction.push_back(actions::delete_session(store.table(), copy, {}));
    }
    const auto outcome = co_await store.transact(std::move(transaction));
    if (!outcome) co_return std::unexpected(outcome.error());
    if (outcome->committed) co_return Result<void>();
  }
  co_return contended("delete session");
}

}  // namespace tracker
