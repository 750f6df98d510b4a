#include "engine/background.h"

#include <future>

#include "engine/fill.h"
#include "engine/time_to_live.h"

namespace engine {

Background::Background(const Storage& storage, Writer& writer)
    : storage_(storage), writer_(writer), thread_([this] { run(); }) {}

Background::~Background() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Background::wake() {
  {
    const std::scoped_lock lock(mutex_);
    ++wanted_;
  }
  changed_.notify_all();
}

void Background::run_now() {
  std::unique_lock lock(mutex_);
  const std::uint64_t mine = ++wanted_;
  changed_.notify_all();
  changed_.wait(lock, [&] { return done_ >= mine; });
}

void Background::run() {
  std::unique_lock lock(mutex_);
  std::chrono::milliseconds pause = storage_.options().time_to_live_interval;
  while (true) {
    changed_.wait_for(lock, pause, [this] { return stopping_ || wanted_ > done_; });
    if (stopping_) return;
    const std::uint64_t target = wanted_;
    lock.unlock();
    const bool done = work();
    lock.lock();
    pause = done ? storage_.options().time_to_live_interval : fill_retry_interval;
    done_ = target;
    changed_.notify_all();
  }
}

bool Background::work() {
  try {
    const std::shared_ptr<const Catalog> catalog = storage_.catalog();
    const bool filled = fill(*catalog);
    return sweep(*storage_.catalog()) && filled;
  } catch (const std::exception& error) {
    storage_.report(std::string("the background work failed: ") + error.what());
    return false;
  }
}

bool Background::fill(const Catalog& catalog) {
  for (const Fill& fill : unfinished_fills(catalog)) {
    std::string after_key;
    for (bool finished = false; !finished;) {
      if (stopping_) return false;
      const auto progress = write<FillProgress>(
          WriteKind::items, [&](const WriteState& state) { return decide_fill_step(fill, after_key, state); });
      if (!progress) return false;
      finished = progress->finished;
      after_key = progress->last_key;
    }
    const auto ended =
        write<bool>(WriteKind::tables, [&](const WriteState& state) { return decide_fill_end(fill, state); });
    if (!ended) return false;
  }
  return true;
}

bool Background::sweep(const Catalog& catalog) {
  for (const auto& [name, table] : catalog.tables()) {
    if (!table->time_to_live) continue;
    std::size_t deleted = expired_items_per_write_max;
    for (std::size_t total = 0; deleted == expired_items_per_write_max && total < expired_items_per_sweep_max;
         total += deleted) {
      // Most looks find nothing; they need not trouble the writer.
      if (stopping_ || !storage_.latest().iterate(expired_rows(*table, storage_.now())).valid()) break;
      const auto result = write<std::size_t>(
          WriteKind::items, [&](const WriteState& state) { return delete_expired({name, table->id}, state); });
      if (!result) return false;
      deleted = *result;
    }
  }
  return true;
}

template <class T>
dynamodb::Result<T> Background::write(WriteKind kind, Decide<T> decide) {
  std::promise<dynamodb::Result<T>> answer;
  std::future<dynamodb::Result<T>> result = answer.get_future();
  writer_.submit<T>(kind, fill_step_bytes_max, std::move(decide),
                    [&answer](dynamodb::Result<T> value) { answer.set_value(std::move(value)); });
  return result.get();
}

}  // namespace engine
