// Items that an index cannot take: a key of it is there, but empty, too long or no string. While an index is filled
// they would be left out of it in silence, and afterwards no write could touch them.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html#GSI.OnlineOps.Creating
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "operations/table_work.h"

namespace operations {

struct UnfitItems {
  // "ATHLETE#1 / ATHLETE#1: Name has 1,500 bytes; a key has at most 1,024." The first ones.
  std::vector<std::string> lines;
  std::size_t count = 0;
};

inline constexpr std::size_t unfit_lines_max = 20;

// Reads the whole table (its keys and the attributes in question). All keys are strings.
[[nodiscard]] TableAnswer<UnfitItems> find_unfit_items(const TableWork& work, std::string table_name,
                                                       std::vector<dynamodb::IndexDefinition> indexes);

}  // namespace operations
