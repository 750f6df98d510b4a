// Time to live: items whose attribute says a time (seconds since 1970, a number) that has passed are deleted. Until
// then they are items like others. A row of our own for each item with such a time, ordered by it, leads to those that
// are due without reading anything else.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/encoded_item.h"
#include "engine/catalog.h"
#include "engine/mutations.h"
#include "engine/write_state.h"
#include "engine/writer.h"

namespace engine {

// Items that one write deletes at most, so that others need not wait for it.
inline constexpr std::size_t expired_items_per_write_max = 100;

// The row of an item of a table with a time to live; nullopt: the item has none (no such attribute, not a number,
// before 1970).
[[nodiscard]] std::optional<std::string> time_to_live_row(const Table& table, std::string_view item_key,
                                                          const dynamodb::EncodedItem& item);
// What follows for the rows from a change of an item of such a table.
[[nodiscard]] std::vector<RowChange> time_to_live_changes(const ItemChange& change);

// Rows of items that are due at `now`. Those that were five years before are left alone, as the service does.
[[nodiscard]] KeyRange expired_rows(const Table& table, Time now);

// Deletes the items of the first rows of expired_rows() that are due still.
struct ExpirySweep {
  std::string table_name;
  std::uint32_t table_id = 0;
};
// How many items were deleted; there may be more when it is the maximum.
[[nodiscard]] Decision<std::size_t> delete_expired(const ExpirySweep& sweep, const WriteState& state);

}  // namespace engine
