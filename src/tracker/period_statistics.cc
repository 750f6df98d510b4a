// The sums of each day, week, month or year over every session of a filter; nothing but the sums is kept.
#include "tracker/implementation.h"
#include "tracker/periods.h"
#include "tracker/session_figures.h"
#include "tracker/visit_sessions.h"

namespace tracker {
namespace {

struct PeriodCollector {
  PeriodAccumulator accumulator;

  std::expected<void, std::string> add(const dynamodb::EncodedItem& item) {
    const auto figures = figures_of(item);
    if (!figures) return std::unexpected(figures.error());
    accumulator.add(*figures);
    return {};
  }
};

}  // namespace

Awaitable<std::vector<PeriodStatistics>> Repository::period_statistics(SessionFilter filter, PeriodKind kind,
                                                                       WeekStart week_start) {
  PeriodCollector periods{.accumulator = PeriodAccumulator(kind, week_start)};
  const auto collected = co_await collect_sessions(implementation_->store, std::move(filter), std::move(periods));
  if (!collected) co_return std::unexpected(collected.error());
  co_return collected->accumulator.result();
}

}  // namespace tracker
