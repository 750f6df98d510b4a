// UpdateTable as a pure function of what the table is and what is asked for, with the service's checks in its words.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/table_requests.h"

namespace dynamodb {

// What can be refused without knowing the table.
[[nodiscard]] Result<void> validate_update_request(const UpdateTableRequest& request);

struct TableUpdate {
  TableDefinition definition;                // as it will be; a new index stands last of the global ones
  std::optional<std::string> created_index;  // global, as is the next; at most one of the two
  std::optional<std::string> deleted_index;
  std::vector<std::string> updated_indexes;  // throughput
  bool stream_enabled = false;               // it was not before
  bool encryption_changed = false;           // perhaps to the same again
  bool only_settings = false;                // the table and its indexes are ACTIVE all the time
};
// `request` has passed validate_update_request(). ValidationException, ResourceNotFoundException (an index),
// LimitExceededException (20 global indexes).
[[nodiscard]] Result<TableUpdate> update_definition(const TableDefinition& current, const UpdateTableRequest& request);

// UpdateTimeToLive's AttributeName: 1–255 characters.
[[nodiscard]] Result<void> validate_time_to_live_request(const UpdateTimeToLiveRequest& request);

}  // namespace dynamodb
