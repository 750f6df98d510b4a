// The real logs of the project's shared data, where they are there: totals computed by a program that is not ours.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "operations/testing/shared_data.h"
#include "operations/training_log.h"

namespace operations {
namespace {

using testing::contents;
using testing::number;
using testing::shared_data;

struct Totals {
  double rows = 0;
  double minutes = 0;
  double km = 0;
};

class RealLog : public ::testing::TestWithParam<const char*> {};

TEST_P(RealLog, has_exactly_the_expected_totals) {
  const auto directory = shared_data();
  if (!std::filesystem::exists(directory / "expected.json")) {
    GTEST_SKIP() << "no " << directory << " here; the small files of testdata/ are tested instead";
  }
  const auto expected_file = json::parse(contents(directory / "expected.json"));
  ASSERT_TRUE(expected_file);
  const json::Value* const expected = expected_file->find(GetParam());
  ASSERT_NE(expected, nullptr);

  const auto log = parse_training_log(contents(directory / GetParam()), LogOptions{});
  ASSERT_TRUE(log) << describe(GetParam(), log.error());
  Totals all;
  std::map<std::string, Totals> years;
  std::map<std::string, double> sports;
  std::string first = "9";
  std::string last;
  for (const LogRow& row : log->rows) {
    ASSERT_TRUE(row.session) << row.line << ": " << row.session.error();
    const auto& input = row.session->input;
    Totals& year = years[std::to_string(static_cast<int>(input.date.year()))];
    for (Totals* totals : {&all, &year}) {
      totals->rows += 1;
      totals->minutes += input.duration_minutes;
      totals->km += input.distance_km;
    }
    ++sports[input.sport.value_or("")];
    first = std::min(first, *row.session->start_time);
    last = std::max(last, *row.session->start_time);
  }
  EXPECT_EQ(all.rows, number(*expected->find("rows")));
  EXPECT_NEAR(all.minutes, number(*expected->find("total_min")), 0.00501);
  EXPECT_NEAR(all.km, number(*expected->find("total_km")), 0.000501);
  EXPECT_EQ(first.substr(0, 10) + " " + first.substr(11, 8), *expected->find("first")->get_if<std::string>());
  EXPECT_EQ(last.substr(0, 10) + " " + last.substr(11, 8), *expected->find("last")->get_if<std::string>());
  const auto& by_year = *expected->find("by_year")->get_if<json::Object>();
  ASSERT_EQ(years.size(), by_year.size());
  for (const auto& [year, figures] : by_year) {
    const auto& [rows, minutes, km] = years[year];
    const auto& array = *figures.get_if<json::Array>();
    EXPECT_EQ(rows, number(array[0])) << year;
    EXPECT_NEAR(minutes, number(array[1]), 0.0501) << year;
    EXPECT_NEAR(km, number(array[2]), 0.00501) << year;
  }
  for (const auto& [sport, count] : *expected->find("sports")->get_if<json::Object>()) {
    EXPECT_EQ(sports[sport], number(count)) << sport;
  }
}

INSTANTIATE_TEST_SUITE_P(shared, RealLog,
                         ::testing::Values("garmin_grunt/Activities.csv", "joboso/activities.csv",
                                           "dangoldin/cardioActivities.csv"),
                         [](const auto& name) {
                           std::string text = name.param;
                           return text.substr(0, text.find_first_of("_/"));
                         });

}  // namespace
}  // namespace operations
