// A batch while it is being put together: what the writes decided on so far, over the committed state. Later writes of
// the same batch read through it, and at the end it becomes one RocksDB batch.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dynamodb/error.h"
#include "engine/counts.h"
#include "engine/mutations.h"
#include "engine/storage.h"

namespace engine {

// An own map beats rocksdb::WriteBatchWithIndex here: a row that several writes of a batch change (a counter, a hot
// item) is written once, and a write that is refused leaves nothing to roll back.
class PendingBatch {
 public:
  // The view outlives it. `now` is when the batch's stream records are made.
  PendingBatch(const ReadView& committed, Time now) : committed_(committed), now_(now) {}

  // A row as this batch would leave it.
  [[nodiscard]] dynamodb::Result<std::optional<std::string>> get(std::string_view key) const;
  // An item collection's counts as this batch would leave them (item_collection.h).
  [[nodiscard]] dynamodb::Result<Counts> collection(const Table& table, const std::string& row) const;
  // Adds all that follows from the mutations: items, index entries, counts, records of streams.
  void add(Mutations mutations);
  [[nodiscard]] bool empty() const { return rows_.empty() && deleted_ranges_.empty(); }
  // The catalog to publish once this is written; nullptr when it does not change.
  [[nodiscard]] const std::shared_ptr<const Catalog>& catalog() const { return catalog_; }
  // Error: a count could not be read.
  [[nodiscard]] dynamodb::Result<void> write_into(rocksdb::WriteBatch& batch) const;

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  void add_item(ItemChange change);
  void add_index_changes(std::vector<IndexChange> changes);
  void add_collection_change(const ItemChange& change);
  void add_entry(AddedEntry added);
  // What an index that is still being filled has of an item.
  [[nodiscard]] bool holds(const IndexEntry& entry) const;
  // Streams begin and end with what the catalog says of their tables.
  void add_stream_changes(const Catalog& after);
  void open_stream(const Table& table);
  void close_stream(const Table& table);
  std::uint64_t next_stream_number();
  void put(std::string key, std::optional<std::string> value);

  const ReadView& committed_;
  Time now_;
  std::unordered_map<std::string, std::optional<std::string>, StringHash, std::equal_to<>> rows_;
  struct CollectionCounts {
    std::shared_ptr<const Table> table;
    Counts change;
  };

  std::map<std::string, Counts> count_changes_;                 // by the counter's row
  std::map<std::string, CollectionCounts> collection_changes_;  // the same
  std::vector<KeyRange> deleted_ranges_;
  std::optional<std::uint64_t> last_stream_number_;  // once it was asked for
  std::shared_ptr<const Catalog> catalog_;
};

}  // namespace engine
