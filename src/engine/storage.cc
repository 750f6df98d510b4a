#include "engine/storage.h"

#include <rocksdb/env.h>
#include <rocksdb/write_batch.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "engine/data_directory.h"
#include "engine/late_states.h"
#include "engine/open_store.h"
#include "engine/system_keys.h"

namespace engine {
namespace {

constexpr const char* in_memory_directory = "/training-tracker";

std::expected<std::shared_ptr<const Catalog>, std::string> load_catalog(rocksdb::DB& db) {
  const KeyRange range = system_keys::all_tables();
  const std::unique_ptr<rocksdb::Iterator> rows(db.NewIterator(rocksdb::ReadOptions()));
  Catalog::Tables tables;
  try {
    for (rows->Seek(range.lower); rows->Valid() && rows->key().compare(range.upper) < 0; rows->Next()) {
      auto table = std::make_shared<const Table>(decode_table(rows->value().ToStringView()));
      tables.emplace(table->definition.name, std::move(table));
    }
  } catch (const std::runtime_error& error) {
    return std::unexpected(std::string("a table's record: ") + error.what());
  }
  if (!rows->status().ok()) return std::unexpected(rows->status().ToString());
  return std::make_shared<const Catalog>(std::move(tables));
}

}  // namespace

struct Storage::State {
  Options options;
  std::unique_ptr<rocksdb::Env> memory;      // in memory only
  std::unique_ptr<DataDirectory> directory;  // after memory: uses it
  OpenSettings settings;
  // What the writer alone touches.
  bool writable = true;
  std::uint64_t last_acknowledged_sequence = 0;

  mutable std::mutex mutex;
  mutable std::condition_variable changed;
  std::shared_ptr<OpenStore> store;  // nullptr: between two openings (or none could be made: unreadable)
  std::shared_ptr<const Catalog> catalog = std::make_shared<const Catalog>();
  bool reopening = false;
  bool closed = true;                       // no OpenStore of ours is left
  std::unique_ptr<LateStates> late_states;  // nullptr: there is no delay

  OpenStore::Parameters parameters() {
    OpenStore::Parameters result;
    result.on_closed = [this] {
      // Notified under the lock: as soon as the waiter sees `closed`, this may be gone.
      const std::scoped_lock lock(mutex);
      closed = true;
      changed.notify_all();
    };
    return result;
  }

  void close_and_wait() {
    if (late_states) late_states->clear();
    std::unique_lock lock(mutex);
    std::shared_ptr<OpenStore> leaving = std::exchange(store, nullptr);
    lock.unlock();
    leaving.reset();  // closes outside of the lock, where this was the last holder
    lock.lock();
    changed.wait(lock, [this] { return closed; });
  }

