#include <map>
#include <set>

#include "engine/counts.h"
#include "engine/embedded_engine.h"
#include "engine/index_entry.h"
#include "engine/item_collection.h"
#include "engine/stream_rows.h"
#include "engine/system_keys.h"
#include "engine/time_to_live.h"

namespace engine {
namespace {

constexpr std::size_t disagreements_max = 1000;

class Verification {
 public:
  explicit Verification(const ReadView& view) : view_(view) {}

  std::vector<std::string> run() {
    for (const auto& [name, table] : view_.catalog().tables()) {
      verify_items(*table);
      for (const Index& index : table->indexes) verify_index(*table, index);
      verify_collections(*table);
    }
    verify_counts();
    verify_ids();
    verify_no_other_times_to_live();
    verify_streams();
    return std::move(disagreements_);
  }

 private:
  void disagree(std::string line) {
    if (disagreements_.size() < disagreements_max) disagreements_.push_back(std::move(line));
  }

  void finish(const RangeIterator& rows, const std::string& what) {
    if (auto status = rows.status(); !status) disagree(what + ": " + status.error().message);
  }

  void count(const std::string& counter, const dynamodb::EncodedItem& item) {
    expected_counts_[counter] += {1, static_cast<std::int64_t>(dynamodb::item_size_bytes(item))};
  }

  void verify_items(const Table& table) {
    const std::string& name = table.definition.name;
    expected_counts_[system_keys::counts(table.id)];
    RangeIterator rows = view_.iterate(whole_range(table.id));
    for (; rows.valid(); rows.next()) {
      const auto encoded = dynamodb::EncodedItem::from_bytes(std::string(rows.value()));
      const dynamodb::Item item = encoded.decode();
      if (item_key(table.id, table.definition.key_schema, item) != rows.key()) {
        disagree(name + ": an item lies under a key that is not its own");
      }
      count(system_keys::counts(table.id), encoded);
      for (const Index& index : table.indexes) verify_entry_of(table, index, item, encoded);
      count_in_collection(table, rows.key(), encoded);
      if (table.time_to_live) verify_time_to_live_of(table, rows.key(), encoded);
    }
    finish(rows, name);
  }

  // The entry that an item must have.
  void verify_entry_of(const Table& table, const Index& index, const dynamodb::Item& item,
                       const dynamodb::EncodedItem& encoded) {
    const std::optional<IndexEntry> entry = index_entry(table, index, item, encoded);
    if (!entry) return;
    const bool may_be_missing = index.status == IndexStatus::creating;
    const std::string where = table.definition.name + "/" + index.definition.name;
    const auto stored = view_.get(entry->key);
    if (!stored) {
      disagree(where + ": " + stored.error().message);
    } else if (!*stored) {
      if (!may_be_missing) disagree(where + ": an item has no entry");
    } else if (**stored != entry->item.bytes()) {
      disagree(where + ": an entry is not what its item projects");
    }
  }

  void count_in_collection(const Table& table, std::string_view key, const dynamodb::EncodedItem& item) {
    std::shared_ptr<const Table> unowned(std::shared_ptr<const Table>(), &table);
    const auto added = collection_change(item_change(std::move(unowned), std::string(key), std::nullopt, item));
    if (added) expected_collections_[added->row] += added->change;
  }

  // A collection may have no row (item_collection.h), but not a wrong one.
  void verify_collections(const Table& table) {
    const std::string& name = table.definition.name;
    RangeIterator rows = view_.iterate(system_keys::partition_counts(table.id));
    for (; rows.valid(); rows.next()) {
      const auto expected = expected_collections_.find(std::string(rows.key()));
      if (expected == expected_collections_.end()) {
        disagree(name + ": an item collection without items is counted");
      } else if (decode_counts(rows.value()) != expected->second) {
        disagree(name + ": an item collection's count is " + std::to_string(decode_counts(rows.value()).bytes) +
                 " bytes and should be " + std::to_string(expected->second.bytes));
      }
    }
    finish(rows, name);
  }

  // The row by expiry that an item must have.
  void verify_time_to_live_of(const Table& table, std::string_view key, const dynamodb::EncodedItem& item) {
    const std::optional<std::string> row = time_to_live_row(table, key, item);
    if (!row) return;
    const auto stored = view_.get(*row);
    if (stored && *stored) {
      expected_times_to_live_.insert(*row);
    } else if (!table.time_to_live->enabling) {
      disagree(table.definition.name + ": an item's time to live has no row");
    }
  }

  void verify_no_other_times_to_live() {
    RangeIterator rows = view_.iterate(system_keys::all_times_to_live());
    for (; rows.valid(); rows.next()) {
      if (!expected_times_to_live_.contains(std::string(rows.key()))) disagree("a time to live has no item");
    }
    finish(rows, "times to live");
  }

