#include "dynamodb/errors.h"
#include "dynamodb/key_schema.h"
#include "engine/operations.h"
#include "engine/page_request.h"

namespace engine {

namespace errors = dynamodb::errors;
using dynamodb::PageResult;
using dynamodb::QueryRequest;
using dynamodb::Result;

namespace {

Result<void> check_filter_names_no_key(const ReadTarget& target, const PageOptions& options, bool is_query_filter) {
  if (!options.filter) return {};
  const auto& schema = target.key_schema();
  for (const auto& name : options.filter->root_names()) {
    if (is_key_attribute(schema, name)) {
      return std::unexpected(is_query_filter ? errors::legacy_query_filter_on_key(name)
                                             : errors::filter_on_key_attribute(name));
    }
  }
  return {};
}

// The condition's range, behind the start key where there is one. A start key need not be a row's, but must satisfy the
// condition.
Result<KeyRange> range_to_read(const ReadTarget& target, const dynamodb::KeyCondition& condition,
                               const QueryRequest& request) {
  auto range = query_range(target.id(), condition);
  if (!request.exclusive_start_key) return range;
  const auto start = target.start_key(*request.exclusive_start_key);
  if (!start) return std::unexpected(start.error());
  if (!start->starts_with(partition_prefix(target.id(), condition.partition_key, condition.more_partition_keys))) {
    return std::unexpected(errors::starting_key_outside_query());
  }
  if (*start < range.lower || *start >= range.upper) {
    return std::unexpected(errors::starting_key_outside_sort_condition());
  }
  return after_start_key(std::move(range), *start, request.scan_index_forward);
}

}  // namespace

Result<PageResult> query(const Storage& storage, const QueryRequest& request) {
  const auto common = page_request(request);
  if (auto valid = check_page_parameters(common); !valid) return std::unexpected(std::move(valid.error()));
  auto context = dynamodb::ExpressionContext::create(request.attributes, true);
  if (!context) return std::unexpected(std::move(context.error()));
  auto options = page_options(common, *context);
  if (!options) return std::unexpected(std::move(options.error()));

  auto view = storage.latest();
  auto table = view.catalog().require(request.table_name);
  if (!table) return std::unexpected(std::move(table.error()));
  const auto target = ReadTarget::find(std::move(*table), request.index_name, request.consistent_read);
  if (!target) return std::unexpected(target.error());
  if (storage.is_delayed() && target->is_global_index()) view = storage.delayed();
  const auto condition = parse_key_condition(request.key_condition_expression, target->key_schema(),
                                             target->table().definition.attribute_definitions, *context);
  if (!condition) return std::unexpected(condition.error());
  if (auto used = context->check_all_used(); !used) return std::unexpected(std::move(used.error()));
  const auto range = range_to_read(*target, *condition, request);
  if (!range) return std::unexpected(range.error());
  if (auto valid = check_filter_names_no_key(*target, *options, request.attributes.made_of_legacy_parameters);
      !request.filter_may_name_keys && !valid) {
    return std::unexpected(std::move(valid.error()));
  }
  const auto source = row_source(*target, common, *options, UnprojectedFilter::is_an_error);
  if (!source) return std::unexpected(source.error());
  // Entries and the items that they stand for must be of one state.
  if (*source != RowSource::rows) view = storage.snapshot();
  return read_page(view, *target, *range, request.scan_index_forward, *source, std::move(*options), common);
}

}  // namespace engine
