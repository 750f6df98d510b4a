// Point-in-time recovery, as an operator switches it on.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContinuousBackups.html
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace dynamodb {

struct UpdateContinuousBackupsRequest {
  std::string table_name;
  bool point_in_time_recovery_enabled = false;
  std::optional<std::int64_t> recovery_period_in_days = {};  // 1 … 35; nullopt: 35
};
struct DescribeContinuousBackupsRequest {
  std::string table_name;
};
// Of both.
struct ContinuousBackupsResult {
  bool point_in_time_recovery_enabled = false;
  // Only while enabled.
  std::optional<std::int64_t> recovery_period_in_days = {};
  std::optional<std::chrono::sys_time<std::chrono::milliseconds>> earliest_restorable = {};
  std::optional<std::chrono::sys_time<std::chrono::milliseconds>> latest_restorable = {};
};

}  // namespace dynamodb
