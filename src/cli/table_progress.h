// What is waited for, on a terminal: one line that is written over. Silent in a pipe.
#pragma once

#include <chrono>
#include <string>

namespace cli {

class TableProgress {
 public:
  TableProgress();
  TableProgress(const TableProgress&) = delete;
  TableProgress& operator=(const TableProgress&) = delete;
  ~TableProgress();  // wipes the line

  void show(const std::string& what);

 private:
  bool is_terminal_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point began_;
};

}  // namespace cli
