// Every row of the contract's table of edge cases that is about a body's fields.
#include "api/inputs.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "tracker/time_text.h"

namespace api {
namespace {

ParsedBody parsed(const std::string& text, std::string_view content_type = "application/json") {
  http::Request request;
  request.body = text;
  request.headers.add("Content-Type", std::string(content_type));
  auto body = parse_body(request);
  EXPECT_TRUE(body) << text;
  return body ? *std::move(body) : ParsedBody{};
}

std::string types(const ValidationErrors& errors) {
  std::string text;
  for (const auto& error : errors) {
    const auto* field = std::get_if<std::string>(&error.location.field);
    text += (text.empty() ? "" : " ") + (field != nullptr ? *field : std::string()) + ":" + error.type;
  }
  return text;
}

// The name that is taken, or the errors.
std::string athlete(const std::string& json) {
  const auto name = read_athlete_input(parsed(json));
  return name ? "'" + *name + "'" : types(name.error());
}

// A session whose named field is `json`, everything else being right. "": the field is absent.
std::expected<tracker::SessionInput, ValidationErrors> session(const std::string& field, const std::string& json) {
  std::map<std::string, std::string> members = {
      {"athlete_id", R"("a")"}, {"date", R"("2025-10-23")"}, {"duration", "45"}, {"distance", "8.5"}};
  members[field] = json;
  std::string text;
  for (const auto& [name, value] : members) {
    if (!value.empty()) text += (text.empty() ? "{\"" : ",\"") + name + "\":" + value;
  }
  return read_session_input(parsed(text + "}"));
}
std::string problem(const std::string& field, const std::string& json) {
  const auto input = session(field, json);
  return input ? "none" : types(input.error());
}
double duration(const std::string& json) {
  const auto input = session("duration", json);
  EXPECT_TRUE(input) << json << ": " << types(input.error());
  return input ? input->duration_minutes : -1;
}
std::string date(const std::string& json) {
  const auto input = session("date", json);
  return input ? tracker::format_date(input->date) : types(input.error());
}

TEST(AthleteInput, is_a_trimmed_name) {
  EXPECT_EQ(athlete(R"({"name":"  pad  "})"), "'pad'");
  EXPECT_EQ(athlete(R"({"name":"<script>"})"), "'<script>'");
  EXPECT_EQ(athlete(R"({"name":"a\tb\u0000c😀"})"), std::string("'a\tb\0c😀'", 11));
}
TEST(AthleteInput, is_not_blank) {
  EXPECT_EQ(athlete(R"({"name":""})"), "name:string_too_short");
  EXPECT_EQ(athlete(R"({"name":" \u00a0 "})"), "name:string_too_short");
}
TEST(AthleteInput, has_up_to_200_code_points_after_trimming) {
  std::string emoji;
  for (int index = 0; index < 200; ++index) emoji += "😀";
  EXPECT_EQ(athlete(R"({"name":" )" + emoji + R"( "})"), "'" + emoji + "'");
  EXPECT_EQ(athlete(R"({"name":")" + emoji + R"(x"})"), "name:string_too_long");
}
TEST(AthleteInput, is_text) {
  EXPECT_EQ(athlete("{}"), "name:missing");
  for (const auto* value : {"null", "5", "true", "[]", "{}"}) {
    EXPECT_EQ(athlete("{\"name\":" + std::string(value) + "}"), "name:string_type") << value;
  }
}
TEST(AthleteInput, refuses_lone_surrogates_by_name) {
  EXPECT_EQ(athlete(R"({"name":"\ud800"})"), "name:string_unicode");
  EXPECT_EQ(athlete(R"({"name":"\udc00 after"})"), "name:string_unicode");
  EXPECT_EQ(athlete(R"({"name":"\ud83d\ude00"})"), "'😀'");
}
TEST(AthleteInput, takes_the_last_of_duplicates_and_ignores_what_it_does_not_know) {
  EXPECT_EQ(athlete(R"({"name":"a","id":"mine","name":"b"})"), "'b'");
}

TEST(SessionInput, needs_four_fields_and_reports_all_errors_in_their_order) {
  const auto input = read_session_input(parsed("{}"));
  ASSERT_FALSE(input);
  EXPECT_EQ(types(input.error()), "athlete_id:missing date:missing duration:missing distance:missing");
  const auto wrong = read_session_input(
      parsed(R"({"rpe":11,"sport":1,"notes":5,"distance":"abc","duration":-1,"date":"2025-1-5","athlete_id":null})"));
  ASSERT_FALSE(wrong);
  EXPECT_EQ(types(wrong.error()),
            "athlete_id:string_type date:date_from_datetime_parsing duration:greater_than_equal "
            "distance:float_parsing notes:string_type sport:string_type rpe:less_than_equal");
}
TEST(SessionInput, takes_numbers_and_numeric_text) {
  EXPECT_EQ(duration("0"), 0);
  EXPECT_TRUE(std::signbit(duration("-0.0")));
  EXPECT_EQ(duration(R"("45.5")"), 45.5);
  EXPECT_EQ(duration(R"(" 12 ")"), 12);
  EXPECT_EQ(duration(R"("1e3")"), 1000);
  EXPECT_EQ(duration("5e-324"), 5e-324);
  EXPECT_EQ(duration("1e-400"), 0);
  EXPECT_EQ(duration("1000000"), 1e6);
}
TEST(SessionInput, refuses_other_durations_and_distances) {
  for (const std::string field : {"duration", "distance"}) {
    EXPECT_EQ(problem(field, "-1"), field + ":greater_than_equal");
    EXPECT_EQ(problem(field, "-5e-324"), field + ":greater_than_equal");
    EXPECT_EQ(problem(field, R"("abc")"), field + ":float_parsing");
    EXPECT_EQ(problem(field, R"("")"), field + ":float_parsing");
    EXPECT_EQ(problem(field, "null"), field + ":float_type");
    EXPECT_EQ(problem(field, "[]"), field + ":float_type");
    EXPECT_EQ(problem(field, "true"), field + ":float_type");
    EXPECT_EQ(problem(field, "1000000.1"), field + ":less_than_equal");
    EXPECT_EQ(problem(field, "1e308"), field + ":less_than_equal");
    EXPECT_EQ(problem(field, ""), field + ":missing");
  }
}
TEST(SessionInput, refuses_numbers_that_are_not_finite_by_name) {
  for (const std::string value :
       {"NaN", "Infinity", "-Infinity", "1e400", "-1e400", R"("NaN")", R"("inf")", R"("-Infinity")", R"("1e400")"}) {
    EXPECT_EQ(problem("duration", value), "duration:finite_number") << value;
  }
  EXPECT_EQ(problem("duration", "1" + std::string(400, '0')), "duration:finite_number");
}
TEST(SessionInput, takes_a_date_as_day_midnight_or_unix_time) {
  EXPECT_EQ(date(R"("0001-01-01")"), "0001-01-01");
  EXPECT_EQ(date(R"("9999-12-31")"), "9999-12-31");
  EXPECT_EQ(date(R"("2025-10-23T00:00:00Z")"), "2025-10-23");
  EXPECT_EQ(date("1699920000"), "2023-11-14");
}
TEST(SessionInput, refuses_other_dates) {
  EXPECT_EQ(date(R"("2023-02-29")"), "date:date_from_datetime_parsing");
  EXPECT_EQ(date(R"("0000-01-01")"), "date:date_parsing");
  EXPECT_EQ(date(R"("20250105")"), "date:date_from_datetime_inexact");
  EXPECT_EQ(date(R"("2025-10-23T12:00:00")"), "date:date_from_datetime_inexact");
  for (const auto* value : {"null", "true", "[]", "{}"}) EXPECT_EQ(date(value), "date:date_type") << value;
  EXPECT_EQ(date("NaN"), "date:date_from_datetime_parsing");
}
TEST(SessionInput, takes_notes_of_up_to_1000_code_points) {
  std::string emoji;
  for (int index = 0; index < 1000; ++index) emoji += "😀";
  EXPECT_EQ(session("notes", "\"" + emoji + "\"")->notes, emoji);
  EXPECT_EQ(problem("notes", "\"" + emoji + "x\""), "notes:string_too_long");
  EXPECT_EQ(session("notes", "null")->notes, "");
  EXPECT_EQ(session("notes", R"("  blanks  ")")->notes, "  blanks  ");
  EXPECT_EQ(problem("notes", "5"), "notes:string_type");
  EXPECT_EQ(problem("notes", R"("\ud800")"), "notes:string_unicode");
}
TEST(SessionInput, takes_any_athlete_id_that_is_text) {
  EXPECT_EQ(session("athlete_id", R"("")")->athlete_id, "");
  EXPECT_EQ(problem("athlete_id", "5"), "athlete_id:string_type");
}
TEST(SessionInput, takes_sport_and_rpe_where_they_are_set) {
  EXPECT_EQ(session("sport", R"(" Trail run ")")->sport, "Trail run");
  EXPECT_EQ(session("sport", R"("  ")")->sport, std::nullopt);
  EXPECT_EQ(session("sport", "null")->sport, std::nullopt);
  EXPECT_EQ(problem("sport", "\"" + std::string(101, 's') + "\""), "sport:string_too_long");
  EXPECT_EQ(session("rpe", "7.5")->rpe, 7.5);
  EXPECT_EQ(session("rpe", "null")->rpe, std::nullopt);
  EXPECT_EQ(problem("rpe", "10.5"), "rpe:less_than_equal");
  EXPECT_EQ(problem("rpe", "-1"), "rpe:greater_than_equal");
}

TEST(SessionInput, is_excluded_from_records_where_that_is_said) {
  EXPECT_TRUE(session("excludedFromRecords", "true")->excluded_from_records);
  for (const auto* absent : {"", "null", "false"}) {
    EXPECT_FALSE(session("excludedFromRecords", absent)->excluded_from_records);
  }
  for (const auto* wrong : {"1", R"("true")", "[]"}) {
    EXPECT_EQ(problem("excludedFromRecords", wrong), "excludedFromRecords:bool_parsing");
  }
}

constexpr std::string_view complete = R"({"athlete_id":"a","date":"2025-10-23","duration":45,"distance":8.5)";

std::string restored_problem(const std::string& more) {
  const auto read = read_restored_session(parsed(std::string(complete) + "," + more + "}"));
  return read ? "none" : types(read.error());
}
TEST(RestoredSession, brings_its_times_and_origin_along) {
  const auto read = read_restored_session(
      parsed(std::string(complete) +
             R"(,"id":"x","rpe":3,"createdAt":"2025-10-20T08:00:00.5Z","updatedAt":"2025-10-21T08:00:00",)"
             R"("source":"strava:1","startTime":"2025-10-20T07:00:00+02:00"})"));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->input.rpe, 3.0);
  EXPECT_EQ(read->created_at, "2025-10-20T08:00:00.500000+00:00");  // as every timestamp is stored
  EXPECT_EQ(read->updated_at, "2025-10-21T08:00:00+00:00");
  EXPECT_EQ(read->source, "strava:1");
  EXPECT_EQ(read->start_time, "2025-10-20T07:00:00+02:00");
  EXPECT_EQ(read->id, std::nullopt);
}
TEST(RestoredSession, needs_none_of_them) {
  const auto read = read_restored_session(
      parsed(std::string(complete) + R"(,"createdAt":null,"updatedAt":null,"source":"","startTime":null})"));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->created_at, std::nullopt);
  EXPECT_EQ(read->updated_at, std::nullopt);
  EXPECT_EQ(read->source, std::nullopt);
  EXPECT_EQ(read->start_time, std::nullopt);
}
TEST(RestoredSession, all_that_is_wrong_is_named_in_the_order_of_the_fields) {
  const auto wrong = read_restored_session(
      parsed(R"({"startTime":1,"source":2,"updatedAt":"","createdAt":"yesterday","duration":-1})"));
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(types(wrong.error()),
            "athlete_id:missing date:missing duration:greater_than_equal distance:missing createdAt:value_error "
            "updatedAt:value_error source:string_type startTime:string_type");
}
TEST(RestoredSession, times_are_of_the_years_that_there_are) {
  for (const auto* time : {"0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-01:00", "2025-10-20", "5"}) {
    EXPECT_EQ(restored_problem(R"("createdAt":")" + std::string(time) + "\""), "createdAt:value_error") << time;
  }
  EXPECT_EQ(restored_problem(R"("updatedAt":1761000000)"), "updatedAt:string_type");
}
TEST(RestoredSession, texts_have_a_limit) {
  const auto text = [](std::size_t characters) { return "\"" + std::string(characters, 'x') + "\""; };
  EXPECT_EQ(restored_problem(R"("source":)" + text(source_characters_max)), "none");
  EXPECT_EQ(restored_problem(R"("source":)" + text(source_characters_max + 1)), "source:string_too_long");
  EXPECT_EQ(restored_problem(R"("startTime":)" + text(start_time_characters_max)), "none");
  EXPECT_EQ(restored_problem(R"("startTime":)" + text(start_time_characters_max + 1)), "startTime:string_too_long");
}

}  // namespace
}  // namespace api
