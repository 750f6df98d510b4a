// Records over every session of a filter; kept are the sums of days, weeks and months, and the sessions that hold one.
#include "tracker/implementation.h"
#include "tracker/records.h"
#include "tracker/session_figures.h"
#include "tracker/session_item.h"
#include "tracker/visit_sessions.h"

namespace tracker {
namespace {

struct RecordsCollector {
  RecordsAccumulator accumulator;

  std::expected<void, std::string> add(const dynamodb::EncodedItem& item) {
    const auto figures = figures_of(item);
    if (!figures) return std::unexpected(figures.error());
    return accumulator.add(*figures, [&item] { return session_from_item(item); });
  }
};

}  // namespace

Awaitable<Records> Repository::records(SessionFilter filter, RecordsOptions options) {
  RecordsCollector records{.accumulator = RecordsAccumulator(options)};
  const auto collected = co_await collect_sessions(implementation_->store, std::move(filter), std::move(records));
  if (!collected) co_return std::unexpected(collected.error());
  co_return collected->accumulator.result();
}

}  // namespace tracker
