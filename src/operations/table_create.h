// The tracker's table, made where there is none, and looked at where there is one.
#pragma once

#include <string>
#include <vector>

#include "operations/table_capacity.h"
#include "operations/table_work.h"

namespace operations {

struct TableWishes {
  std::string table_name = {};
  bool guide_only = false;                // without the additive indexes
  std::optional<Capacity> capacity = {};  // nullopt: a new table is on demand, and any other is as it should be
  std::vector<dynamodb::Tag> tags = {};
  // False: not switched on here, and left on where it is.
  bool point_in_time_recovery = false;
  bool deletion_protection = false;
};

struct TableReport {
  dynamodb::TableDescription table;
  bool was_made = false;
  // Sentences, for a table that was there. Where there is one nothing was changed: the table does not fit.
  std::vector<std::string> differences;
  std::vector<std::string> missing_indexes;  // names; the tracker works without them, slower
  std::vector<std::string> changes;          // sentences: settings that were brought about
};

// Waits until the table and its indexes are ACTIVE. Repeating it changes nothing more.
[[nodiscard]] TableAnswer<TableReport> create_table(const TableWork& work, TableWishes wishes);

// The table as `wishes` want a new one.
[[nodiscard]] dynamodb::TableDefinition definition_of(const TableWishes& wishes);

}  // namespace operations
