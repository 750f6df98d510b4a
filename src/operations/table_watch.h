// Waiting for a table, without the waiting: answers of DescribeTable go in, what to do comes out. Nobody looks at a
// clock here; time is the sum of the pauses.
#pragma once

#include <chrono>
#include <string>
#include <variant>

#include "dynamodb/error.h"
#include "dynamodb/table_requests.h"

namespace operations {

// A table is made or changed within seconds; filling an index takes as long as its items take.
inline constexpr std::chrono::minutes table_change_longest{10};
inline constexpr std::chrono::minutes index_fill_longest{24 * 60};

struct Wait {
  enum class For { active, gone } what = For::active;  // active: the table and all its indexes
  std::chrono::minutes longest = table_change_longest;
  bool just_made = false;  // then DescribeTable may not know it yet: it is eventually consistent
};

class TableWatch {
 public:
  TableWatch(std::string table_name, Wait wait)
      : table_name_(std::move(table_name)), wait_(wait), has_answered_(wait.just_made) {}

  struct Reached {};
  struct Failed {
    std::string sentence;
  };
  struct Pause {
    std::chrono::milliseconds time;  // then ask again
    std::string what;                // is waited for: "the table log is CREATING, the index GSI1 is CREATING"
  };
  using Verdict = std::variant<Reached, Failed, Pause>;

  // Failures that pass (the network, throttling) are outlived for a while, once the store has answered. A table that is
  // being deleted, where it shall be active, has failed.
  [[nodiscard]] Verdict judge(const dynamodb::Result<dynamodb::TableResult>& described);

 private:
  [[nodiscard]] Verdict judge_table(const dynamodb::TableDescription& table);
  [[nodiscard]] Verdict judge_error(const dynamodb::Error& error);
  [[nodiscard]] Verdict pause(std::string what);

  std::string table_name_;
  Wait wait_;
  std::chrono::milliseconds waited_{0};
  std::chrono::milliseconds next_pause_{0};
  bool has_answered_;
  int failures_in_a_row_ = 0;
};

}  // namespace operations
