#include <algorithm>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "engine/stream_operations.h"
#include "engine/stream_reads.h"
#include "engine/system_keys.h"

namespace engine {

using dynamodb::ListStreamsResult;
using dynamodb::Result;

// Ascending by table name and label.
Result<ListStreamsResult> list_streams(const Storage& storage, const dynamodb::ListStreamsRequest& request) {
  constexpr auto most = static_cast<std::int64_t>(dynamodb::limits::list_streams_max);
  if (request.limit && *request.limit < 1) return std::unexpected(dynamodb::errors::limit_below_one(*request.limit));
  if (request.limit && *request.limit > most) return std::unexpected(dynamodb::errors::streams_limit_too_high());
  const ReadView view = storage.latest();
  const std::string& region = storage.options().region;
  const auto limit = static_cast<std::size_t>(request.limit.value_or(most));
  ListStreamsResult result;
  KeyRange range = request.table_name ? system_keys::streams(*request.table_name) : system_keys::all_streams();
  if (request.exclusive_start_stream_arn) {
    const auto start = stream_row_key(*request.exclusive_start_stream_arn, region);
    if (!start) return std::unexpected(dynamodb::errors::stream_not_found(*request.exclusive_start_stream_arn));
    range.lower = std::max(range.lower, *start + '\0');
  }
  RangeIterator rows = view.iterate(range);
  for (; rows.valid(); rows.next()) {
    const Stream stream = decode_stream(rows.key(), rows.value());
    if (stream.is_gone(storage.now())) continue;
    if (result.streams.size() == limit) {
      result.last_evaluated_stream_arn = result.streams.back().stream_arn;
      return result;
    }
    result.streams.push_back(
        {.stream_arn = stream_arn(stream, region), .table_name = stream.table_name, .stream_label = stream.label});
  }
  if (auto status = rows.status(); !status) return std::unexpected(std::move(status.error()));
  return result;
}

}  // namespace engine
