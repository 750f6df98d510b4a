#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "engine/operations.h"
#include "engine/storage.h"

namespace engine {

dynamodb::Result<dynamodb::ListTablesResult> list_tables(const Storage& storage,
                                                         const dynamodb::ListTablesRequest& request) {
  constexpr auto limit_max = static_cast<std::int64_t>(dynamodb::limits::list_tables_max);
  const std::int64_t limit = request.limit.value_or(limit_max);
  if (limit < 1 || limit > limit_max) return std::unexpected(dynamodb::errors::list_tables_limit(limit));
  const ReadView view = storage.latest();
  const Catalog::Tables& tables = view.catalog().tables();
  auto next =
      request.exclusive_start_table_name ? tables.upper_bound(*request.exclusive_start_table_name) : tables.begin();
  dynamodb::ListTablesResult result;
  for (; next != tables.end(); ++next) {
    if (static_cast<std::int64_t>(result.table_names.size()) == limit) {
      result.last_evaluated_table_name = result.table_names.back();
      break;
    }
    result.table_names.push_back(next->first);
  }
  return result;
}

}  // namespace engine
