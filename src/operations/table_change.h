// What an operator changes of a table: its capacity, and that it is there.
#pragma once

#include <string>

#include "operations/table_capacity.h"
#include "operations/table_work.h"

namespace operations {

struct CapacityReport {
  dynamodb::TableDescription table;
  bool was_changed = false;  // false: it was so already
};
// Waits until the change is there.
[[nodiscard]] TableAnswer<CapacityReport> change_capacity(const TableWork& work, std::string table_name,
                                                          Capacity capacity);

// With everything in it, and waits until it is gone. `unprotect`: switch deletion protection off before.
[[nodiscard]] TableAnswer<void> delete_table(const TableWork& work, std::string table_name, bool unprotect);

}  // namespace operations
