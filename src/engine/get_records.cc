#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "engine/stream_operations.h"
#include "engine/stream_reads.h"
#include "engine/system_keys.h"

namespace engine {

namespace errors = dynamodb::errors;
namespace limits = dynamodb::limits;
using dynamodb::GetRecordsResult;
using dynamodb::Result;

namespace {

// Read records, and the position behind them.
struct Page {
  GetRecordsResult result;
  std::optional<std::uint64_t> next_number;
  bool at_end = false;
};

Result<Page> read(const ReadView& view, const Stream& stream, const ShardPosition& from, std::size_t limit,
                  const Storage& storage) {
  Page page{.result = {}, .next_number = from.next_number};
  if (from.next_number && *from.next_number <= stream.trimmed_through) {
    return std::unexpected(errors::trimmed_data_access());
  }
  KeyRange range = system_keys::stream_records(stream.table_id, stream.label);
  if (from.next_number) range.lower = record_row_key(stream, *from.next_number);
  std::size_t bytes = 0;
  RangeIterator rows = view.iterate(range);
  for (; rows.valid() && page.result.records.size() < limit && bytes < limits::get_records_bytes_max; rows.next()) {
    if (is_expired(time_of_record(rows.value()), storage.now())) {
      if (from.next_number) return std::unexpected(errors::trimmed_data_access());
      continue;
    }
    page.next_number = system_keys::number_of_stream_record(rows.key()) + 1;
    page.result.records.push_back(decode_record(stream, rows.key(), rows.value(), storage.options().region));
    bytes += static_cast<std::size_t>(page.result.records.back().size_bytes);
  }
  page.at_end = !rows.valid();
  if (auto status = rows.status(); page.at_end && !status) return std::unexpected(std::move(status.error()));
  return page;
}

}  // namespace

Result<GetRecordsResult> get_records(const Storage& storage, const dynamodb::GetRecordsRequest& request) {
  constexpr auto most = static_cast<std::int64_t>(limits::get_records_max);
  if (request.limit && *request.limit < 1) return std::unexpected(errors::limit_below_one(*request.limit));
  if (request.limit && *request.limit > most) return std::unexpected(errors::get_records_limit_too_high());
  const auto position = parse_shard_iterator(request.shard_iterator);
  if (!position) return std::unexpected(errors::invalid_shard_iterator());
  const Time now = storage.now();
  if (position->made_at + shard_iterator_lifetime <= now) return std::unexpected(errors::expired_shard_iterator());

  const ReadView view = storage.snapshot();  // a stream that is closed in it has all its records in it
  const auto stream = find_stream(view, position->stream_arn, storage.options().region, now);
  if (!stream) return std::unexpected(stream.error());
  if (!*stream) return std::unexpected(errors::stream_not_found(position->stream_arn));
  auto page = read(view, **stream, *position, static_cast<std::size_t>(request.limit.value_or(most)), storage);
  if (!page) return std::unexpected(std::move(page.error()));
  if (!(*stream)->closed_at || !page->at_end) {
    page->result.next_shard_iterator =
        format_shard_iterator({.stream_arn = position->stream_arn, .next_number = page->next_number, .made_at = now});
  }
  return std::move(page->result);
}

}  // namespace engine
