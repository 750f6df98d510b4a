#include "tracker/filtered_sessions.h"

#include <algorithm>

namespace tracker {
namespace {

constexpr std::size_t piece_entries_max = 1000;

}  // namespace

dynamodb::Awaitable<SessionSlice> matching_after(Store& store, SessionRange range, SessionMatch match,
                                                 std::optional<SessionPosition> after, std::size_t limit) {
  SessionSlice result;
  // Often most entries match; where they do not, the pieces grow.
  std::size_t piece_entries = std::min(limit + 1, piece_entries_max);
  while (true) {
    auto piece = co_await slice_after(store, range, after, piece_entries);
    if (!piece) co_return std::unexpected(std::move(piece.error()));
    if (!piece->items.empty()) after = position_of(piece->items.back());
    for (auto& item : piece->items) {
      if (!match.matches(item)) continue;
      if (result.items.size() == limit) {
        result.has_more = true;
        co_return result;
      }
      result.items.push_back(std::move(item));
    }
    if (!piece->has_more) co_return result;
    piece_entries = std::min(piece_entries * 2, piece_entries_max);
  }
}

dynamodb::Awaitable<CountedSlice> matching_at(Store& store, SessionRange range, SessionMatch match, std::int64_t offset,
                                              std::size_t limit) {
  CountedSlice counted;
  auto& items = counted.slice.items;
  std::optional<SessionPosition> after;
  bool is_last = false;
  while (!is_last) {
    auto piece = co_await slice_after(store, range, after, piece_entries_max);
    if (!piece) co_return std::unexpected(std::move(piece.error()));
    if (!piece->items.empty()) after = position_of(piece->items.back());
    for (auto& item : piece->items) {
      if (!match.matches(item)) continue;
      const bool is_of_page = counted.total >= offset && items.size() < limit;
      ++counted.total;
      if (is_of_page) items.push_back(std::move(item));
    }
    is_last = !piece->has_more;
  }
  counted.slice.has_more = counted.total - std::min(offset, counted.total) > std::ssize(items);
  co_return counted;
}

}  // namespace tracker
