#include "engine/write_cost.h"

#include <algorithm>

namespace engine {
namespace {

std::size_t larger_image_bytes(const ItemChange& change) {
  const std::size_t before = change.before ? dynamodb::item_size_bytes(*change.before) : 0;
  const std::size_t after = change.after ? dynamodb::item_size_bytes(*change.after) : 0;
  return std::max(before, after);
}

}  // namespace

void add_write_cost(dynamodb::CapacityMeter& meter, const ItemChange& change, double table_factor) {
  meter.add_table(table_factor * dynamodb::write_units(larger_image_bytes(change)));
  for (const IndexChange& index : change.indexes) {
    dynamodb::IndexEntrySizes sizes;
    if (index.before) sizes.before_bytes = dynamodb::item_size_bytes(index.before->item);
    if (index.after) sizes.after_bytes = dynamodb::item_size_bytes(index.after->item);
    sizes.same_key = index.has_same_key();
    sizes.unchanged = index.is_none();
    const double units = dynamodb::index_write_units(sizes);
    if (units > 0) meter.add_index(index.index->definition.name, index.index->is_global, units);
  }
}

double repeated_write_units(const ItemChange& change) {
  return dynamodb::transaction_factor * dynamodb::read_units(larger_image_bytes(change), true);
}

}  // namespace engine
