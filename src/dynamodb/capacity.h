// Capacity units: the arithmetic of what reads and writes consume.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html and, for indexes,
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/consumed_capacity.h"

namespace dynamodb {

// A transaction reads and writes everything twice; on the table only, not on its indexes (recorded answers).
inline constexpr double transaction_factor = 2;

// Of one item, or of a whole page, by item_size_bytes: one unit per 4 KB begun, half with eventual consistency. At
// least one 4 KB is read, also where nothing is there.
[[nodiscard]] double read_units(std::size_t size_bytes, bool consistent);
// Of one item: one unit per 1 KB begun, at least one.
[[nodiscard]] double write_units(std::size_t size_bytes);

// One entry of an index, before and after a write; nullopt: the index does not hold the item.
struct IndexEntrySizes {
  std::optional<std::size_t> before_bytes;
  std::optional<std::size_t> after_bytes;
  bool same_key = false;  // with both
  bool unchanged = false;
};
// A moved entry is deleted and put; one that stays costs the larger of the two, or nothing where it is the same.
[[nodiscard]] double index_write_units(const IndexEntrySizes& entry);

// Which of ReadCapacityUnits and WriteCapacityUnits repeats the CapacityUnits: transactions alone have them.
enum class CapacityKind { plain, transactional_read, transactional_write };

// Adds up what one request consumes of one table.
class CapacityMeter {
 public:
  void add_table(double units) { table_ += units; }
  // Indexes that were added appear in the answer, also with 0.
  void add_index(const std::string& name, bool is_global, double units);

  // nullopt with ReturnConsumedCapacity::none.
  [[nodiscard]] std::optional<ConsumedCapacity> result(const std::string& table_name, ReturnConsumedCapacity wanted,
                                                       CapacityKind kind = CapacityKind::plain) const;

 private:
  double table_ = 0;
  std::map<std::string, double> local_;
  std::map<std::string, double> global_;
};
// By table name, as the answers of batches and transactions list them.
using CapacityMeters = std::map<std::string, CapacityMeter>;
[[nodiscard]] std::vector<ConsumedCapacity> results(const CapacityMeters& meters, ReturnConsumedCapacity wanted,
                                                    CapacityKind kind = CapacityKind::plain);

}  // namespace dynamodb
