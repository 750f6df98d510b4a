#include "operations/training_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace operations {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

std::string contents(const std::string& name) {
  std::ifstream file(TT_SOURCE_DIR "/src/operations/testdata/" + name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TrainingLog parse(std::string_view text, const LogOptions& options = {}) {
  auto log = parse_training_log(text, options);
  EXPECT_TRUE(log) << describe("test", log.error());
  return log ? std::move(*log) : TrainingLog{};
}
InputError error_of(std::string_view text, const LogOptions& options = {}) {
  const auto log = parse_training_log(text, options);
  EXPECT_FALSE(log);
  return log ? InputError{} : log.error();
}
const tracker::ImportedSession& session(const TrainingLog& log, std::size_t row) {
  EXPECT_TRUE(log.rows.at(row).session) << log.rows[row].session.error();
  return log.rows[row].session.value();
}
std::vector<std::string> sources(const TrainingLog& log) {
  std::vector<std::string> found;
  for (const auto& row : log.rows) found.push_back(row.session ? row.session->source.value_or("none") : "error");
  return found;
}

TEST(TrainingLog, reads_a_garmin_export_with_decimal_commas) {
  const auto log = parse(contents("garmin.csv"));
  EXPECT_EQ(log.format, LogFormat::garmin);
  ASSERT_EQ(log.rows.size(), 4U);
  const auto& run = session(log, 0);
  EXPECT_EQ(run.input.date, 2024y / 3 / 2);
  EXPECT_DOUBLE_EQ(run.input.duration_minutes, 52 + 31 / 60.0);
  EXPECT_DOUBLE_EQ(run.input.distance_km, 10.42);
  EXPECT_EQ(run.input.notes, "Dunes at dawn");
  EXPECT_EQ(run.input.sport, "Running");
  EXPECT_EQ(run.source, "garmin:2024-03-02T08:15:30");
  EXPECT_EQ(run.start_time, "2024-03-02T08:15:30");
  EXPECT_DOUBLE_EQ(session(log, 1).input.duration_minutes, 48 + 12.4 / 60);
  EXPECT_EQ(session(log, 3).input.distance_km, 0);
}

TEST(TrainingLog, takes_the_distance_of_garmins_swims_as_metres) {
  EXPECT_DOUBLE_EQ(session(parse(contents("garmin.csv")), 2).input.distance_km, 1.5);
  EXPECT_DOUBLE_EQ(session(parse(contents("garmin_english.csv")), 1).input.distance_km, 1.5);
  EXPECT_DOUBLE_EQ(session(parse(contents("garmin_german.csv")), 1).input.distance_km, 1.5);
  LogOptions miles;
  miles.distance_unit = DistanceUnit::miles;
  const auto log = parse(contents("garmin_english.csv"), miles);
  EXPECT_DOUBLE_EQ(session(log, 0).input.distance_km, 5.02 * 1.609344);
  EXPECT_DOUBLE_EQ(session(log, 1).input.distance_km, 1500 * 0.9144 / 1000);
}

TEST(TrainingLog, reads_a_german_garmin_export) {
  const auto log = parse(contents("garmin_german.csv"));
  EXPECT_EQ(log.format, LogFormat::garmin);
  EXPECT_DOUBLE_EQ(session(log, 0).input.distance_km, 10.42);
  EXPECT_EQ(session(log, 0).input.notes, "Dünenlauf");
}

TEST(TrainingLog, reads_a_strava_export_by_its_second_distance_and_moving_time) {
  const auto log = parse(contents("strava.csv"));
  EXPECT_EQ(log.format, LogFormat::strava);
  ASSERT_EQ(log.rows.size(), 4U);
  const auto& ride = session(log, 0);
  EXPECT_EQ(ride.input.duration_minutes, 55);
  EXPECT_DOUBLE_EQ(ride.input.distance_km, 25.500400390625);
  EXPECT_EQ(ride.input.notes, "Morning Ride\nHeadwind out,\ntailwind home");
  EXPECT_EQ(ride.input.rpe, 6);
  EXPECT_EQ(ride.source, "strava:9000000001");
  EXPECT_EQ(ride.start_time, "2024-03-02T07:15:30Z");
  EXPECT_EQ(log.rows[1].line, 4U);
  EXPECT_EQ(session(log, 2).input.distance_km, 10);       // not the 5.4 nautical miles
  EXPECT_EQ(session(log, 3).input.duration_minutes, 45);  // moving time 0: the elapsed time
  EXPECT_EQ(session(log, 1).input.date, 2024y / 3 / 2);
}

TEST(TrainingLog, finds_the_day_of_a_utc_export_in_the_given_time_zone) {
  LogOptions options;
  options.time_zone = "Europe/Berlin";
  const auto log = parse(contents("strava.csv"), options);
  EXPECT_EQ(session(log, 0).input.date, 2024y / 3 / 2);
  EXPECT_EQ(session(log, 1).input.date, 2024y / 3 / 3);
  EXPECT_EQ(session(log, 1).start_time, "2024-03-02T23:45:00Z");
  // Garmin writes local time already.
  EXPECT_EQ(session(parse(contents("garmin.csv"), options), 1).input.date, 2024y / 3 / 1);
  options.time_zone = "Mars/Olympus";
  EXPECT_THAT(error_of(contents("strava.csv"), options).message, HasSubstr("no time zone 'Mars/Olympus'"));
}

TEST(TrainingLog, reads_a_german_strava_export) {
  const auto log = parse(contents("strava_german.csv"));
  EXPECT_EQ(log.format, LogFormat::strava);
  EXPECT_EQ(session(log, 0).input.duration_minutes, 55);
  EXPECT_DOUBLE_EQ(session(log, 0).input.distance_km, 25.5004);
  EXPECT_EQ(session(log, 0).source, "strava:9100000001");
}

TEST(TrainingLog, reads_what_stravas_api_calls_columns) {
  const auto log = parse(contents("strava_api.csv"));
  EXPECT_EQ(session(log, 0).input.date, 2024y / 3 / 3);
  EXPECT_EQ(session(log, 0).input.duration_minutes, 30);
  EXPECT_DOUBLE_EQ(session(log, 0).input.distance_km, 5.0125);
  EXPECT_EQ(session(log, 0).source, "strava:42");
}

TEST(TrainingLog, reads_a_runkeeper_export_in_miles_and_in_km) {
  const auto log = parse(contents("runkeeper.csv"));
  EXPECT_EQ(log.format, LogFormat::runkeeper);
  EXPECT_DOUBLE_EQ(session(log, 0).input.distance_km, 6.2 * 1.609344);
  EXPECT_DOUBLE_EQ(session(log, 0).input.duration_minutes, 55 + 47 / 60.0);
  EXPECT_EQ(session(log, 0).input.notes, "Nice run. \"Hot\", though");
  EXPECT_EQ(session(log, 1).input.notes, "River Loop\nHalf marathon, done!");
  EXPECT_THAT(sources(log), ElementsAre("runkeeper:aaaa-1", "runkeeper:aaaa-2"));
  const auto km = parse(contents("runkeeper_km.csv"));
  EXPECT_DOUBLE_EQ(session(km, 0).input.distance_km, 9.98);
  EXPECT_THAT(sources(km), ElementsAre("runkeeper:2013-05-04T09:30:00"));
}

TEST(TrainingLog, reads_spreadsheets_in_german_dutch_and_american_manners) {
  const auto german = parse(contents("spreadsheet_german.csv"));
  EXPECT_EQ(session(german, 0).input.date, 2024y / 3 / 5);
  EXPECT_EQ(session(german, 0).input.duration_minutes, 45);
  EXPECT_DOUBLE_EQ(session(german, 0).input.distance_km, 8.5);
  EXPECT_EQ(session(german, 0).input.notes, "ruhig;\r\nlocker");
  EXPECT_EQ(session(german, 0).source, "csv:2024-03-05T07:30:00");
  EXPECT_EQ(session(german, 1).input.duration_minutes, 65);
  EXPECT_EQ(session(german, 1).input.rpe, 7.5);
  const auto dutch = parse(contents("spreadsheet_dutch.csv"));
  EXPECT_EQ(session(dutch, 1).input.date, 2024y / 4 / 3);  // the other date of the file says: day first
  EXPECT_DOUBLE_EQ(session(dutch, 1).input.distance_km, 32.25);
  const auto american = parse(contents("american.tsv"));
  EXPECT_EQ(session(american, 1).input.date, 2024y / 4 / 3);
  EXPECT_DOUBLE_EQ(session(american, 0).input.distance_km, 5 * 1.609344);
  EXPECT_EQ(session(american, 1).input.duration_minutes, 30.5);
}

TEST(TrainingLog, numbers_equal_rows_so_that_both_stay) {
  EXPECT_THAT(sources(parse(contents("spreadsheet_dutch.csv"))),
              ElementsAre("csv:2024-03-25/45.0min/8.5km/Hardlopen", "csv:2024-04-03/65.0min/32.25km/Fietsen",
                          "csv:2024-04-03/65.0min/32.25km/Fietsen#2"));
}

TEST(TrainingLog, gives_rows_the_same_sources_in_whatever_order_they_stand) {
  const std::string header = "Date,Duration,Distance,Notes\n";
  const std::string first = "2024-03-02 10:00:00,45,8.5,a\n";
  const std::string second = "2024-03-02 10:00:00,30,5.5,b\n";
  const auto one = parse(header + first + second);
  const auto other = parse(header + second + first);
  EXPECT_EQ(session(one, 0).source, session(other, 1).source);
  EXPECT_EQ(session(one, 1).source, session(other, 0).source);
  EXPECT_NE(session(one, 0).source, session(one, 1).source);
}

TEST(TrainingLog, finds_columns_by_name_in_any_place) {
  const auto log = parse("Notes,Distance [km],Sport,DATE,duration_min\nhard,8.5,Run,2024-03-02,45\n");
  EXPECT_EQ(session(log, 0).input.duration_minutes, 45);
  EXPECT_EQ(session(log, 0).input.distance_km, 8.5);
  EXPECT_EQ(session(log, 0).input.sport, "Run");
  EXPECT_EQ(session(log, 0).input.notes, "hard");
}

TEST(TrainingLog, takes_the_unit_from_header_cell_or_option) {
  EXPECT_DOUBLE_EQ(session(parse("Date,Duration,Distance (m)\n2024-03-02,45,8500\n"), 0).input.distance_km, 8.5);
  EXPECT_DOUBLE_EQ(session(parse("Date,Duration,Distance\n2024-03-02,45,5 mi\n"), 0).input.distance_km, 5 * 1.609344);
  LogOptions options;
  options.distance_unit = DistanceUnit::metres;
  EXPECT_DOUBLE_EQ(session(parse("Date,Duration,Distance\n2024-03-02,45,8500\n", options), 0).input.distance_km, 8.5);
  EXPECT_DOUBLE_EQ(session(parse("Date,Duration (s),Distance\n2024-03-02,90,1\n"), 0).input.duration_minutes, 1.5);
}

TEST(TrainingLog, asks_for_the_date_order_where_no_date_of_the_file_tells) {
  const std::string text = "Date,Duration\n3/4/2024,45\n5/6/2024,30\n";
  const auto error = error_of(text);
  EXPECT_EQ(error.line, 2U);
  EXPECT_EQ(error.fault, InputFault::date_order);
  LogOptions options;
  options.date_order = DateOrder::day_first;
  EXPECT_EQ(session(parse(text, options), 0).input.date, 2024y / 4 / 3);
}

TEST(TrainingLog, asks_for_the_decimal_mark_where_no_number_of_the_file_tells) {
  const std::string text = "Date,Duration,Distance\n2024-03-02,45,\"1,234\"\n";
  const auto error = error_of(text);
  EXPECT_EQ(error.line, 2U);
  EXPECT_EQ(error.fault, InputFault::decimal_mark);
  LogOptions options;
  options.decimal_mark = DecimalMark::comma;
  EXPECT_EQ(session(parse(text, options), 0).input.distance_km, 1.234);
}

TEST(TrainingLog, reads_a_doubtful_number_by_what_the_rest_of_the_file_shows) {
  EXPECT_EQ(
      session(parse("Date,Duration,Distance\n2024-03-02,45,\"1,234\"\n2024-03-03,45,\"3,40\"\n"), 0).input.distance_km,
      1.234);
  EXPECT_EQ(session(parse("Date,Duration,Distance,Pace\n2024-03-02,45,\"1,234\",5.25\n"), 0).input.distance_km, 1234);
  EXPECT_EQ(session(parse("Date,Duration,Distance\n2024-03-02,45,1.234\n"), 0).input.distance_km, 1.234);
}

TEST(TrainingLog, reports_each_broken_row_with_its_line_and_keeps_the_others) {
  const auto log = parse(contents("broken_rows.csv"));
  std::vector<std::string> verdicts;
  for (const auto& row : log.rows) {
    verdicts.push_back(std::to_string(row.line) + " " + (row.session ? "good" : row.session.error()));
  }
  EXPECT_THAT(verdicts,
              ElementsAre("2 good", "3 the date '2024-02-30' is not a day of the calendar.",
                          HasSubstr("4 the duration 'fast' is not a duration"), HasSubstr("5 the row has 5 fields"),
                          "7 there is no duration.", "8 the duration '-5' is negative.",
                          "9 the duration '2000000' is beyond 1,000,000 minutes.",
                          "10 the distance '8.5.1' is not a number.", "11 good"));
}

TEST(TrainingLog, cuts_notes_that_are_too_long_and_says_so) {
  std::string note;
  for (int count = 0; count < 1001; ++count) note += "🏃";
  const auto log = parse("Date,Duration,Notes\n2024-03-02,45," + note + "\n");
  EXPECT_EQ(session(log, 0).input.notes.size(), 999 * 4 + std::string_view("…").size());
  EXPECT_THAT(log.rows[0].notice, HasSubstr("cut to 1000"));
  const auto fitting = parse("Date,Duration,Notes\n2024-03-02,45," + note.substr(4) + "\n");
  EXPECT_EQ(session(fitting, 0).input.notes, note.substr(4));
  EXPECT_EQ(fitting.rows[0].notice, "");
}

TEST(TrainingLog, refuses_headers_that_it_does_not_know_and_lists_them) {
  EXPECT_THAT(error_of("When,How long\n2024-03-02,45\n").message, HasSubstr("'When, How long'"));
  EXPECT_THAT(error_of("Date,Distance\n2024-03-02,45\n").message, HasSubstr("duration"));
  EXPECT_THAT(error_of("Date,Duration,Distance,Distance\n2024-03-02,45,1,2\n").message, HasSubstr("same name"));
  EXPECT_THAT(error_of("").message, HasSubstr("empty"));
}

LogOptions with_columns(ColumnChoice choice) {
  LogOptions options;
  options.columns = choice;
  return options;
}
TEST(TrainingLog, takes_the_columns_that_a_person_chose) {
  constexpr std::string_view text =
      "When,How long,Way (mi),Kind,Remarks,Feeling\n2024-03-02,45:30,2,Run,By the sea,7\n";
  const auto error = error_of(text);
  EXPECT_EQ(error.fault, InputFault::columns);
  EXPECT_EQ(error.columns.size(), 6U);
  const auto log =
      parse(text, with_columns({.date = 0, .duration = 1, .distance = 2, .sport = 3, .notes = 4, .rpe = 5}));
  const auto& input = session(log, 0).input;
  EXPECT_EQ(input.date, 2024y / 3 / 2);
  EXPECT_EQ(input.duration_minutes, 45.5);
  EXPECT_NEAR(input.distance_km, 3.218688, 1e-12);
  EXPECT_EQ(input.sport, "Run");
  EXPECT_EQ(input.notes, "By the sea");
  EXPECT_EQ(input.rpe, 7);
  ASSERT_TRUE(log.columns);
  EXPECT_EQ(log.columns->names.at(1), "How long");
}
TEST(TrainingLog, leaves_out_the_columns_that_a_person_does_not_want) {
  constexpr std::string_view text = "Date,Duration,Distance,Sport,Title,Description,RPE\n2024-03-02,45,8,Run,a,b,7\n";
  EXPECT_EQ(session(parse(text), 0).input.notes, "a\nb");
  const auto log = parse(
      text, with_columns(
                {.date = {}, .duration = {}, .distance = no_column, .sport = no_column, .notes = 5, .rpe = no_column}));
  const auto& input = session(log, 0).input;
  EXPECT_EQ(input.distance_km, 0);
  EXPECT_EQ(input.sport, std::nullopt);
  EXPECT_EQ(input.notes, "b");
  EXPECT_EQ(input.rpe, std::nullopt);
  EXPECT_EQ(error_of(text, with_columns({.date = no_column})).fault, InputFault::columns);
  EXPECT_THAT(error_of(text, with_columns({.duration = 7})).message, HasSubstr("no column 8"));
}
TEST(TrainingLog, keeps_the_unit_of_a_recognised_column_that_is_chosen) {
  // Strava's first Distance is in km, the second in metres.
  const auto chosen = parse(contents("strava.csv"));
  const int metres = static_cast<int>(chosen.columns->distance.front().index);
  const int kilometres = static_cast<int>(chosen.columns->distance.back().index);
  ASSERT_NE(metres, kilometres);
  for (const int index : {metres, kilometres}) {
    const auto log = parse(contents("strava.csv"), with_columns({.distance = index}));
    EXPECT_NEAR(session(log, 0).input.distance_km, session(chosen, 0).input.distance_km, 0.01) << index;
  }
}
TEST(TrainingLog, a_choice_solves_two_columns_of_one_name) {
  constexpr std::string_view text = "Date,Duration,Distance,Distance\n2024-03-02,45,8,9\n";
  EXPECT_EQ(error_of(text).fault, InputFault::columns);
  EXPECT_EQ(session(parse(text, with_columns({.distance = 3})), 0).input.distance_km, 9);
}

TEST(TrainingLog, reads_a_log_that_an_older_spreadsheet_saved_in_latin_1) {
  const auto log = parse("Date;Duration;Notes\n2024-03-02;45;L\xE4ufe\n");
  EXPECT_EQ(session(log, 0).input.notes, "Läufe");
  ASSERT_EQ(log.notices.size(), 1U);
}

}  // namespace
}  // namespace operations
