// Item collections: all items of one partition key of a table that has local indexes, with their entries in those
// indexes. Their bytes are counted beside the other counts, in a row of system_keys::partition_count(), so that none
// grows beyond what AWS lets it, and ReturnItemCollectionMetrics can tell its size.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ItemCollections
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/consumed_capacity.h"
#include "engine/counts.h"
#include "engine/mutations.h"

namespace engine {

class WriteState;

// Items, and the bytes of items and entries.
struct CollectionChange {
  std::string row;  // of the collection's counts
  Counts change;
};
// nullopt: the table has no local indexes, which alone make collections.
[[nodiscard]] std::optional<CollectionChange> collection_change(const ItemChange& change);

// What is committed. A collection that was last written in format 2 (storage.h) has no row: it is counted through.
[[nodiscard]] dynamodb::Result<Counts> read_collection(const ReadView& view, const Table& table,
                                                       const std::string& row);

// The collections that one request changes, each with all the changes until now.
class TouchedCollections {
 public:
  explicit TouchedCollections(const WriteState& state) : state_(state) {}  // which outlives it

  // ItemCollectionSizeLimitExceededException: the change makes its collection grow to more than it may have. (One that
  // makes it smaller is always good.)
  [[nodiscard]] dynamodb::Result<void> add(const ItemChange& change);
  // In the order of the first changes.
  [[nodiscard]] dynamodb::ItemCollectionMetricsOfTables metrics() const;

 private:
  struct Collection {
    std::shared_ptr<const Table> table;
    std::string item_key;  // of one of its items
    std::string row;
    Counts counts;
  };

  [[nodiscard]] dynamodb::Result<Collection*> find(const ItemChange& change, const std::string& row);

  const WriteState& state_;
  std::vector<Collection> collections_;
};

}  // namespace engine
