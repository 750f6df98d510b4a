// Athletes, sessions and statistics as JSON. The order of the fields is part of the contract.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/writer.h"
#include "tracker/model.h"
#include "tracker/repository.h"

namespace api {

// What is sent of a stored timestamp: UTC with "Z", six digits of a second where it has a fraction. One without a zone
// (the earlier service's examples) is taken for UTC; what is no timestamp is sent as it is stored.
[[nodiscard]] std::string format_stored_timestamp(std::string_view stored);

void write_session(json::Writer& writer, const tracker::TrainingSession& session);  // as a part of something else
[[nodiscard]] std::string represent(const tracker::Athlete& athlete);
[[nodiscard]] std::string represent(const std::vector<tracker::Athlete>& athletes);
[[nodiscard]] std::string represent(const tracker::TrainingSession& session);
[[nodiscard]] std::string represent(const tracker::Statistics& statistics);
// `offset` as the client wrote it: it may be beyond 64 bits, and is sent back.
[[nodiscard]] std::string represent(const tracker::OffsetPage& page, std::int64_t limit, std::string_view offset,
                                    bool has_more);
[[nodiscard]] std::string represent(const tracker::CursorPage& page, std::int64_t limit);

}  // namespace api
