#include "operations/session_pages.h"

namespace operations {

tracker::Awaitable<void> for_each_session_page(
    tracker::Repository& repository, std::vector<tracker::Athlete> athletes, tracker::SessionFilter filter,
    std::function<bool(const std::vector<tracker::TrainingSession>& page)> on_page) {
  for (const tracker::Athlete& athlete : athletes) {
    filter.athlete_id = athlete.id;
    std::optional<std::string> cursor;
    do {
      auto page = co_await repository.list_sessions_after(
          filter, std::move(cursor), static_cast<std::int64_t>(tracker::limits::page_sessions_max));
      if (!page) co_return std::unexpected(page.error());
      if (!on_page(page->sessions)) co_return tracker::Result<void>{};
      cursor = std::move(page->next_cursor);
    } while (cursor);
  }
  co_return tracker::Result<void>{};
}

}  // namespace operations
