#include "cli/logging.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>

#include "json/writer.h"

namespace cli {

void start_logging() {
  auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  auto events = std::make_shared<spdlog::logger>("events", sink);
  events->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  spdlog::set_default_logger(events);
}

void log_info(const std::string& line) {
  spdlog::info("{}", line);
}
void log_warning(const std::string& line) {
  spdlog::warn("{}", line);
}
void log_error(const std::string& line) {
  spdlog::error("{}", line);
}

namespace {
std::shared_ptr<spdlog::logger> make_access_logger() {
  auto logger = std::make_shared<spdlog::logger>("access", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%v");
  return logger;
}
}  // namespace

void log_access(const http::AccessRecord& record) {
  static const auto access = make_access_logger();
  const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  json::Writer writer;
  writer.start_object();
  writer.key("time").string(fmt::format("{:%Y-%m-%dT%H:%M:}{:%S}Z", now, now.time_since_epoch()));
  writer.key("peer").string(record.peer);
  writer.key("request_id").string(record.request_id);
  writer.key("method").string(record.method);
  writer.key("target").string(record.target);
  if (!record.operation.empty()) writer.key("operation").string(record.operation);
  writer.key("status").integer(record.status);
  writer.key("request_bytes").integer(static_cast<std::int64_t>(record.request_bytes));
  writer.key("response_bytes").integer(static_cast<std::int64_t>(record.response_bytes));
  writer.key("duration_ms").floating(static_cast<double>(record.duration.count()) / 1000.0);
  writer.end_object();
  access->info("{}", writer.take());
}

}  // namespace cli
