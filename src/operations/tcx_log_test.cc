#include "operations/tcx_log.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "operations/limits.h"

namespace operations {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view activity =
    "<Activity Sport=\"Biking\"><Id>2024-03-02T23:30:00.500Z</Id>\n"
    "<Lap StartTime=\"2024-03-02T23:30:00Z\"><TotalTimeSeconds>60.5</TotalTimeSeconds>"
    "<DistanceMeters>400.25</DistanceMeters><Calories>4</Calories><Track><Trackpoint>"
    "<Time>2024-03-02T23:30:00Z</Time><DistanceMeters>9999</DistanceMeters>"
    "<Extensions><x:TotalTimeSeconds>5</x:TotalTimeSeconds></Extensions></Trackpoint></Track></Lap>\n"
    "<Lap StartTime=\"2024-03-02T23:31:00Z\"><TotalTimeSeconds>59.5</TotalTimeSeconds>"
    "<DistanceMeters>200</DistanceMeters></Lap>\n"
    "<Notes> To the sea &amp; back\n</Notes></Activity>\n";

std::string file(std::string_view activities) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TrainingCenterDatabase xmlns=\"http://example.org/tcd\" "
      "xmlns:x=\"http://example.org/other\"><Activities>\n{}</Activities></TrainingCenterDatabase>\n",
      activities);
}
std::string replaced(std::string_view from, std::string_view to) {
  std::string text{activity};
  text.replace(text.find(from), from.size(), to);
  return file(text);
}
TrainingLog parse(std::string_view bytes) {
  auto log = parse_tcx_log(bytes, {});
  EXPECT_TRUE(log) << describe("test.tcx", log.error());
  return log ? std::move(*log) : TrainingLog{};
}
InputError error_of(std::string_view bytes) {
  const auto log = parse_tcx_log(bytes, {});
  EXPECT_FALSE(log);
  return log ? InputError{} : log.error();
}
std::string row_error(std::string_view bytes) {
  const auto log = parse(bytes);
  EXPECT_EQ(log.rows.size(), 1U);
  return log.rows.at(0).session ? "" : log.rows[0].session.error();
}

