// Periods and records of the real logs of the project's shared data, where they are there: the figures were computed by
// a program that is not ours.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "operations/import.h"
#include "operations/testing/memory_store.h"
#include "operations/testing/shared_data.h"
#include "tracker/time_text.h"

namespace operations {
namespace {

using tracker::PeriodKind;
using tracker::WeekStart;

using testing::contents;
using testing::number;
using testing::shared_data;

// Within a thousandth, or half of the last digit that was written.
void expect_close(double ours, const json::Value& expected, const std::string& what) {
  const std::string& text = expected.get_if<json::Number>()->text;
  const auto point = text.find('.');
  const auto places = point == std::string::npos ? 0 : text.size() - point - 1;
  const double rounding = 0.5 * std::pow(10.0, -static_cast<double>(places));
  const double written = std::stod(text);
  EXPECT_NEAR(ours, written, std::max(std::abs(written) * 1e-3, rounding * 1.001)) << what;
}

// "2025-W24"
std::string iso_week(tracker::Date monday) {
  const std::chrono::sys_days thursday = std::chrono::sys_days(monday) + std::chrono::days(3);
  const tracker::Date day(thursday);
  const auto week = (thursday - std::chrono::sys_days(day.year() / 1 / 1)).count() / 7 + 1;
  return fmt::format("{:04}-W{:02}", static_cast<int>(day.year()), week);
}
std::string month(tracker::Date first) {
  return tracker::format_date(first).substr(0, 7);
}

class RealLogStatistics : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const auto directory = shared_data();
    if (!std::filesystem::exists(directory / "expected.json")) {
      GTEST_SKIP() << "no " << directory << " here; tracker/ has its own tests of periods and records";
    }
    file_ = json::parse(contents(directory / "expected.json")).value();
    expected_ = file_.find(GetParam())->find("statistics");
    auto log = parse_training_log(contents(directory / GetParam()), LogOptions{});
    ASSERT_TRUE(log) << describe(GetParam(), log.error());
    ImportOptions options;
    options.athlete_name = "Ann";
    const auto report = testing::run(import_log(store_.repository(), options, *std::move(log)));
    ASSERT_TRUE(report) << report.error().message;
  }

  [[nodiscard]] const json::Value& expected(std::string_view name) const { return *expected_->find(name); }
  // [value, where or when]
  [[nodiscard]] const json::Value& value_of(std::string_view name) const {
    return expected(name).get_if<json::Array>()->at(0);
  }
  [[nodiscard]] std::string place_of(std::string_view name) const {
    return *expected(name).get_if<json::Array>()->at(1).get_if<std::string>();
  }

  std::vector<tracker::PeriodStatistics> periods(PeriodKind kind) {
    auto found = testing::run(store_.repository().period_statistics({}, kind, WeekStart::monday));
    if (!found) throw std::runtime_error("no periods");
    return *std::move(found);
  }
  tracker::Records records() {
    auto found = testing::run(store_.repository().records(
        {}, {.week_start = WeekStart::monday, .today = *tracker::parse_date("2026-11-23")}));
    if (!found) throw std::runtime_error("no records");
    return *std::move(found);
  }

  // {"2019-02":[sessions,minutes,km],…}
  void expect_periods(std::string_view name, const std::vector<tracker::PeriodStatistics>& found,
                      const std::function<std::string(tracker::Date)>& label) const {
    const auto& all = *expected(name).get_if<json::Object>();
    ASSERT_EQ(found.size(), all.size());
    for (const auto& period : found) {
      const std::string key = label(period.period.first);
      const auto* figures = expected(name).find(key);
      ASSERT_NE(figures, nullptr) << key;
      const auto& array = *figures->get_if<json::Array>();
      EXPECT_EQ(static_cast<double>(period.session_count), number(array[0])) << key;
      expect_close(period.total_duration_minutes, array[1], key);
      expect_close(period.total_distance_km, array[2], key);
    }
  }

  // "2025-06-14 07:00:20"
  static std::string start_of(const tracker::TrainingSession& session) {
    std::string start = session.start_time.value_or("").substr(0, 19);
    std::ranges::replace(start, 'T', ' ');
    return start;
  }

  // The value, and the session that is named, or an earlier one that is its equal: the other program names the last.
  template <class Measure>
  void expect_record(std::string_view name, const std::optional<tracker::RecordSession>& record, Measure measure) {
    ASSERT_TRUE(record);
    expect_close(record->value, value_of(name), std::string(name));
    const std::string place = place_of(name);
    EXPECT_LE(start_of(record->session), place) << name;
    const auto day = tracker::parse_date(place.substr(0, 10));
    const auto sessions = testing::run(
        store_.repository().list_sessions({.dates = {.first = day, .last = day}, .athlete_id = {}}, 0, 100));
    ASSERT_TRUE(sessions);
    EXPECT_TRUE(std::ranges::any_of(sessions->sessions, [&](const tracker::TrainingSession& session) {
      return start_of(session) == place && measure(session) == record->value;
    })) << name;
  }

 private:
  json::Value file_;
  const json::Value* expected_ = nullptr;
  testing::MemoryStore store_;
};

TEST_P(RealLogStatistics, months_and_iso_weeks_are_as_expected) {
  expect_periods("months", periods(PeriodKind::month), month);
  expect_periods("iso_weeks", periods(PeriodKind::week), iso_week);
}

TEST_P(RealLogStatistics, records_are_as_expected) {
  const auto found = records();
  expect_record("longest_km", found.longest_distance, [](const auto& session) { return session.distance_km; });
  expect_record("longest_min", found.longest_duration, [](const auto& session) { return session.duration_minutes; });
  std::optional<tracker::RecordSession> fastest;
  for (const auto& pace : found.fastest_paces) {
    if (pace && (!fastest || pace->value < fastest->value)) fastest = pace;
  }
  expect_record("fastest_pace_ge1km", fastest,
                [](const auto& session) { return session.duration_minutes / session.distance_km; });
  const auto& week = found.best_week.by_distance;
  const auto& best_month = found.best_month.by_distance;
  ASSERT_TRUE(week && best_month);
  expect_close(week->total_distance_km, value_of("best_iso_week_km"), "best week");
  EXPECT_EQ(iso_week(week->period.first), place_of("best_iso_week_km"));
  expect_close(best_month->total_distance_km, value_of("best_month_km"), "best month");
  EXPECT_EQ(month(best_month->period.first), place_of("best_month_km"));
}

TEST_P(RealLogStatistics, streaks_and_counts_are_as_expected) {
  const auto found = records();
  EXPECT_EQ(static_cast<double>(found.active_days), number(expected("active_days")));
  EXPECT_EQ(static_cast<double>(found.active_weeks), number(expected("iso_weeks_active")));
  EXPECT_EQ(static_cast<double>(found.active_months), number(expected("months_active")));
  ASSERT_TRUE(found.daily_streak.longest && found.weekly_streak.longest);
  EXPECT_EQ(static_cast<double>(found.daily_streak.longest->length), number(expected("longest_daily_streak")));
  EXPECT_EQ(static_cast<double>(found.weekly_streak.longest->length), number(expected("longest_weekly_streak_iso")));
  EXPECT_EQ(static_cast<double>(found.eddington_km), number(expected("eddington_km")));
}

INSTANTIATE_TEST_SUITE_P(shared, RealLogStatistics,
                         ::testing::Values("garmin_grunt/Activities.csv", "joboso/activities.csv",
                                           "dangoldin/cardioActivities.csv"),
                         [](const auto& name) {
                           std::string text = name.param;
                           return text.substr(0, text.find_first_of("_/"));
                         });

}  // namespace
}  // namespace operations
