// Whose session a row of a training log is.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "operations/import.h"

namespace operations {

struct AthleteTarget {
  std::string id;    // empty: to be created by name
  std::string name;  // empty when only the id is known
  bool exists = false;
  // The rows' own session ids hold, for they go where they came from.
  bool keeps_session_ids = true;
};

// Pure: decides by the athletes that there are now.
class AthleteResolver {
 public:
  AthleteResolver(std::vector<tracker::Athlete> athletes, const ImportOptions& options);
  // The rows themselves say whose they are, not the options.
  [[nodiscard]] bool by_row() const { return !athlete_id_ && !athlete_name_; }
  // The error is one sentence for the import as a whole.
  [[nodiscard]] std::expected<AthleteTarget, std::string> target_of(const LogRow& row) const;

 private:
  [[nodiscard]] std::expected<AthleteTarget, std::string> by_name(const std::string& name) const;
  [[nodiscard]] const tracker::Athlete* find_id(const std::string& id) const;

  std::vector<tracker::Athlete> athletes_;
  std::optional<std::string> athlete_name_;
  std::optional<std::string> athlete_id_;
};

}  // namespace operations
