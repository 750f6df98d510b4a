// The one thread that writes. It takes everything that is queued, lets each write decide against the committed state
// plus its own batch, writes one RocksDB batch with one fsync, and then answers every one of them. So an answer means
// on disk, transactions need no locks, and one fsync serves all the writes that came in while the last one ran.
//
// When a batch cannot be written or synced, all its writes are answered ServiceUnavailable and nothing of them is kept:
// the store is reopened, without them, before anything else is written (storage.h). Until the device takes writes again
// every write is answered ServiceUnavailable at once; the writer keeps trying by itself. (Only a process that dies
// between a failed fsync and the reopening may find such a write stored at its next start.)
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "dynamodb/error.h"
#include "engine/idempotency.h"
#include "engine/mutations.h"
#include "engine/storage.h"
#include "engine/stream_sweep.h"
#include "engine/write_state.h"

namespace engine {

// More waiting than this, and a write is refused with ServiceUnavailable.
inline constexpr std::size_t queued_writes_max = 8192;
inline constexpr std::size_t queued_bytes_max = 64UL * 1024 * 1024;
// What one fsync takes; a single request may be larger than the bytes.
inline constexpr std::size_t group_writes_max = 1024;
inline constexpr std::size_t group_bytes_max = 4UL * 1024 * 1024;
// From a failed attempt to reopen a store whose device is full or failing to the next; the first is made at once.
inline constexpr std::chrono::milliseconds reopen_interval{250};

// What a write decided: its answer, and what is written before it is given. With an error there are no mutations.
template <class T>
struct Decision {
  dynamodb::Result<T> answer;
  Mutations mutations;
};
// Pure: it may be asked more than once, and the last answer counts.
template <class T>
using Decide = std::function<Decision<T>(const WriteState& state)>;
// Called exactly once, on the writer's thread (or on the caller's, where the write is not even queued). Must not
// throw, block, or write.
template <class T>
using OnDone = std::move_only_function<void(dynamodb::Result<T> answer)>;

enum class WriteKind { items, tables };  // those on tables are alone in their batch

class PendingWrite {
 public:
  PendingWrite(WriteKind kind, std::size_t request_bytes) : kind_(kind), request_bytes_(request_bytes) {}
  PendingWrite(const PendingWrite&) = delete;
  PendingWrite& operator=(const PendingWrite&) = delete;
  virtual ~PendingWrite() = default;

  [[nodiscard]] WriteKind kind() const { return kind_; }
  [[nodiscard]] std::size_t request_bytes() const { return request_bytes_; }
  // Keeps the answer until complete().
  [[nodiscard]] virtual Mutations decide(const WriteState& state) = 0;
  virtual void complete() = 0;
  virtual void fail(dynamodb::Error error) = 0;

 private:
  WriteKind kind_;
  std::size_t request_bytes_;
};

class Writer {
 public:
  explicit Writer(Storage& storage);  // which outlives it
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  // Writes and answers everything that is queued, then ends.
  ~Writer();

  // Thread-safe. `request_bytes` is about how much memory the write holds.
  template <class T>
  void submit(WriteKind kind, std::size_t request_bytes, Decide<T> decide, OnDone<T> on_done);

  [[nodiscard]] const Storage& storage() const { return storage_; }
  // Batches synced since the start.
  [[nodiscard]] std::uint64_t groups_written() const { return groups_written_; }

 private:
  using Group = std::vector<std::unique_ptr<PendingWrite>>;

  void enqueue(std::unique_ptr<PendingWrite> write);
  void run();
  // What is written next; empty when it is time to look after the store, or to end.
  [[nodiscard]] Group take();
  void process(Group& group);
  [[nodiscard]] dynamodb::Result<void> write(Group& group);
  void try_to_reopen();

  Storage& storage_;
  std::atomic<std::uint64_t> groups_written_ = 0;
  std::chrono::steady_clock::time_point reopen_not_before_;
  TokenSweep sweep_;
  StreamSweep stream_sweep_;

  std::mutex mutex_;
  std::condition_variable queued_;
  std::deque<std::unique_ptr<PendingWrite>> queue_;
  std::size_t queue_bytes_ = 0;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses everything above
};

// --- the template's part

template <class T>
class TypedWrite final : public PendingWrite {
 public:
  TypedWrite(WriteKind kind, std::size_t request_bytes, Decide<T> decide, OnDone<T> on_done)
      : PendingWrite(kind, request_bytes), decide_(std::move(decide)), on_done_(std::move(on_done)) {}

  Mutations decide(const WriteState& state) override {
    Decision<T> decision = decide_(state);
    answer_ = std::move(decision.answer);
    return answer_ ? std::move(decision.mutations) : Mutations();
  }
  void complete() override { on_done_(std::move(answer_)); }
  void fail(dynamodb::Error error) override { on_done_(std::unexpected(std::move(error))); }

 private:
  const Decide<T> decide_;
  OnDone<T> on_done_;
  dynamodb::Result<T> answer_ = std::unexpected(dynamodb::Error());
};

template <class T>
void Writer::submit(WriteKind kind, std::size_t request_bytes, Decide<T> decide, OnDone<T> on_done) {
  enqueue(std::make_unique<TypedWrite<T>>(kind, request_bytes, std::move(decide), std::move(on_done)));
}

}  // namespace engine