  // Tables and streams agree on which are enabled, and every record is a stream's.
  void verify_streams() {
    std::set<std::string> enabled;
    std::set<std::string> prefixes;
    RangeIterator rows = view_.iterate(system_keys::all_streams());
    for (; rows.valid(); rows.next()) {
      const Stream stream = decode_stream(rows.key(), rows.value());
      if (!stream.closed_at) enabled.insert(stream_row_key(stream));
      prefixes.insert(system_keys::stream_records(stream.table_id, stream.label).lower);
    }
    finish(rows, "streams");
    for (const auto& [name, table] : view_.catalog().tables()) {
      if (!table->definition.stream_view_type) continue;
      if (enabled.erase(system_keys::stream(name, table->stream_label)) == 0)
        disagree(name + ": its stream is missing");
    }
    if (!enabled.empty()) disagree("a stream is enabled without its table");
    RangeIterator records = view_.iterate(system_keys::all_stream_records());
    for (; records.valid(); records.next()) {
      if (!prefixes.contains(std::string(records.key().substr(0, records.key().size() - sizeof(std::uint64_t))))) {
        return disagree("a stream's record is left without its stream");
      }
    }
    finish(records, "records of streams");
  }

  // The item that an entry must have.
  void verify_index(const Table& table, const Index& index) {
    const std::string where = table.definition.name + "/" + index.definition.name;
    const dynamodb::KeySchema& schema = index.definition.key_schema;
    expected_counts_[system_keys::counts(index.id)];
    RangeIterator rows = view_.iterate(whole_range(index.id));
    for (; rows.valid(); rows.next()) {
      const auto entry = dynamodb::EncodedItem::from_bytes(std::string(rows.value()));
      count(system_keys::counts(index.id), entry);
      const dynamodb::Key key = decode_index_entry_key(rows.key(), table.definition, schema);
      if (schema.sort_key) {
        count(system_keys::partition_count(partition_prefix(index.id, schema, key)), entry);
      }
      const auto item = view_.get(item_key(table.id, table.definition.key_schema, key));
      if (!item || !*item) {
        disagree(where + ": an entry has no item");
        continue;
      }
      const auto encoded = dynamodb::EncodedItem::from_bytes(**item);
      const std::optional<IndexEntry> expected = index_entry(table, index, encoded.decode(), encoded);
      if (!expected || expected->key != rows.key()) disagree(where + ": an entry is not its item's");
    }
    finish(rows, where);
  }

  void verify_counts() {
    for (const auto& [counter, expected] : expected_counts_) {
      const auto stored = read_counts(view_, counter);
      if (!stored || *stored != expected) {
        disagree("a count is " + (stored ? std::to_string(stored->entries) : stored.error().message) +
                 " and should be " + std::to_string(expected.entries));
      }
    }
    for (const auto& [name, table] : view_.catalog().tables()) {
      for (const Index& index : table->indexes) {
        RangeIterator rows = view_.iterate(system_keys::partition_counts(index.id));
        for (; rows.valid(); rows.next()) {
          if (!expected_counts_.contains(std::string(rows.key()))) {
            disagree(name + "/" + index.definition.name + ": an empty partition is counted");
          }
        }
        finish(rows, name);
      }
    }
  }

  // Nothing lies under ids of no table.
  void verify_ids() {
    std::set<std::uint32_t> known = {system_keys::system_id};
    for (const auto& [name, table] : view_.catalog().tables()) {
      known.insert(table->id);
      for (const Index& index : table->indexes) known.insert(index.id);
    }
    std::uint32_t previous = 0;
    for (const std::uint32_t id : known) {
      if (id > previous + 1) verify_empty(previous + 1, id);
      previous = id;
    }
    verify_empty(previous + 1, std::numeric_limits<std::uint32_t>::max());
  }

  void verify_empty(std::uint32_t first, std::uint32_t end) {
    const RangeIterator rows = view_.iterate({whole_range(first).lower, whole_range(end).lower});
    if (rows.valid()) disagree("rows are left of a deleted table, id " + std::to_string(key_id(rows.key())));
    finish(rows, "ids");
  }

  const ReadView& view_;
  std::map<std::string, Counts> expected_counts_;       // by the counter's row
  std::map<std::string, Counts> expected_collections_;  // the same
  std::set<std::string> expected_times_to_live_;
  std::vector<std::string> disagreements_;
};

}  // namespace

std::vector<std::string> verify_consistency(EmbeddedDatabase& database) {
  const auto& engine = dynamic_cast<EmbeddedEngine&>(database);  // the only implementation there is
  const ReadView view = engine.storage().snapshot();
  try {
    return Verification(view).run();
  } catch (const std::runtime_error& error) {
    return {std::string("a row cannot be read: ") + error.what()};
  }
}

}  // namespace engine
