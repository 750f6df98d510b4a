#include "operations/decimal_number.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "operations/duration.h"

namespace operations {
namespace {

constexpr double error = -12345;
double read(std::string_view text, DecimalMark mark) {
  return parse_number(text, mark).value_or(error);
}
double seconds(std::string_view text, DurationUnit unit = DurationUnit::minutes) {
  return parse_duration_seconds(text, unit, DecimalMark::point).value_or(error);
}

TEST(DecimalNumber, reads_numbers_with_either_mark) {
  EXPECT_EQ(read("3.40", DecimalMark::point), 3.4);
  EXPECT_EQ(read("3,40", DecimalMark::comma), 3.4);
  EXPECT_EQ(read("1,234.5", DecimalMark::point), 1234.5);
  EXPECT_EQ(read("1.234,5", DecimalMark::comma), 1234.5);
  EXPECT_EQ(read("1'234.5", DecimalMark::point), 1234.5);
  EXPECT_EQ(read("1\u00A0234,5", DecimalMark::comma), 1234.5);
  EXPECT_EQ(read("-1.5E-05", DecimalMark::point), -1.5e-05);
  EXPECT_EQ(read("+7", DecimalMark::point), 7);
}

TEST(DecimalNumber, reads_the_same_digits_by_the_mark_of_their_column) {
  EXPECT_EQ(read("1,234", DecimalMark::point), 1234);
  EXPECT_EQ(read("1,234", DecimalMark::comma), 1.234);
  EXPECT_EQ(read("1.234", DecimalMark::comma), 1234);
}

TEST(DecimalNumber, refuses_what_is_no_number_in_the_columns_way) {
  for (const char* text :
       {"", "-", "abc", "3,40", "1.2.3", "12,34.5", "1e400", "nan", "inf", "0x10", "1 2", "3.4o", "--5"}) {
    EXPECT_EQ(read(text, DecimalMark::point), error) << text;
  }
}

TEST(DecimalNumber, says_what_a_cell_tells_of_its_mark) {
  EXPECT_EQ(mark_evidence("3,40"), MarkEvidence::comma);
  EXPECT_EQ(mark_evidence("3.4"), MarkEvidence::point);
  EXPECT_EQ(mark_evidence("1,234"), MarkEvidence::ambiguous);
  EXPECT_EQ(mark_evidence("0,234"), MarkEvidence::comma);
  EXPECT_EQ(mark_evidence("1234,567"), MarkEvidence::comma);
  EXPECT_EQ(mark_evidence("1,234,567"), MarkEvidence::point);
  EXPECT_EQ(mark_evidence("1.234,56"), MarkEvidence::comma);
  EXPECT_EQ(mark_evidence("5,02 km"), MarkEvidence::comma);
  EXPECT_EQ(mark_evidence("00:04:33,1"), MarkEvidence::none);
  EXPECT_EQ(mark_evidence("Run, 5.5"), MarkEvidence::none);
}

RC_GTEST_PROP(DecimalNumber, reads_back_what_either_mark_writes, (std::int32_t thousandths)) {
  const double value = thousandths / 1000.0;
  std::string text = fmt::format("{:.3f}", value);
  RC_ASSERT(read(text, DecimalMark::point) == value);
  text[text.find('.')] = ',';
  RC_ASSERT(read(text, DecimalMark::comma) == value);
}

TEST(Duration, reads_the_durations_of_the_exports) {
  EXPECT_EQ(seconds("26:42"), 1602);
  EXPECT_EQ(seconds("1:06:06"), 3966);
  EXPECT_DOUBLE_EQ(seconds("00:04:33,1"), 273.1);
  EXPECT_DOUBLE_EQ(seconds("00:04:33.25"), 273.25);
  EXPECT_EQ(seconds("100:00:00"), 360000);
}

TEST(Duration, reads_what_people_type) {
  EXPECT_EQ(seconds("1h5m"), 3900);
  EXPECT_EQ(seconds("1h05"), 3900);
  EXPECT_EQ(seconds("45 min"), 2700);
  EXPECT_EQ(seconds("1 h 5 min 30,5 s"), 3930.5);
  EXPECT_EQ(seconds("1,5 Std."), 5400);
  EXPECT_EQ(seconds("PT1H5M3S"), 3903);
  EXPECT_EQ(seconds("90"), 5400);
  EXPECT_EQ(seconds("2833.0", DurationUnit::seconds), 2833);
  EXPECT_EQ(seconds("1.5", DurationUnit::hours), 5400);
  EXPECT_EQ(seconds("1:30", DurationUnit::clock_hours_minutes), 5400);
}

TEST(Duration, refuses_what_is_no_duration) {
  for (const char* text :
       {"", "1:60", "1:2:3:4", "1:2", "5m1h", "1 parsec", "12:34:", "::", "h", "9999999999:00", "1:-5"}) {
    EXPECT_EQ(seconds(text), error) << text;
  }
}

RC_GTEST_PROP(Duration, reads_back_every_clock_form, ()) {
  const int total = *rc::gen::inRange(0, 1'000'000);
  RC_ASSERT(seconds(fmt::format("{}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60)) == total);
  RC_ASSERT(seconds(fmt::format("{}:{:02}", total / 60, total % 60)) == total);
  RC_ASSERT(seconds(fmt::format("{}h {}m {}s", total / 3600, total / 60 % 60, total % 60)) == total);
}

}  // namespace
}  // namespace operations
