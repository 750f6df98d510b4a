// The RocksDB underneath: opened with our settings, read through views, reopened when a write to it failed.
//
// One column family, one ordered key space (key_encoding.h): a batch then has one memtable and one log to go to, and a
// reopening has one to replay. Id 0 is the engine's own (system_keys.h), tables and indexes have the others.
// A row's value: of an item its EncodedItem bytes, of an index entry the EncodedItem bytes of its projection (full
// copies, so that a Query of an index is one range).
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/error.h"
#include "engine/catalog.h"
#include "engine/embedded_database.h"
#include "engine/key_encoding.h"

namespace rocksdb {
class DB;
class Iterator;
class Snapshot;
class Status;
class WriteBatch;
}  // namespace rocksdb

namespace engine {

// Of the layout of keys and rows. A store with a higher number is refused (OpenError::Kind::newer_version), one with a
// lower number is read, and has this one from then on.
//   1  tables, items, index entries, counts, tokens
//   2  and rows of streams and of time to live, which a version that does not know them would not keep true
//   3  and counts of item collections, likewise
//   4  and index entries with keys of several attributes
inline constexpr std::uint32_t format_version = 4;

class OpenStore;  // one opening of the RocksDB; storage.cc
class HeldSnapshot;

// Rows of a range, one by one. Reads one state, that of its making (or of its view's snapshot).
class RangeIterator {
 public:
  RangeIterator(RangeIterator&&) noexcept;
  RangeIterator& operator=(RangeIterator&&) noexcept;
  ~RangeIterator();

  [[nodiscard]] bool valid() const;
  // Of the current row; good until next(). Only while valid().
  [[nodiscard]] std::string_view key() const;
  [[nodiscard]] std::string_view value() const;
  void next();
  // To be asked once valid() is false: whether the range ended or reading failed (InternalServerError).
  [[nodiscard]] dynamodb::Result<void> status() const;

 private:
  friend class ReadView;
  struct State;
  explicit RangeIterator(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// What a read works on. It keeps its store open, so hold it for one operation, not longer: a reopening waits for it.
// Not thread-safe itself; make one per operation.
class ReadView {
 public:
  ReadView(ReadView&&) noexcept;
  ReadView& operator=(ReadView&&) noexcept;
  ~ReadView();

  [[nodiscard]] const Catalog& catalog() const { return *catalog_; }
  // A row's value; nullopt when there is none. InternalServerError when the store cannot read it.
  [[nodiscard]] dynamodb::Result<std::optional<std::string>> get(std::string_view key) const;
  // Rows with range.lower <= key < range.upper, ascending or descending. To go on after a key, narrow the range.
  // The iterator must not outlive the view.
  [[nodiscard]] RangeIterator iterate(const KeyRange& range, bool forward = true) const;

  // nullptr when there is no store (being recovered). For backups and the like.
  [[nodiscard]] rocksdb::DB* rocksdb() const;

 private:
  friend class Storage;
  ReadView(std::shared_ptr<OpenStore> store, std::shared_ptr<const Catalog> catalog, bool with_snapshot);
  ReadView(std::shared_ptr<OpenStore> store, std::shared_ptr<const Catalog> catalog,
           std::shared_ptr<const HeldSnapshot> held);
  std::shared_ptr<OpenStore> store_;
  std::shared_ptr<const Catalog> catalog_;
  std::shared_ptr<const HeldSnapshot> held_;     // of another's making, or
  const rocksdb::Snapshot* snapshot_ = nullptr;  // our own
};

// What became of a write.
struct WriteFailure {
  std::string message;  // for the log
};

// Reads from any thread; write, reopen and publish only from the writer's thread.
class Storage {
 public:
  [[nodiscard]] static std::expected<std::unique_ptr<Storage>, OpenError> open(const Options& options);
  Storage(const Storage&) = delete;
  Storage& operator=(const Storage&) = delete;
  ~Storage();

  // The latest committed state; each get and each iterator of it sees the state of its own moment.
  [[nodiscard]] ReadView latest() const;
  // One state for all that is read through it (a little dearer: for TransactGetItems, verify, …).
  [[nodiscard]] ReadView snapshot() const;
  // The state of Options::index_delay ago, with today's catalog; without a delay the latest.
  [[nodiscard]] ReadView delayed() const;
  [[nodiscard]] bool is_delayed() const;

  [[nodiscard]] std::shared_ptr<const Catalog> catalog() const;

  // Writes and syncs. On failure nothing of the batch counts (a reopening drops it, should it have reached the log),
  // and no further write is taken until reopen() has succeeded.
  [[nodiscard]] std::expected<void, WriteFailure> write(rocksdb::WriteBatch& batch);
  [[nodiscard]] bool writable() const;
  // After a failed write. Reads go on throughout, on the old opening where the device is still full or failing.
  [[nodiscard]] std::expected<void, WriteFailure> reopen();

  // A catalog whose change has been written.
  void publish(std::shared_ptr<const Catalog> catalog);

  [[nodiscard]] const Options& options() const;
  // Options::now, or the system clock.
  [[nodiscard]] Time now() const;
  // Options::on_event, where given.
  void report(const std::string& line) const;

 private:
  struct State;
  explicit Storage(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace engine
