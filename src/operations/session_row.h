// One row of a training log as a session: pure, once the columns and conventions are known.
#pragma once

#include <expected>
#include <optional>
#include <string>

#include "operations/csv.h"
#include "operations/log_conventions.h"
#include "operations/time_zone.h"

namespace operations {

class SessionRowReader {
 public:
  SessionRowReader(const LogColumns& columns, const LogConventions& conventions, const LogOptions& options,
                   TimeZone time_zone);
  // A source that is made here has no number yet (session_source.h).
  [[nodiscard]] LogRow read(const CsvRecord& record) const;

 private:
  std::expected<tracker::ImportedSession, std::string> read_session(const CsvRecord& record, std::string& notice) const;
  std::expected<void, std::string> read_own_columns(const CsvRecord& record, tracker::ImportedSession& session) const;
  std::expected<CivilStart, std::string> read_start(const CsvRecord& record) const;
  std::expected<double, std::string> read_duration_minutes(const CsvRecord& record) const;
  std::expected<double, std::string> read_distance_km(const CsvRecord& record, bool swim) const;
  std::expected<std::optional<double>, std::string> read_rpe(const CsvRecord& record) const;
  std::string read_notes(const CsvRecord& record, std::string& notice) const;
  [[nodiscard]] DistanceUnit default_unit(bool swim) const;
  [[nodiscard]] std::string generated_source(const CsvRecord& record, const CivilStart& start,
                                             const tracker::SessionInput& input) const;
  // Text as it was before csv_export.h guarded it; other files' text is trimmed.
  [[nodiscard]] std::string text_of(const CsvRecord& record, std::optional<std::size_t> index) const;

  const LogColumns& columns_;
  const LogConventions& conventions_;
  const LogOptions& options_;
  TimeZone time_zone_;
};

}  // namespace operations
