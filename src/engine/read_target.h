// What a Query or Scan reads: the rows of a table, or of one of its indexes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "engine/catalog.h"
#include "engine/key_encoding.h"

namespace engine {

class ReadTarget {
 public:
  // ValidationException where the table has no such index, for a consistent read of a global index, and for an index
  // that is still being filled.
  [[nodiscard]] static dynamodb::Result<ReadTarget> find(std::shared_ptr<const Table> table,
                                                         const std::optional<std::string>& index_name,
                                                         bool consistent_read);

  [[nodiscard]] const Table& table() const { return *table_; }
  [[nodiscard]] const Index* index() const { return index_; }  // nullptr: the table itself
  [[nodiscard]] bool is_global_index() const { return index_ != nullptr && index_->is_global; }
  [[nodiscard]] std::uint32_t id() const { return index_ == nullptr ? table_->id : index_->id; }
  [[nodiscard]] const dynamodb::KeySchema& key_schema() const;

  // Rows hold every attribute of their items.
  [[nodiscard]] bool holds_whole_items() const;
  // Those of `names` that rows do not hold although their items may, in the given order.
  [[nodiscard]] std::vector<std::string> not_projected(const std::vector<std::string>& names) const;

  // An ExclusiveStartKey as a row's key: exactly the table's key attributes and the index's, of the declared types.
  [[nodiscard]] dynamodb::Result<std::string> start_key(const dynamodb::Key& exclusive_start_key) const;
  // A row's key as LastEvaluatedKey.
  [[nodiscard]] dynamodb::Key last_evaluated_key(std::string_view row_key) const;
  // The key of the item that a row stands for.
  [[nodiscard]] std::string item_key_of(std::string_view row_key) const;

 private:
  ReadTarget(std::shared_ptr<const Table> table, const Index* index) : table_(std::move(table)), index_(index) {}
  std::shared_ptr<const Table> table_;
  const Index* index_;
};

}  // namespace engine
