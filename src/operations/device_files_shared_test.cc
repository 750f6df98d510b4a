// Files of real devices from the project's shared data, where they are there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "operations/import.h"
#include "operations/testing/memory_store.h"
#include "operations/training_file.h"

namespace operations {
namespace {

std::filesystem::path devices() {
  const char* const directory = std::getenv("TT_SHARED");
  const std::filesystem::path shared = directory != nullptr ? directory : TT_SOURCE_DIR "/../shared";
  return shared / "data" / "devices";
}

TrainingLog read(const std::string& name) {
  std::ifstream file(devices() / name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  const auto kind = detect_file_kind(text.str());
  EXPECT_TRUE(kind);
  auto log = parse_training_file(kind.value_or(FileKind::csv), text.str(), {});
  EXPECT_TRUE(log) << describe(name, log.error());
  return log ? std::move(*log) : TrainingLog{};
}

struct Expected {
  const char* sport;
  const char* start;
  double seconds;
  double metres;
};

void expect_session(const TrainingLog& log, std::size_t row, const Expected& expected) {
  ASSERT_LT(row, log.rows.size());
  ASSERT_TRUE(log.rows[row].session) << log.rows[row].session.error();
  const auto& session = *log.rows[row].session;
  EXPECT_EQ(session.input.sport, expected.sport);
  EXPECT_EQ(session.start_time, expected.start);
  EXPECT_NEAR(session.input.duration_minutes * 60, expected.seconds, 1e-9);
  EXPECT_NEAR(session.input.distance_km * 1000, expected.metres, 0.05);
}

class DeviceFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(devices())) {
      GTEST_SKIP() << "no " << devices() << " here; the small files of the other tests are read instead";
    }
  }
};

TEST_F(DeviceFiles, a_ride_has_its_timer_time_and_distance) {
  const auto log = read("4801048867.fit");
  ASSERT_EQ(log.rows.size(), 1U);
  expect_session(log, 0, {"Ride", "2020-04-18T11:10:44Z", 5158.557, 36'322.85});
}
TEST_F(DeviceFiles, a_multisport_activity_is_two_sessions) {
  const auto log = read("6471559601_ACTIVITY.fit");
  ASSERT_EQ(log.rows.size(), 2U);
  EXPECT_EQ(log.notices.size(), 1U);
  expect_session(log, 0, {"Run", "2021-03-22T10:48:16Z", 24.593, 0});
  EXPECT_EQ(log.rows[1].session->input.sport, "Rowing");
  EXPECT_NEAR(log.rows[1].session->input.duration_minutes * 60, 23.245, 1e-9);
  EXPECT_EQ(log.rows[1].session->input.distance_km, 0);
}
TEST_F(DeviceFiles, one_ride_in_three_formats_is_imported_once) {
  constexpr const char* start = "2020-06-01T14:52:40Z";
  const auto fit = read("2020-06-01-16-52-40.fit");
  const auto tcx = read("activity_5039744860.tcx");
  const auto gpx = read("activity_5039744860.gpx");
  expect_session(fit, 0, {"Ride", start, 93.7, 668.19});
  expect_session(tcx, 0, {"Ride", start, 126, 668.2});
  expect_session(gpx, 0, {"Ride", start, 126, 899.3});
  operations::testing::MemoryStore store;
  ImportOptions options;
  options.athlete_name = "Ada";
  std::vector<std::size_t> created;
  for (const auto& log : {fit, tcx, gpx}) {
    const auto report = operations::testing::run(import_log(store.repository(), options, log));
    ASSERT_TRUE(report) << report.error().message;
    created.push_back(report->created);
  }
  EXPECT_EQ(created, (std::vector<std::size_t>{1, 0, 0}));
}

}  // namespace
}  // namespace operations
