#include "engine/page.h"

#include "dynamodb/capacity.h"

namespace engine {

using dynamodb::EncodedItem;
using dynamodb::Result;

Result<bool> PageBuilder::add(std::string_view row_key, std::string_view row_value) {
  scratch_.assign(row_value);
  auto item = EncodedItem::from_bytes(std::move(scratch_));
  const auto size = dynamodb::item_size_bytes(item);
  row_bytes_ += size;
  ++page_.scanned_count;
  last_key_.assign(row_key);
  if (options_.whole_item) {
    auto bytes = options_.whole_item(row_key);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    auto whole = EncodedItem::from_bytes(std::move(*bytes));
    const auto whole_size = dynamodb::item_size_bytes(whole);
    fetched_units_ += dynamodb::read_units(whole_size, true);
    bytes_ += whole_size;
    evaluate(options_.answer_whole_items ? whole : item, whole);
  } else {
    bytes_ += size;
    evaluate(item, item);
  }
  scratch_ = std::move(item).release();
  cut_ = bytes_ > options_.bytes_max || (options_.limit && page_.scanned_count >= *options_.limit);
  return !cut_;
}

void PageBuilder::evaluate(EncodedItem& row, const EncodedItem& whole) {
  const bool projects = options_.projection && !options_.count_only;
  if (options_.filter || projects) {
    const auto decoded = whole.decode();
    if (options_.filter && !options_.filter->evaluate(decoded)) return;
    if (projects) page_.items.emplace_back(options_.projection->apply(decoded));
  }
  ++page_.count;
  if (!options_.count_only && !projects) page_.items.push_back(std::move(row));
}

std::optional<std::string_view> PageBuilder::last_key() const {
  if (!cut_) return std::nullopt;
  return last_key_;
}

}  // namespace engine
