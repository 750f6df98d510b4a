// What operations on tables have in common: the table's record, the next catalog, ids, the rows of an index.
#pragma once

#include <cstdint>
#include <memory>

#include "dynamodb/error.h"
#include "engine/mutations.h"
#include "engine/write_state.h"

namespace engine {

// The table's new record, and the catalog with it in place of the old one.
[[nodiscard]] Mutations changed_table(const WriteState& state, std::shared_ptr<const Table> table);
// Everything that lies under the index.
void delete_entries(const Index& index, Mutations& mutations);

// The id that the next table or index gets; whoever takes some writes the one after them.
[[nodiscard]] dynamodb::Result<std::uint32_t> read_next_id(const WriteState& state);
[[nodiscard]] RowChange next_id_row(std::uint32_t id);

}  // namespace engine
