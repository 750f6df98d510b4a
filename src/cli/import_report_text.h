// An import's report, for people and for programs.
#pragma once

#include <string>

#include "operations/import_report.h"

namespace cli {

// "activities.csv: 12 new, 3 duplicates, 1 error" and before it a line for each notice and each row to be told of: all
// of them with `every_row`, else those with a reason.
[[nodiscard]] std::string report_text(const std::string& file, const operations::ImportReport& report, bool every_row);
// One JSON object:
// {"file":…,"created":…,"duplicates":…,"errors":…,"athletesCreated":…,"notices":[…],"rows":[{"line":…,"verdict":"new"|…,"reason":…}]}
[[nodiscard]] std::string report_json(const std::string& file, const operations::ImportReport& report);

}  // namespace cli
