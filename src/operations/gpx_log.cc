#include "operations/gpx_log.h"

#include <fmt/format.h>

#include <cmath>

#include "operations/device_log.h"
#include "operations/great_circle.h"
#include "operations/limits.h"
#include "operations/sport_names.h"
#include "operations/utf8.h"
#include "operations/xml_reader.h"

namespace operations {
namespace {

constexpr double latitude_max = 90;
constexpr double longitude_max = 180;

struct Track {
  DeviceActivity activity;
  std::string name;
  std::string description;
  std::optional<GeoPoint> last_point;  // of this segment
  std::string first_time;
  std::string last_time;
};

class GpxHandler : public XmlHandler {
 public:
  explicit GpxHandler(DeviceLog& log) : log_(log) {}

  void begin(std::string_view path, const XmlAttributes& attributes, std::size_t line) override {
    if (!path.contains('/') && path != "gpx") problem_ = "this is XML, but no GPX: that begins with gpx.";
    if (path == "gpx/trk") {
      track_ = Track{};
      track_->activity.line = line;
    } else if (path == "gpx/trk/trkseg" && track_) {
      track_->last_point.reset();
    } else if (path == "gpx/trk/trkseg/trkpt" && track_) {
      add_point(attributes, line);
    }
  }

  void end(std::string_view path, std::string_view text) override {
    if (!track_) return;
    if (path == "gpx/trk/name") track_->name = trimmed(text);
    if (path == "gpx/trk/desc") track_->description = trimmed(text);
    if (path == "gpx/trk/type") track_->activity.sport = sport_of_word(text);
    if (path == "gpx/trk/trkseg/trkpt/time") {
      if (track_->first_time.empty()) track_->first_time = trimmed(text);
      track_->last_time = trimmed(text);
    }
    if (path == "gpx/trk") finish();
  }

  [[nodiscard]] std::string problem() const override { return problem_; }

 private:
  void add_point(const XmlAttributes& attributes, std::size_t line) {
    const auto latitude = parse_decimal(attributes.find("lat").value_or(""));
    const auto longitude = parse_decimal(attributes.find("lon").value_or(""));
    const bool is_on_earth =
        latitude && longitude && std::abs(*latitude) <= latitude_max && std::abs(*longitude) <= longitude_max;
    if (!is_on_earth) {
      track_->activity.problem = fmt::format("the track point in line {} has no latitude and longitude.", line);
      return;
    }
    const GeoPoint point{*latitude, *longitude};
    if (track_->last_point) track_->activity.metres += great_circle_metres(*track_->last_point, point);
    track_->last_point = point;
  }

  void finish() {
    DeviceActivity& activity = track_->activity;
    activity.notes = track_->name;
    if (!track_->description.empty() && track_->description != track_->name) {
      activity.notes += (activity.notes.empty() ? "" : "\n") + track_->description;
    }
    activity.start = parse_instant(track_->first_time);
    const auto last = parse_instant(track_->last_time);
    if (activity.problem.empty()) activity.problem = problem_of_times(activity.start, last);
    if (activity.start && last) activity.seconds = static_cast<double>((*last - *activity.start).count());
    if (log_.size() == limits::device_sessions_max) {
      problem_ = fmt::format("the file has more than {} tracks.", limits::device_sessions_max);
    } else {
      log_.add(activity);
    }
    track_.reset();
  }

  [[nodiscard]] std::string problem_of_times(std::optional<std::chrono::sys_seconds> first,
                                             std::optional<std::chrono::sys_seconds> last) const {
    if (track_->first_time.empty()) return "the track has no times: it is a planned route, or they were taken out.";
    if (!first) return fmt::format("the time {} of a track point cannot be read.", quoted(track_->first_time));
    if (!last) return fmt::format("the time {} of a track point cannot be read.", quoted(track_->last_time));
    return *last < *first ? "the last point of the track is earlier than its first." : "";
  }

  DeviceLog& log_;
  std::optional<Track> track_;
  std::string problem_;
};

}  // namespace

std::expected<TrainingLog, InputError> parse_gpx_log(std::string_view bytes, const LogOptions& options) {
  const auto time_zone = TimeZone::find(options.time_zone);
  if (!time_zone) return std::unexpected(InputError{0, time_zone.error()});
  DeviceLog log(LogFormat::gpx, *time_zone);
  GpxHandler handler(log);
  if (auto read = read_xml(bytes, handler); !read) return std::unexpected(read.error());
  if (log.size() == 0) {
    return std::unexpected(InputError{0, "the GPX file has no track; a route or way points are no session."});
  }
  return log.take();
}

}  // namespace operations
