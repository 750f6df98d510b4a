#include "dynamodb/errors.h"
#include "engine/operations.h"
#include "engine/page_request.h"

namespace engine {

namespace errors = dynamodb::errors;
using dynamodb::PageResult;
using dynamodb::Result;
using dynamodb::ScanRequest;

namespace {

Result<void> check_segments(const ScanRequest& request) {
  const auto& segment = request.segment;
  const auto& total = request.total_segments;
  if (segment && *segment < 0) return std::unexpected(errors::segment_negative(*segment));
  if (total && *total < 1) return std::unexpected(errors::total_segments_below_one(*total));
  if (total && *total > static_cast<std::int64_t>(dynamodb::limits::scan_segments_max)) {
    return std::unexpected(errors::total_segments_above_limit(*total));
  }
  if (segment && !total) return std::unexpected(errors::total_segments_required());
  if (total && !segment) return std::unexpected(errors::segment_required());
  if (segment && *segment >= *total) return std::unexpected(errors::segment_not_below_total(*segment, *total));
  return {};
}

Result<KeyRange> range_to_read(const ReadTarget& target, const ScanRequest& request) {
  auto range = request.segment ? segment_range(target.id(), *request.segment, *request.total_segments)
                               : whole_range(target.id());
  if (!request.exclusive_start_key) return range;
  const auto start = target.start_key(*request.exclusive_start_key);
  if (!start) return std::unexpected(start.error());
  if (*start < range.lower || *start >= range.upper) {
    return std::unexpected(errors::starting_key_in_other_segment(*request.total_segments, *request.segment));
  }
  return after_start_key(std::move(range), *start, true);
}

}  // namespace

Result<PageResult> scan(const Storage& storage, const ScanRequest& request) {
  const auto common = page_request(request);
  if (auto valid = check_page_parameters(common); !valid) return std::unexpected(std::move(valid.error()));
  if (auto valid = check_segments(request); !valid) return std::unexpected(std::move(valid.error()));
  const bool has_expression = request.filter_expression || request.projection_expression;
  auto context = dynamodb::ExpressionContext::create(request.attributes, has_expression);
  if (!context) return std::unexpected(std::move(context.error()));
  auto options = page_options(common, *context);
  if (!options) return std::unexpected(std::move(options.error()));
  if (auto used = context->check_all_used(); !used) return std::unexpected(std::move(used.error()));

  auto view = storage.latest();
  auto table = view.catalog().require(request.table_name);
  if (!table) return std::unexpected(std::move(table.error()));
  const auto target = ReadTarget::find(std::move(*table), request.index_name, request.consistent_read);
  if (!target) return std::unexpected(target.error());
  if (storage.is_delayed() && target->is_global_index()) view = storage.delayed();
  const auto range = range_to_read(*target, request);
  if (!range) return std::unexpected(range.error());
  const auto source = row_source(*target, common, *options, UnprojectedFilter::is_absent);
  if (!source) return std::unexpected(source.error());
  // Entries and the items that they stand for must be of one state.
  if (*source != RowSource::rows) view = storage.snapshot();
  return read_page(view, *target, *range, true, *source, std::move(*options), common);
}

}  // namespace engine
