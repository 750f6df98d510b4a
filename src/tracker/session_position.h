// Where a session stands in the contract's order: date descending, then id ascending.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/requests.h"
#include "tracker/model.h"

namespace tracker {

struct SessionPosition {
  std::string date_sort_key;  // GSI1SK
  std::string partition;      // PK
  std::string sort;           // SK
  friend bool operator==(const SessionPosition&, const SessionPosition&) = default;
};
[[nodiscard]] std::optional<SessionPosition> position_of(const dynamodb::EncodedItem& item);
[[nodiscard]] std::optional<SessionPosition> position_of(const dynamodb::Item& item);
// Ascending in the contract's order.
[[nodiscard]] bool comes_before(const SessionPosition& left, const SessionPosition& right);
// The same of items that have a position.
[[nodiscard]] bool item_comes_before(const dynamodb::EncodedItem& left, const dynamodb::EncodedItem& right);

// "2025-10-23#": what the GSI1SK of one day begin with; empty for one that is not of the guide's form.
[[nodiscard]] std::string day_prefix(std::string_view date_sort_key);
// Whether an index would hold the item (by its GSI1SK), between the days.
[[nodiscard]] bool is_in_range(const dynamodb::EncodedItem& item, const DateRange& dates);

}  // namespace tracker