  std::expected<void, rocksdb::Status> open_store(OpenStore::Parameters with) {
    auto opened = OpenStore::open(settings, std::move(with));
    if (!opened) return std::unexpected(opened.error());
    const std::scoped_lock lock(mutex);
    store = std::move(*opened);
    closed = false;
    return {};
  }
};

Storage::Storage(std::unique_ptr<State> state) : state_(std::move(state)) {}

Storage::~Storage() {
  if (state_) state_->close_and_wait();
}

std::expected<std::unique_ptr<Storage>, OpenError> Storage::open(const Options& options) {
  auto state = std::make_unique<State>();
  state->options = options;
  if (options.index_delay.count() > 0) state->late_states = std::make_unique<LateStates>(options.index_delay);
  rocksdb::Env* env = options.env != nullptr ? options.env : rocksdb::Env::Default();
  if (!options.directory) {
    state->memory.reset(rocksdb::NewMemEnv(env));
    env = state->memory.get();
  }
  auto directory = DataDirectory::acquire(*env, options.directory.value_or(in_memory_directory));
  if (!directory) return std::unexpected(std::move(directory.error()));
  state->directory = std::move(*directory);
  DataDirectory& held = *state->directory;
  state->settings = make_open_settings(*env, held.store_path(), options.on_event);

  OpenStore::Parameters parameters = state->parameters();
  parameters.create_if_missing = held.is_new();
  if (auto opened = state->open_store(std::move(parameters)); !opened) {
    return std::unexpected(describe_open_failure(held.path(), opened.error()));
  }
  std::unique_ptr<Storage> storage(new Storage(std::move(state)));  // NOLINT: private constructor
  State& opened = *storage->state_;
  opened.last_acknowledged_sequence = opened.store->db().GetLatestSequenceNumber();
  auto catalog = load_catalog(opened.store->db());
  if (!catalog) {
    return std::unexpected(describe_open_failure(held.path(), rocksdb::Status::Corruption(catalog.error())));
  }
  opened.catalog = std::move(*catalog);
  if (!held.is_new() && !held.is_older()) return storage;
  if (held.is_new() && opened.last_acknowledged_sequence > 0) {
    return std::unexpected(describe_open_failure(
        held.path(), rocksdb::Status::Corruption("it has a store, but the file that tells its format is missing")));
  }
  if (auto made = held.mark_made(); !made) return std::unexpected(std::move(made.error()));
  return storage;
}

ReadView Storage::latest() const {
  std::unique_lock lock(state_->mutex);
  state_->changed.wait(lock, [this] { return !state_->reopening; });
  return {state_->store, state_->catalog, false};
}

ReadView Storage::snapshot() const {
  std::unique_lock lock(state_->mutex);
  state_->changed.wait(lock, [this] { return !state_->reopening; });
  // Under the lock, so that the catalog and the snapshot are of one moment.
  return {state_->store, state_->catalog, true};
}

ReadView Storage::delayed() const {
  if (!state_->late_states) return latest();
  std::unique_lock lock(state_->mutex);
  state_->changed.wait(lock, [this] { return !state_->reopening; });
  return {state_->store, state_->catalog, state_->late_states->as_of_delay(now())};
}

bool Storage::is_delayed() const {
  return state_->late_states != nullptr;
}

std::shared_ptr<const Catalog> Storage::catalog() const {
  const std::scoped_lock lock(state_->mutex);
  return state_->catalog;
}

std::expected<void, WriteFailure> Storage::write(rocksdb::WriteBatch& batch) {
  State& state = *state_;
  if (!state.writable) return std::unexpected(WriteFailure{"the store has not been reopened yet"});
  rocksdb::WriteOptions options;
  options.sync = true;
  // Only this thread replaces the store, so it needs no lock to use it.
  rocksdb::DB& db = state.store->db();
  if (state.late_states) state.late_states->before_write(state.store, now());
  const rocksdb::Status status = db.Write(options, &batch);
  if (!status.ok()) {
    state.writable = false;
    return std::unexpected(WriteFailure{status.ToString()});
  }
  state.last_acknowledged_sequence = db.GetLatestSequenceNumber();
  if (state.late_states) state.late_states->written(now());
  return {};
}

bool Storage::writable() const {
  return state_->writable;
}

std::expected<void, WriteFailure> Storage::reopen() {
  State& state = *state_;
  // As long as the device takes nothing the old opening is the better one: it can at least be read.
  if (auto room = state.directory->probe(); !room) return std::unexpected(WriteFailure{room.error()});
  {
    const std::scoped_lock lock(state.mutex);
    state.reopening = true;
  }
  state.close_and_wait();
  OpenStore::Parameters parameters = state.parameters();
  parameters.last_acknowledged_sequence = state.last_acknowledged_sequence;
  OpenStore::Parameters fallback = parameters;
  fallback.read_only = true;
  auto opened = state.open_store(std::move(parameters));
  state.writable = opened.has_value();
  if (!opened && !state.open_store(std::move(fallback))) report("the store can be neither written nor read");
  {
    const std::scoped_lock lock(state.mutex);
    state.reopening = false;
    state.changed.notify_all();
  }
  if (!opened) return std::unexpected(WriteFailure{opened.error().ToString()});
  return {};
}

void Storage::publish(std::shared_ptr<const Catalog> catalog) {
  const std::scoped_lock lock(state_->mutex);
  state_->catalog = std::move(catalog);
}

const Options& Storage::options() const {
  return state_->options;
}

Time Storage::now() const {
  if (state_->options.now) return state_->options.now();
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void Storage::report(const std::string& line) const {
  if (state_->options.on_event) state_->options.on_event(line);
}

}  // namespace engine
