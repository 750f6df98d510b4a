#include "tracker/time_text.h"

#include <gtest/gtest.h>

namespace tracker {
namespace {

Timestamp at(std::int64_t microseconds) {
  return Timestamp(std::chrono::microseconds(microseconds));
}

TEST(TimeText, timestamps_are_pythons_isoformat) {
  EXPECT_EQ(format_timestamp(at(1'763'872'557'900'623)), "2025-11-23T04:35:57.900623+00:00");
  EXPECT_EQ(format_timestamp(at(1'763'872'557'000'000)), "2025-11-23T04:35:57+00:00");
  EXPECT_EQ(format_timestamp(at(1'763'872'557'000'001)), "2025-11-23T04:35:57.000001+00:00");
  EXPECT_EQ(format_timestamp(at(-1)), "1969-12-31T23:59:59.999999+00:00");
}

TEST(TimeText, reads_timestamps_of_any_writer) {
  const Timestamp expected = at(1'763'872'557'900'623);
  EXPECT_EQ(parse_timestamp("2025-11-23T04:35:57.900623+00:00"), expected);
  EXPECT_EQ(parse_timestamp("2025-11-23T04:35:57.900623Z"), expected);
  EXPECT_EQ(parse_timestamp("2025-11-23 06:35:57.900623+02:00"), expected);
  EXPECT_EQ(parse_timestamp("2025-11-22T23:05:57.900623-05:30"), expected);
  EXPECT_EQ(parse_timestamp("2025-11-23T04:35:57.900623999"), expected);
  EXPECT_EQ(parse_timestamp("2025-10-20T08:00:00"), at(1'760'947'200'000'000));
  EXPECT_EQ(parse_timestamp("2025-10-20T08:00"), at(1'760'947'200'000'000));
}

TEST(TimeText, refuses_what_is_no_timestamp) {
  for (const char* text : {"", "2025-11-23", "2025-11-23T", "2025-11-23T4:35:57", "2025-11-23T24:00:00",
                           "2025-11-23T04:60:00", "2025-11-23T04:35:57.", "2025-11-23T04:35:57+", "2025-02-29T00:00:00",
                           "2025-11-23T04:35:57Zjunk", "yesterday"}) {
    EXPECT_FALSE(parse_timestamp(text).has_value()) << text;
  }
}

TEST(TimeText, dates_are_days_that_exist) {
  EXPECT_EQ(format_date(*parse_date("2024-02-29")), "2024-02-29");
  EXPECT_EQ(format_date(*parse_date("0001-01-01")), "0001-01-01");
  EXPECT_EQ(format_date(*parse_date("9999-12-31")), "9999-12-31");
  for (const char* text : {"", "2023-02-29", "2025-13-01", "2025-1-5", "05/01/2025", "0000-01-01", "10000-01-01",
                           " 2025-01-05", "20250105", "2025-01-05T"}) {
    EXPECT_FALSE(parse_date(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace tracker
