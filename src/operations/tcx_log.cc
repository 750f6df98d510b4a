#include "operations/tcx_log.h"

#include <fmt/format.h>

#include "operations/device_log.h"
#include "operations/limits.h"
#include "operations/sport_names.h"
#include "operations/xml_reader.h"

namespace operations {
namespace {

constexpr std::string_view root = "TrainingCenterDatabase";

bool is_activity(std::string_view path) {
  return path == "TrainingCenterDatabase/Activities/Activity" ||
         path == "TrainingCenterDatabase/Activities/MultiSportSession/FirstSport/Activity" ||
         path == "TrainingCenterDatabase/Activities/MultiSportSession/NextSport/Activity";
}

class TcxHandler : public XmlHandler {
 public:
  explicit TcxHandler(DeviceLog& log) : log_(log) {}

  void begin(std::string_view path, const XmlAttributes& attributes, std::size_t line) override {
    if (!path.contains('/') && path != root)
      problem_ = "this is XML, but no TCX: that begins with TrainingCenterDatabase.";
    if (is_activity(path)) {
      activity_ = DeviceActivity{};
      activity_->line = line;
      activity_->sport = sport_of_word(attributes.find("Sport").value_or(""));
      prefix_bytes_ = path.size() + 1;
    } else if (activity_ && path.substr(prefix_bytes_) == "Lap") {
      const auto start = attributes.find("StartTime");
      if (!activity_->start && start) activity_->start = parse_instant(*start);
    } else if (path == "TrainingCenterDatabase/Activities/MultiSportSession/NextSport/Transition") {
      ++transitions_;
    }
  }

  void end(std::string_view path, std::string_view text) override {
    if (!activity_) return;
    if (path.size() < prefix_bytes_) {
      if (log_.size() == limits::device_sessions_max) {
        problem_ = fmt::format("the file has more than {} activities.", limits::device_sessions_max);
      } else {
        log_.add(*activity_);
      }
      activity_.reset();
      return;
    }
    const std::string_view inner = path.substr(prefix_bytes_);
    if (inner == "Id") activity_->start = parse_instant(text);
    if (inner == "Notes") activity_->notes = text;
    if (inner == "Lap/TotalTimeSeconds") add("duration", text, activity_->seconds);
    if (inner == "Lap/DistanceMeters") {
      std::optional<double> metres = activity_->metres;
      add("distance", text, metres);
      activity_->metres = *metres;
    }
  }

  [[nodiscard]] std::string problem() const override { return problem_; }
  [[nodiscard]] std::size_t transitions() const { return transitions_; }

 private:
  void add(std::string_view what, std::string_view text, std::optional<double>& sum) {
    const auto value = parse_decimal(text);
    if (value && *value >= 0) {
      sum = sum.value_or(0) + *value;
    } else {
      activity_->problem = fmt::format("the {} {} of a lap is no number of zero or more.", what, quoted(text));
    }
  }

  DeviceLog& log_;
  std::optional<DeviceActivity> activity_;
  std::size_t prefix_bytes_ = 0;  // of the path to the activity, with the slash after it
  std::size_t transitions_ = 0;
  std::string problem_;
};

}  // namespace

std::expected<TrainingLog, InputError> parse_tcx_log(std::string_view bytes, const LogOptions& options) {
  const auto time_zone = TimeZone::find(options.time_zone);
  if (!time_zone) return std::unexpected(InputError{0, time_zone.error()});
  DeviceLog log(LogFormat::tcx, *time_zone);
  TcxHandler handler(log);
  if (auto read = read_xml(bytes, handler); !read) return std::unexpected(read.error());
  if (log.size() == 0) {
    return std::unexpected(InputError{0, "the TCX file has no activity; a course or workout is no session."});
  }
  if (handler.transitions() > 0) {
    log.add_notice(handler.transitions() == 1
                       ? "The transition between two sports was left out."
                       : fmt::format("{} transitions between sports were left out.", handler.transitions()));
  }
  return log.take();
}

}  // namespace operations
