#include "dynamodb/errors.h"
#include "dynamodb/table_validation.h"
#include "engine/operations.h"
#include "engine/storage.h"

namespace engine {

using dynamodb::DescribeTimeToLiveResult;
using dynamodb::TimeToLiveStatus;

dynamodb::Result<DescribeTimeToLiveResult> describe_time_to_live(const Storage& storage,
                                                                 const dynamodb::DescribeTimeToLiveRequest& request) {
  if (auto valid = dynamodb::validate_table_name(request.table_name); !valid) {
    return std::unexpected(std::move(valid.error()));
  }
  const std::shared_ptr<const Table> table = storage.catalog()->find(request.table_name);
  if (!table) return std::unexpected(dynamodb::errors::resource_not_found_table(request.table_name));
  if (!table->time_to_live) return DescribeTimeToLiveResult();
  return DescribeTimeToLiveResult{
      .status = table->time_to_live->enabling ? TimeToLiveStatus::enabling : TimeToLiveStatus::enabled,
      .attribute_name = table->time_to_live->attribute_name};
}

}  // namespace engine
