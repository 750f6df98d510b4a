// Statistics over every session of a filter, page by page; nothing but the sums is kept.
#include "tracker/implementation.h"
#include "tracker/session_figures.h"
#include "tracker/statistics.h"
#include "tracker/visit_sessions.h"

namespace tracker {
namespace {

struct Sums {
  StatisticsAccumulator accumulator;

  std::expected<void, std::string> add(const dynamodb::EncodedItem& item) {
    const auto figures = figures_of(item);
    if (!figures) return std::unexpected(figures.error());
    accumulator.add(figures->duration_minutes, figures->distance_km);
    return {};
  }
};

}  // namespace

Awaitable<Statistics> Repository::statistics(SessionFilter filter) {
  const auto sums = co_await collect_sessions(implementation_->store, std::move(filter), Sums());
  if (!sums) co_return std::unexpected(sums.error());
  co_return sums->accumulator.result();
}

}  // namespace tracker
