#include "dynamodb/capacity.h"

#include <algorithm>

namespace dynamodb {
namespace {

constexpr std::size_t read_unit_bytes = 4096;
constexpr std::size_t write_unit_bytes = 1024;

double units(std::size_t size_bytes, std::size_t unit_bytes) {
  return static_cast<double>(std::max<std::size_t>(1, (size_bytes + unit_bytes - 1) / unit_bytes));
}

Capacity capacity(double units, CapacityKind kind) {
  Capacity result{.units = units};
  if (kind == CapacityKind::transactional_read) result.read_units = units;
  if (kind == CapacityKind::transactional_write) result.write_units = units;
  return result;
}

std::map<std::string, Capacity> capacities(const std::map<std::string, double>& indexes, CapacityKind kind) {
  std::map<std::string, Capacity> result;
  for (const auto& [name, units] : indexes) result.emplace(name, capacity(units, kind));
  return result;
}

}  // namespace

double read_units(std::size_t size_bytes, bool consistent) {
  const double strong = units(size_bytes, read_unit_bytes);
  return consistent ? strong : strong / 2;
}

double write_units(std::size_t size_bytes) {
  return units(size_bytes, write_unit_bytes);
}

double index_write_units(const IndexEntrySizes& entry) {
  if (entry.unchanged) return 0;
  const double before = entry.before_bytes ? write_units(*entry.before_bytes) : 0;
  const double after = entry.after_bytes ? write_units(*entry.after_bytes) : 0;
  return entry.same_key ? std::max(before, after) : before + after;
}

void CapacityMeter::add_index(const std::string& name, bool is_global, double units) {
  (is_global ? global_ : local_)[name] += units;
}

std::optional<ConsumedCapacity> CapacityMeter::result(const std::string& table_name, ReturnConsumedCapacity wanted,
                                                      CapacityKind kind) const {
  if (wanted == ReturnConsumedCapacity::none) return std::nullopt;
  double total = table_;
  for (const auto& [name, units] : local_) total += units;
  for (const auto& [name, units] : global_) total += units;
  ConsumedCapacity result{.table_name = table_name, .total = capacity(total, kind)};
  if (wanted == ReturnConsumedCapacity::total) return result;
  result.table = capacity(table_, kind);
  result.local_secondary_indexes = capacities(local_, kind);
  result.global_secondary_indexes = capacities(global_, kind);
  return result;
}

std::vector<ConsumedCapacity> results(const CapacityMeters& meters, ReturnConsumedCapacity wanted, CapacityKind kind) {
  std::vector<ConsumedCapacity> all;
  for (const auto& [table_name, meter] : meters) {
    if (auto one = meter.result(table_name, wanted, kind)) all.push_back(std::move(*one));
  }
  return all;
}

}  // namespace dynamodb
