#include "engine/writer.h"

#include <rocksdb/write_batch.h>

#include "dynamodb/errors.h"

namespace engine {
namespace {

dynamodb::Error not_stored() {
  return dynamodb::errors::unavailable(
      "The write was not stored: the disk is full or failing. Nothing was changed. Try again once it takes writes.");
}

dynamodb::Error queue_is_full() {
  return dynamodb::errors::unavailable("Too many writes are waiting for the disk. Nothing was changed. Try again.");
}

dynamodb::Error is_stopping() {
  return dynamodb::errors::unavailable("The store is being closed.");
}

}  // namespace

Writer::Writer(Storage& storage) : storage_(storage), thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  queued_.notify_all();
  thread_.join();
}

void Writer::enqueue(std::unique_ptr<PendingWrite> write) {
  std::unique_lock lock(mutex_);
  const bool full = queue_.size() >= queued_writes_max ||
                    (!queue_.empty() && queue_bytes_ + write->request_bytes() > queued_bytes_max);
  if (full || stopping_) {
    const bool stopping = stopping_;
    lock.unlock();
    write->fail(stopping ? is_stopping() : queue_is_full());
    return;
  }
  queue_bytes_ += write->request_bytes();
  queue_.push_back(std::move(write));
  lock.unlock();
  queued_.notify_one();
}

void Writer::run() {
  while (true) {
    Group group = take();
    if (!storage_.writable()) try_to_reopen();
    if (!group.empty()) {
      process(group);
      continue;
    }
    const std::scoped_lock lock(mutex_);
    if (stopping_ && queue_.empty()) return;
  }
}

Writer::Group Writer::take() {
  std::unique_lock lock(mutex_);
  const auto something_to_do = [this] { return !queue_.empty() || stopping_; };
  if (storage_.writable()) {
    queued_.wait(lock, something_to_do);
  } else {
    queued_.wait_until(lock, reopen_not_before_, something_to_do);
  }
  Group group;
  std::size_t bytes = 0;
  while (!queue_.empty() && group.size() < group_writes_max) {
    const PendingWrite& next = *queue_.front();
    const bool must_be_alone = next.kind() == WriteKind::tables || bytes + next.request_bytes() > group_bytes_max;
    if (must_be_alone && !group.empty()) break;
    bytes += next.request_bytes();
    queue_bytes_ -= next.request_bytes();
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
    if (group.back()->kind() == WriteKind::tables) break;
  }
  return group;
}

void Writer::process(Group& group) {
  dynamodb::Result<void> written;
  try {
    written = storage_.writable() ? write(group) : std::unexpected(not_stored());
  } catch (const std::exception& error) {
    // A damaged record, or no memory: nothing has been written yet.
    storage_.report(std::string("a write failed: ") + error.what());
    written = std::unexpected(dynamodb::errors::internal(error.what()));
  }
  for (const std::unique_ptr<PendingWrite>& write : group) {
    if (written) {
      write->complete();
    } else {
      write->fail(written.error());
    }
  }
}

dynamodb::Result<void> Writer::write(Group& group) {
  rocksdb::WriteBatch rows;
  std::shared_ptr<const Catalog> catalog;
  {
    // The view is let go before the write: a reopening after it would wait for it.
    const ReadView committed = storage_.latest();
    const Time now = storage_.now();
    PendingBatch batch(committed, now);
    const WriteState state(committed, batch, now, storage_.options().item_collection_bytes_max);
    for (const std::unique_ptr<PendingWrite>& write : group) batch.add(write->decide(state));
    if (batch.empty()) return {};
    if (sweep_.is_due(now)) batch.add(sweep_.expired(state));
    if (stream_sweep_.is_due(now)) batch.add(stream_sweep_.expired(state));
    if (auto put = batch.write_into(rows); !put) return put;
    catalog = batch.catalog();
  }
  if (auto stored = storage_.write(rows); !stored) {
    storage_.report("a batch of " + std::to_string(group.size()) +
                    " writes was not stored, and was refused: " + stored.error().message);
    return std::unexpected(not_stored());
  }
  groups_written_.fetch_add(1, std::memory_order_relaxed);
  if (catalog) storage_.publish(std::move(catalog));
  return {};
}

void Writer::try_to_reopen() {
  if (std::chrono::steady_clock::now() < reopen_not_before_) return;
  if (auto reopened = storage_.reopen(); !reopened) {
    storage_.report("the store still takes no writes: " + reopened.error().message);
    reopen_not_before_ = std::chrono::steady_clock::now() + reopen_interval;
    return;
  }
  storage_.report("the store takes writes again");
}

}  // namespace engine
