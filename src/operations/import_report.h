// What an import did, or would do.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace operations {

enum class RowOutcome {
  created,    // new; with dry_run: would be
  duplicate,  // there already, or twice in the file; nothing is changed
  error,      // cannot be read; left out
};
struct RowVerdict {
  std::size_t line = 0;
  RowOutcome outcome = RowOutcome::created;
  std::string reason;             // a sentence for an error; else empty or a notice ("the notes were cut …")
  std::string athlete_name = {};  // whose session it is; empty for an error
};

struct ImportReport {
  std::size_t athletes_created = 0;
  std::size_t created = 0;
  std::size_t duplicates = 0;
  std::size_t errors = 0;
  std::vector<RowVerdict> rows;      // in file order
  std::vector<std::string> notices;  // on the file as a whole
};

// Called after each chunk with the sessions that are done and all there are.
using ImportProgress = std::function<void(std::size_t done, std::size_t total)>;

}  // namespace operations
