// Sums by sport and by athlete over every session; nothing but the sums, and each athlete's last session, is kept.
#include "tracker/athlete_summaries.h"
#include "tracker/implementation.h"
#include "tracker/session_figures.h"
#include "tracker/session_item.h"
#include "tracker/sport_totals.h"
#include "tracker/visit_sessions.h"

namespace tracker {
namespace {

struct SportCollector {
  SportTotalsAccumulator accumulator;

  std::expected<void, std::string> add(const dynamodb::EncodedItem& item) {
    const auto figures = figures_of(item);
    if (!figures) return std::unexpected(figures.error());
    accumulator.add(*figures);
    return {};
  }
};

struct AthleteCollector {
  AthleteSummaries summaries;

  std::expected<void, std::string> add(const dynamodb::EncodedItem& item) {
    auto session = session_from_item(item);
    if (!session) return std::unexpected(std::move(session.error()));
    summaries.add(std::move(*session));
    return {};
  }
};

}  // namespace

Awaitable<std::vector<SportTotals>> Repository::sport_totals(SessionFilter filter) {
  const auto sports = co_await collect_sessions(implementation_->store, std::move(filter), SportCollector());
  if (!sports) co_return std::unexpected(sports.error());
  co_return sports->accumulator.result();
}

Awaitable<std::vector<AthleteSummary>> Repository::athlete_summaries(Date today, WeekStart week_start) {
  const auto athletes = co_await list_athletes();
  if (!athletes) co_return std::unexpected(athletes.error());
  AthleteCollector collector{.summaries = AthleteSummaries(today, week_start)};
  const auto collected = co_await collect_sessions(implementation_->store, SessionFilter(), std::move(collector));
  if (!collected) co_return std::unexpected(collected.error());
  co_return collected->summaries.of(*athletes);
}

}  // namespace tracker
