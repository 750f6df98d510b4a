// Filling what came after the items that it must hold: a global index that UpdateTable made, and the rows by expiry of
// a table whose time to live was enabled. Done in steps through the writer, in the order of the items' keys, while
// reads and writes go on; writes keep what is being filled right from the first moment (pending_batch.cc), so a step
// adds what is missing and nothing else. That makes a step harmless when it is repeated: after a restart the filling
// begins anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/write_state.h"
#include "engine/writer.h"

namespace engine {

// What one step reads at most.
inline constexpr std::size_t fill_step_items_max = 500;
inline constexpr std::size_t fill_step_bytes_max = std::size_t{512} * 1024;

struct Fill {
  std::string table_name;
  std::uint32_t table_id = 0;
  std::optional<std::uint32_t> index_id;  // nullopt: the rows by expiry
};
// Everything in the catalog that is not filled yet.
[[nodiscard]] std::vector<Fill> unfinished_fills(const Catalog& catalog);

struct FillProgress {
  bool finished = false;  // no item is left (or the table or index is not there any more)
  std::string last_key;   // of the items that were seen
};
// One step: items behind `after_key` (empty: from the first). WriteKind::items.
[[nodiscard]] Decision<FillProgress> decide_fill_step(const Fill& fill, const std::string& after_key,
                                                      const WriteState& state);
// After the last step: the index is ACTIVE, the time to live ENABLED. WriteKind::tables.
[[nodiscard]] Decision<bool> decide_fill_end(const Fill& fill, const WriteState& state);

}  // namespace engine
