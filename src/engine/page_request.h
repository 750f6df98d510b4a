// What Query and Scan have in common: their parameters' rules, in the service's order, and the reading of a page.
#pragma once

#include <optional>
#include <string>

#include "dynamodb/expressions/expression.h"
#include "dynamodb/requests.h"
#include "engine/key_encoding.h"
#include "engine/page.h"
#include "engine/read_target.h"
#include "engine/storage.h"

namespace engine {

// The parameters that both have. Refers to the request.
struct PageRequest {
  const std::string& table_name;
  const std::optional<std::string>& index_name;
  const std::optional<std::string>& filter_expression;
  const std::optional<std::string>& projection_expression;
  dynamodb::Select select;
  std::optional<std::int64_t> limit;
  bool consistent_read;
  dynamodb::ReturnConsumedCapacity return_consumed_capacity;
};
template <class Request>
[[nodiscard]] PageRequest page_request(const Request& request) {
  return {.table_name = request.table_name,
          .index_name = request.index_name,
          .filter_expression = request.filter_expression,
          .projection_expression = request.projection_expression,
          .select = request.select,
          .limit = request.limit,
          .consistent_read = request.consistent_read,
          .return_consumed_capacity = request.return_consumed_capacity};
}

// What can be said without knowing the table: Limit, and Select beside ProjectionExpression and IndexName.
[[nodiscard]] dynamodb::Result<void> check_page_parameters(const PageRequest& request);

// Limit, Select::count, and the parsed filter and projection.
[[nodiscard]] dynamodb::Result<PageOptions> page_options(const PageRequest& request,
                                                         dynamodb::ExpressionContext& context);

enum class UnprojectedFilter { is_an_error, is_absent };
// What a page is made of: the target's rows; rows, with their items fetched for filter or projection; whole items.
enum class RowSource { rows, rows_with_items, whole_items };
// A global index must hold what is asked for; for a local one, items are fetched from the table.
[[nodiscard]] dynamodb::Result<RowSource> row_source(const ReadTarget& target, const PageRequest& request,
                                                     const PageOptions& options, UnprojectedFilter unprojected_filter);

// The rows of `range`, which the start key has already narrowed (after_start_key).
[[nodiscard]] dynamodb::Result<dynamodb::PageResult> read_page(const ReadView& view, const ReadTarget& target,
                                                               const KeyRange& range, bool forward, RowSource source,
                                                               PageOptions options, const PageRequest& request);

// What is left of `range` behind a start key, in the direction of reading.
[[nodiscard]] KeyRange after_start_key(KeyRange range, std::string_view start_key, bool forward);

}  // namespace engine
