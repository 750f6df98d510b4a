#include <rocksdb/iterator.h>
#include <rocksdb/snapshot.h>

#include "dynamodb/errors.h"
#include "engine/late_states.h"
#include "engine/open_store.h"
#include "engine/storage.h"

namespace engine {
namespace {

dynamodb::Error unreadable(const rocksdb::Status& status) {
  return dynamodb::errors::internal("The store could not be read: " + status.ToString());
}

constexpr const char* no_store = "The store is being recovered after a failed write. Try again.";

}  // namespace

struct RangeIterator::State {
  // The bounds are here because RocksDB keeps only slices of them.
  KeyRange range;
  rocksdb::Slice lower;
  rocksdb::Slice upper;
  bool forward = true;
  std::unique_ptr<rocksdb::Iterator> rows;  // nullptr: the range is empty, or there is no store
  bool has_store = true;
};

RangeIterator::RangeIterator(std::unique_ptr<State> state) : state_(std::move(state)) {}
RangeIterator::RangeIterator(RangeIterator&&) noexcept = default;
RangeIterator& RangeIterator::operator=(RangeIterator&&) noexcept = default;
RangeIterator::~RangeIterator() = default;

bool RangeIterator::valid() const {
  return state_->rows != nullptr && state_->rows->Valid();
}

std::string_view RangeIterator::key() const {
  return state_->rows->key().ToStringView();
}

std::string_view RangeIterator::value() const {
  return state_->rows->value().ToStringView();
}

void RangeIterator::next() {
  if (state_->forward) {
    state_->rows->Next();
  } else {
    state_->rows->Prev();
  }
}

dynamodb::Result<void> RangeIterator::status() const {
  if (!state_->has_store) return std::unexpected(dynamodb::errors::unavailable(no_store));
  if (state_->rows == nullptr || state_->rows->status().ok()) return {};
  return std::unexpected(unreadable(state_->rows->status()));
}

ReadView::ReadView(std::shared_ptr<OpenStore> store, std::shared_ptr<const Catalog> catalog, bool with_snapshot)
    : store_(std::move(store)), catalog_(std::move(catalog)) {
  if (with_snapshot && store_) snapshot_ = store_->db().GetSnapshot();
}

ReadView::ReadView(std::shared_ptr<OpenStore> store, std::shared_ptr<const Catalog> catalog,
                   std::shared_ptr<const HeldSnapshot> held)
    : store_(std::move(store)),
      catalog_(std::move(catalog)),
      held_(std::move(held)),
      snapshot_(held_ ? held_->get() : nullptr) {}

ReadView::ReadView(ReadView&& other) noexcept
    : store_(std::move(other.store_)),
      catalog_(std::move(other.catalog_)),
      held_(std::move(other.held_)),
      snapshot_(std::exchange(other.snapshot_, nullptr)) {}

ReadView& ReadView::operator=(ReadView&& other) noexcept {
  std::swap(store_, other.store_);
  std::swap(catalog_, other.catalog_);
  std::swap(held_, other.held_);
  std::swap(snapshot_, other.snapshot_);
  return *this;
}

ReadView::~ReadView() {
  if (snapshot_ != nullptr && !held_) store_->db().ReleaseSnapshot(snapshot_);
}

dynamodb::Result<std::optional<std::string>> ReadView::get(std::string_view key) const {
  if (!store_) return std::unexpected(dynamodb::errors::unavailable(no_store));
  rocksdb::ReadOptions options;
  options.snapshot = snapshot_;
  std::string value;
  const rocksdb::Status status = store_->db().Get(options, rocksdb::Slice(key.data(), key.size()), &value);
  if (status.ok()) return value;
  if (status.IsNotFound()) return std::optional<std::string>();
  return std::unexpected(unreadable(status));
}

RangeIterator ReadView::iterate(const KeyRange& range, bool forward) const {
  auto state = std::make_unique<RangeIterator::State>();
  state->range = range;
  state->forward = forward;
  state->has_store = store_ != nullptr;
  if (range.empty() || !store_) return RangeIterator(std::move(state));
  state->lower = state->range.lower;
  state->upper = state->range.upper;
  rocksdb::ReadOptions options;
  options.snapshot = snapshot_;
  options.iterate_lower_bound = &state->lower;
  options.iterate_upper_bound = &state->upper;
  state->rows.reset(store_->db().NewIterator(options));
  if (forward) {
    state->rows->Seek(state->lower);
  } else {
    state->rows->SeekToLast();
  }
  return RangeIterator(std::move(state));
}

rocksdb::DB* ReadView::rocksdb() const {
  return store_ ? &store_->db() : nullptr;
}

}  // namespace engine
