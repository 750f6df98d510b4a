#include "partiql/capacity.h"

#include <algorithm>
#include <map>
#include <string>

namespace partiql {

using dynamodb::Capacity;
using dynamodb::ConsumedCapacity;

namespace {

void add(std::optional<double>& sum, const std::optional<double>& units) {
  if (units) sum = sum.value_or(0) + *units;
}

void add(Capacity& sum, const Capacity& consumed) {
  sum.units += consumed.units;
  add(sum.read_units, consumed.read_units);
  add(sum.write_units, consumed.write_units);
}

void add(std::map<std::string, Capacity>& sums, const std::map<std::string, Capacity>& consumed) {
  for (const auto& [name, capacity] : consumed) add(sums[name], capacity);
}

void add(ConsumedCapacity& sum, const ConsumedCapacity& consumed) {
  add(sum.total, consumed.total);
  if (consumed.table) {
    if (!sum.table) sum.table.emplace();
    add(*sum.table, *consumed.table);
  }
  add(sum.local_secondary_indexes, consumed.local_secondary_indexes);
  add(sum.global_secondary_indexes, consumed.global_secondary_indexes);
}

}  // namespace

void add_capacity(std::optional<ConsumedCapacity>& sum, const std::optional<ConsumedCapacity>& consumed) {
  if (!consumed) return;
  if (sum) {
    add(*sum, *consumed);
  } else {
    sum = consumed;
  }
}

void add_capacity(std::vector<ConsumedCapacity>& sums, const std::optional<ConsumedCapacity>& consumed) {
  if (!consumed) return;
  const auto found = std::ranges::find(sums, consumed->table_name, &ConsumedCapacity::table_name);
  if (found == sums.end()) {
    sums.push_back(*consumed);
  } else {
    add(*found, *consumed);
  }
}

}  // namespace partiql