TEST(TcxLog, sums_the_laps_of_an_activity) {
  const auto log = parse(file(activity));
  EXPECT_EQ(log.format, LogFormat::tcx);
  ASSERT_EQ(log.rows.size(), 1U);
  EXPECT_EQ(log.rows[0].line, 3U);
  const auto& ride = log.rows[0].session.value();
  EXPECT_EQ(ride.input.date, std::chrono::March / 2 / 2024);
  EXPECT_DOUBLE_EQ(ride.input.duration_minutes, 2);
  EXPECT_DOUBLE_EQ(ride.input.distance_km, 0.60025);
  EXPECT_EQ(ride.input.sport, "Ride");
  EXPECT_EQ(ride.input.notes, "To the sea & back");
  EXPECT_EQ(ride.source, "device:2024-03-02T23:30:00Z");
}
TEST(TcxLog, takes_the_start_of_the_first_lap_where_the_id_is_no_time) {
  const auto log = parse(replaced("2024-03-02T23:30:00.500Z", "my ride"));
  EXPECT_EQ(log.rows.at(0).session->start_time, "2024-03-02T23:30:00Z");
}
TEST(TcxLog, reads_the_sports_of_a_multisport_session_without_the_transitions) {
  const auto log = parse(file(fmt::format(
      "<MultiSportSession><FirstSport>{}</FirstSport><NextSport><Transition StartTime=\"2024-03-03T00:00:00Z\">"
      "<TotalTimeSeconds>9</TotalTimeSeconds></Transition>{}</NextSport></MultiSportSession>",
      activity, activity)));
  ASSERT_EQ(log.rows.size(), 2U);
  EXPECT_EQ(log.rows[1].session->source, "device:2024-03-02T23:30:00Z#2");
  EXPECT_THAT(log.notices, ElementsAre(HasSubstr("transition")));
}
TEST(TcxLog, says_in_its_row_what_an_activity_lacks) {
  EXPECT_THAT(row_error(file("<Activity Sport=\"Running\"><Id>2024-03-02T23:30:00Z</Id></Activity>")),
              HasSubstr("no duration"));
  EXPECT_THAT(row_error(file("<Activity/>")), HasSubstr("no start time"));
  EXPECT_THAT(row_error(replaced("60.5", "sixty")), HasSubstr("'sixty'"));
  EXPECT_THAT(row_error(replaced("60.5", "-60.5")), HasSubstr("duration"));
  EXPECT_THAT(row_error(replaced("60.5", "1e300")), HasSubstr("1,000,000 minutes"));
  EXPECT_THAT(row_error(replaced("400.25", "NaN")), HasSubstr("distance"));
}
TEST(TcxLog, refuses_courses_and_other_xml) {
  EXPECT_THAT(error_of("<TrainingCenterDatabase><Courses/></TrainingCenterDatabase>").message,
              HasSubstr("no activity"));
  EXPECT_THAT(error_of("<gpx><Activities/></gpx>").message, HasSubstr("no TCX"));
}
TEST(TcxLog, refuses_a_file_that_is_cut_off_anywhere) {
  const auto whole = file(activity);
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {  // the last byte is only a line end
    const auto log = parse_tcx_log(whole.substr(0, size), {});
    ASSERT_FALSE(log) << size;
    EXPECT_TRUE(log.error().message.ends_with('.')) << log.error().message;
  }
  EXPECT_THAT(error_of(whole.substr(0, 300)).message, HasSubstr("cut off"));
}
TEST(TcxLog, refuses_entities_before_they_are_expanded) {
  std::string laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE TrainingCenterDatabase [\n<!ENTITY a0 \"ha\">\n";
  for (int level = 1; level < 30; ++level) {
    laughs += fmt::format("<!ENTITY a{} \"&a{};&a{};&a{};\">\n", level, level - 1, level - 1, level - 1);
  }
  laughs += "]>\n<TrainingCenterDatabase>&a29;</TrainingCenterDatabase>";
  const auto error = error_of(laughs);
  EXPECT_THAT(error.message, HasSubstr("DOCTYPE"));
  EXPECT_EQ(error.line, 2U);
  EXPECT_THAT(
      error_of("<!DOCTYPE TrainingCenterDatabase SYSTEM \"file:///etc/passwd\"><TrainingCenterDatabase/>").message,
      HasSubstr("DOCTYPE"));
  EXPECT_THAT(error_of("<TrainingCenterDatabase>&undefined;</TrainingCenterDatabase>").message, HasSubstr("damaged"));
}
TEST(TcxLog, refuses_what_is_nested_too_deep_or_never_ends) {
  std::string deep;
  for (std::size_t level = 0; level < 100'000; ++level) deep += "<a>";
  EXPECT_THAT(error_of("<TrainingCenterDatabase>" + deep).message, HasSubstr("nested deeper than 64"));
  const std::string endless(limits::xml_token_bytes_max * 4, 'x');
  EXPECT_THAT(error_of("<TrainingCenterDatabase><Activity Sport=\"" + endless).message,
              HasSubstr("longer than 256 KiB"));
  EXPECT_THAT(error_of("<TrainingCenterDatabase><!-- " + endless).message, HasSubstr("longer than 256 KiB"));
}
TEST(TcxLog, cuts_long_notes_with_a_notice) {
  const std::string notes(1500, 'n');
  const auto log = parse(replaced(" To the sea &amp; back\n", notes));
  EXPECT_EQ(log.rows.at(0).session->input.notes, notes.substr(0, 999) + "…");
  EXPECT_THAT(log.rows[0].notice, HasSubstr("1000"));
}
TEST(TcxLog, refuses_another_character_set_than_it_knows) {
  EXPECT_THAT(error_of("<?xml version='1.0' encoding='EBCDIC-US'?><TrainingCenterDatabase/>").message,
              HasSubstr("encoding"));
  EXPECT_THAT(error_of("<TrainingCenterDatabase>\xFF\xFE</TrainingCenterDatabase>").message, HasSubstr("damaged"));
}

}  // namespace
}  // namespace operations
