// Settings beside the table's definition. All of these may be repeated: what is so already is left alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "operations/table_work.h"

namespace operations {

// What was done, as a sentence for the person at the terminal; nullopt: nothing had to be.
using Change = std::optional<std::string>;

// On the tracker's own attribute. A table has one such attribute; where another program uses another, that is left and
// said.
[[nodiscard]] TableAnswer<Change> ensure_time_to_live(const TableWork& work, std::string table_name);
[[nodiscard]] TableAnswer<Change> ensure_point_in_time_recovery(const TableWork& work, std::string table_name);
// `table`: as it is.
[[nodiscard]] TableAnswer<Change> ensure_deletion_protection(const TableWork& work, dynamodb::TableDescription table);
// Tags that the table has besides are left.
[[nodiscard]] TableAnswer<Change> ensure_tags(const TableWork& work, std::string arn, std::vector<dynamodb::Tag> tags);

// As a sentence, where there is none.
[[nodiscard]] std::string no_point_in_time_recovery();

}  // namespace operations
