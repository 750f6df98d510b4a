#include "engine/stream_sweep.h"

#include "engine/system_keys.h"

namespace engine {
namespace {

// False: the batch's limit was reached.
bool trim(Stream stream, const WriteState& state, Mutations& mutations) {
  RangeIterator rows = state.committed().iterate(system_keys::stream_records(stream.table_id, stream.label));
  bool trimmed = false;
  for (; rows.valid() && is_expired(time_of_record(rows.value()), state.now()); rows.next()) {
    if (mutations.rows.size() >= StreamSweep::records_per_sweep_max) break;
    stream.trimmed_through = system_keys::number_of_stream_record(rows.key());
    mutations.rows.push_back({std::string(rows.key()), std::nullopt});
    trimmed = true;
  }
  if (trimmed) mutations.rows.push_back({stream_row_key(stream), encode_stream(stream)});
  return mutations.rows.size() < StreamSweep::records_per_sweep_max;
}

}  // namespace

Mutations StreamSweep::expired(const WriteState& state) {
  next_ = state.now() + interval;
  Mutations mutations;
  RangeIterator rows = state.committed().iterate(system_keys::all_streams());
  for (; rows.valid(); rows.next()) {
    const auto row = state.row(rows.key());  // this batch may have closed it
    if (!row || !*row) continue;
    const Stream stream = decode_stream(rows.key(), **row);
    if (stream.is_gone(state.now())) {
      mutations.rows.push_back({std::string(rows.key()), std::nullopt});
      mutations.deleted_ranges.push_back(system_keys::stream_records(stream.table_id, stream.label));
    } else if (!trim(stream, state, mutations)) {
      next_ = state.now();
      break;
    }
  }
  return mutations;
}

}  // namespace engine
