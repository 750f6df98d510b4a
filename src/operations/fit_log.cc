#include "operations/fit_log.h"

#include <fmt/format.h>

#include "operations/device_log.h"
#include "operations/fit_header.h"
#include "operations/fit_messages.h"
#include "operations/limits.h"
#include "operations/sport_names.h"

namespace operations {
namespace {

// The FIT profile: https://developer.garmin.com/fit/file-types/activity/
constexpr std::uint16_t session_message = 18;
namespace field {
constexpr std::uint8_t start_time = 2;  // seconds since 1989-12-31T00:00:00Z
constexpr std::uint8_t sport = 5;
constexpr std::uint8_t sub_sport = 6;
constexpr std::uint8_t total_elapsed_time = 7;  // thousandths of a second
constexpr std::uint8_t total_timer_time = 8;    // the same
constexpr std::uint8_t total_distance = 9;      // centimetres
constexpr std::uint8_t workout_rpe = 193;       // 0 … 100
}  // namespace field
constexpr std::uint64_t transition = 3;  // of field::sport
constexpr std::uint64_t workout_rpe_max = 100;
constexpr double workout_rpe_scale = 10;
constexpr double time_scale = 1000;
constexpr double distance_scale = 100;
constexpr std::chrono::sys_seconds fit_epoch =
    std::chrono::sys_days(std::chrono::year(1989) / std::chrono::December / 31);

DeviceActivity activity_of(const FitMessage& message) {
  DeviceActivity activity;
  if (const auto start = message.number(field::start_time)) {
    activity.start = fit_epoch + std::chrono::seconds(static_cast<std::uint32_t>(*start));
  }
  auto time = message.number(field::total_timer_time);
  if (!time) time = message.number(field::total_elapsed_time);
  if (time) activity.seconds = static_cast<double>(*time) / time_scale;
  activity.metres = static_cast<double>(message.number(field::total_distance).value_or(0)) / distance_scale;
  activity.sport = sport_of_fit(message.number(field::sport).value_or(0), message.number(field::sub_sport).value_or(0));
  const auto rpe = message.number(field::workout_rpe);
  if (rpe && *rpe <= workout_rpe_max) activity.rpe = static_cast<double>(*rpe) / workout_rpe_scale;
  return activity;
}

std::unexpected<InputError> refused(std::string message) {
  return std::unexpected(InputError{0, std::move(message)});
}

}  // namespace

std::expected<TrainingLog, InputError> parse_fit_log(std::string_view bytes, const LogOptions& options) {
  const auto time_zone = TimeZone::find(options.time_zone);
  if (!time_zone) return refused(time_zone.error());
  DeviceLog log(LogFormat::fit, *time_zone);
  std::size_t transitions = 0;
  for (bool is_first = true; is_first || !bytes.empty(); is_first = false) {
    if (!is_first && !has_fit_signature(bytes)) {
      return refused(fmt::format("after the end of the FIT file come {} bytes that are none.", bytes.size()));
    }
    const auto file = first_fit_file(bytes);
    if (!file) return refused(file.error());
    bytes.remove_prefix(file->whole_bytes);
    FitMessageReader reader(file->data);
    while (true) {
      const auto message = reader.next(session_message);
      if (!message) return refused(message.error());
      if (!*message) break;
      if ((*message)->number(field::sport) == transition) {
        ++transitions;
        continue;
      }
      if (log.size() == limits::device_sessions_max) {
        return refused(fmt::format("the FIT file has more than {} sessions.", limits::device_sessions_max));
      }
      DeviceActivity activity = activity_of(**message);
      activity.line = log.size() + 1;
      log.add(activity);
    }
  }
  if (log.size() == 0) {
    return refused(
        "the FIT file has no session: it is a workout, course or settings file, or the device stopped early.");
  }
  if (transitions > 0) {
    log.add_notice(transitions == 1 ? "The transition between two sports was left out."
                                    : fmt::format("{} transitions between sports were left out.", transitions));
  }
  return log.take();
}

}  // namespace operations
