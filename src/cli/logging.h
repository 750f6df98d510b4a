// The log: one line per event on stderr, and one JSON object per request.
#pragma once

#include <functional>
#include <string>

#include "http/server.h"

namespace cli {

// Call once, before anything is logged.
void start_logging();
void log_info(const std::string& line);
void log_warning(const std::string& line);
void log_error(const std::string& line);

// {"time":…,"peer":…,"request_id":…,"method":…,"target":…,"operation":…,"status":…,"request_bytes":…,"response_bytes":…,
// "duration_ms":…}, with the operation of DynamoDB where it is a known one.
// Headers and bodies, where tokens and personal notes are, are never logged.
void log_access(const http::AccessRecord& record);

}  // namespace cli
