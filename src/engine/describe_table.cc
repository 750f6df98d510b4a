#include "dynamodb/errors.h"
#include "dynamodb/table_validation.h"
#include "engine/operations.h"
#include "engine/storage.h"
#include "engine/table_description.h"

namespace engine {

dynamodb::Result<dynamodb::TableResult> describe_table(const Storage& storage,
                                                       const dynamodb::DescribeTableRequest& request) {
  if (auto valid = dynamodb::validate_table_name(request.table_name); !valid) {
    return std::unexpected(std::move(valid.error()));
  }
  const ReadView view = storage.snapshot();  // the counts of its indexes belong to those of the table
  const std::shared_ptr<const Table> table = view.catalog().find(request.table_name);
  if (!table) return std::unexpected(dynamodb::errors::resource_not_found_table(request.table_name));
  auto description = describe(*table, storage.options().region, view);
  if (!description) return std::unexpected(std::move(description.error()));
  return dynamodb::TableResult{std::move(*description)};
}

}  // namespace engine
