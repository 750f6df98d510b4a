#include "engine/page_request.h"

#include <algorithm>
#include <utility>

#include "dynamodb/capacity.h"
#include "dynamodb/errors.h"

namespace engine {

namespace errors = dynamodb::errors;
using dynamodb::Result;
using dynamodb::Select;

namespace {

// Rows for which an answer's vector is made at once, when the limit says how many there may be.
constexpr std::int64_t reserved_rows_max = 128;

std::vector<std::string> root_names(const dynamodb::ProjectionPaths& projection) {
  std::vector<std::string> names;
  for (const auto& path : projection.paths()) names.push_back(path.root());
  return names;
}

// Also of a page without rows: looking for them is a read.
std::optional<dynamodb::ConsumedCapacity> consumed(const PageBuilder& page, const ReadTarget& target,
                                                   const PageRequest& request) {
  dynamodb::CapacityMeter meter;
  const double units = dynamodb::read_units(page.row_bytes(), request.consistent_read);
  if (const Index* index = target.index()) {
    meter.add_index(index->definition.name, index->is_global, units);
    meter.add_table(page.fetched_units(request.consistent_read));
  } else {
    meter.add_table(units);
  }
  return meter.result(request.table_name, request.return_consumed_capacity);
}

}  // namespace

Result<void> check_page_parameters(const PageRequest& request) {
  if (request.limit && *request.limit < 1) return std::unexpected(errors::limit_below_one(*request.limit));
  const bool projects = request.projection_expression.has_value();
  switch (request.select) {
    case Select::unspecified:
      return {};
    case Select::all_attributes:
      if (projects) return std::unexpected(errors::projection_with_select("ALL_ATTRIBUTES"));
      return {};
    case Select::all_projected_attributes:
      if (projects) return std::unexpected(errors::projection_with_select("ALL_PROJECTED_ATTRIBUTES"));
      if (!request.index_name) return std::unexpected(errors::projected_attributes_without_index());
      return {};
    case Select::specific_attributes:
      if (!projects) return std::unexpected(errors::specific_attributes_without_projection());
      return {};
    case Select::count:
      if (projects) return std::unexpected(errors::projection_with_select("only the Count"));
      return {};
  }
  std::unreachable();
}

Result<PageOptions> page_options(const PageRequest& request, dynamodb::ExpressionContext& context) {
  PageOptions options;
  options.limit = request.limit;
  options.count_only = request.select == Select::count;
  if (request.filter_expression) {
    auto filter = parse_condition(*request.filter_expression, dynamodb::ExpressionKind::filter, context);
    if (!filter) return std::unexpected(std::move(filter.error()));
    options.filter = std::move(*filter);
  }
  if (request.projection_expression) {
    auto projection = parse_projection(*request.projection_expression, context);
    if (!projection) return std::unexpected(std::move(projection.error()));
    options.projection = std::move(*projection);
  }
  return options;
}

Result<RowSource> row_source(const ReadTarget& target, const PageRequest& request, const PageOptions& options,
                             UnprojectedFilter unprojected_filter) {
  if (target.holds_whole_items()) return RowSource::rows;
  const auto& name = target.index()->definition.name;
  const auto projection =
      options.projection ? target.not_projected(root_names(*options.projection)) : std::vector<std::string>();
  const auto filter = options.filter ? target.not_projected(options.filter->root_names()) : std::vector<std::string>();
  const bool all = request.select == Select::all_attributes;
  if (!target.index()->is_global) {
    if (all) return RowSource::whole_items;
    return projection.empty() && filter.empty() ? RowSource::rows : RowSource::rows_with_items;
  }
  if (all) return std::unexpected(errors::all_attributes_on_partial_index(name));
  if (!projection.empty()) return std::unexpected(errors::attributes_not_projected(name, projection));
  if (!filter.empty() && unprojected_filter == UnprojectedFilter::is_an_error) {
    return std::unexpected(errors::filter_attributes_not_projected(name, filter));
  }
  return RowSource::rows;
}

KeyRange after_start_key(KeyRange range, std::string_view start_key, bool forward) {
  if (!forward) {
    range.upper = start_key;
    return range;
  }
  // No row's key begins with another's, so this is the next possible key.
  range.lower = start_key;
  range.lower.push_back('\0');
  return range;
}

Result<dynamodb::PageResult> read_page(const ReadView& view, const ReadTarget& target, const KeyRange& range,
                                       bool forward, RowSource source, PageOptions options,
                                       const PageRequest& request) {
  if (source != RowSource::rows) {
    options.answer_whole_items = source == RowSource::whole_items;
    options.whole_item = [&view, &target](std::string_view row_key) -> Result<std::string> {
      auto item = view.get(target.item_key_of(row_key));
      if (!item) return std::unexpected(std::move(item.error()));
      if (!*item) return std::unexpected(errors::internal("an index entry has no item"));
      return std::move(**item);
    };
  }
  const auto rows_expected = options.count_only ? 0 : std::min(options.limit.value_or(0), reserved_rows_max);
  PageBuilder page(std::move(options), static_cast<std::size_t>(rows_expected));
  auto rows = view.iterate(range, forward);
  for (; rows.valid(); rows.next()) {
    const auto more = page.add(rows.key(), rows.value());
    if (!more) return std::unexpected(more.error());
    if (!*more) break;
  }
  if (!rows.valid()) {
    if (auto status = rows.status(); !status) return std::unexpected(std::move(status.error()));
  }
  std::optional<dynamodb::Key> last_evaluated_key;
  if (const auto last = page.last_key()) last_evaluated_key = target.last_evaluated_key(*last);
  std::optional<dynamodb::ConsumedCapacity> consumed_capacity;
  if (request.return_consumed_capacity != dynamodb::ReturnConsumedCapacity::none) {
    consumed_capacity = consumed(page, target, request);
  }
  auto result = std::move(page).take();
  result.last_evaluated_key = std::move(last_evaluated_key);
  result.consumed_capacity = std::move(consumed_capacity);
  return result;
}

}  // namespace engine
