#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "api/import_representation.h"
#include "api/testing/test_api.h"
#include "operations/testing/fit_builder.h"

namespace api {
namespace {

using ::testing::HasSubstr;
using testing::Reply;
using testing::TestApi;

constexpr std::string_view preview = "/v1/imports/preview";
constexpr std::string_view imports = "/v1/imports";
constexpr std::string_view garmin =
    "Activity Type,Date,Favorite,Title,Distance,Time\n"
    "Running,2024-03-02 08:15:30,false,Dunes,10.42,00:52:30\n"
    "Running,2024-03-03 08:15:30,false,,8.5,00:45:00\n"
    "Running,never,false,Hills,8.5,00:45:00\n";

std::string with(std::string_view path, std::string_view query) {
  return fmt::format("{}?{}", path, query);
}
std::string total(TestApi& api) {
  const auto list = json::parse(api.get("/v1/training-sessions").body);
  return list->find("pagination")->find("total")->get_if<json::Number>()->text;
}
// The error's code in `detail`.
std::string code(const Reply& reply) {
  EXPECT_EQ(reply.status, 422) << reply.body;
  const auto value = json::parse(reply.body);
  const auto* error = value ? value->find("detail")->find("error") : nullptr;
  return error != nullptr ? *error->get_if<std::string>() : "(none) " + reply.body;
}

TEST(Imports, are_previewed_row_by_row) {
  TestApi api;
  const auto reply = api.ask("POST", with(preview, "athleteName=Ann"), garmin);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(
      reply.body,
      R"({"kind":"csv","format":"Garmin Connect export",)"
      R"("columns":["Activity Type","Date","Favorite","Title","Distance","Time"],)"
      R"("mapping":{"date":1,"duration":5,"distance":4,"sport":0,"notes":3,"rpe":-1},)"
      R"("total":3,"created":2,"duplicates":0,"errors":1,"athletesCreated":1,"notices":[],"rows":[)"
      R"({"line":2,"outcome":"created","session":{"athlete_name":"Ann","date":"2024-03-02","duration":52.5,)"
      R"("distance":10.42,"notes":"Dunes","sport":"Running"}},)"
      R"({"line":3,"outcome":"created","session":{"athlete_name":"Ann","date":"2024-03-03","duration":45.0,)"
      R"("distance":8.5,"notes":null,"sport":"Running"}},)"
      R"({"line":4,"outcome":"error","reason":"the date 'never' is not a date that is understood (2014-10-05 16:15:21 is)."}]})");
  EXPECT_EQ(api.get("/v1/athletes").body, "[]");
}
TEST(Imports, are_written_piece_by_piece_and_never_twice) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  const auto piece = [&](int first) {
    return api.ask("POST", with(imports, fmt::format("athleteId={}&firstRow={}&rowCount=2", athlete, first)), garmin);
  };
  const auto first = piece(0);
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.text("total"), "3");
  EXPECT_EQ(first.text("created"), "2");
  EXPECT_EQ(first.text("nextRow"), "2");
  const auto second = piece(2);
  EXPECT_EQ(second.text("errors"), "1");
  EXPECT_EQ(second.text("nextRow"), "null");
  EXPECT_THAT(second.body, HasSubstr(R"("rows":[{"line":4,)"));
  EXPECT_EQ(total(api), "2");
  EXPECT_EQ(piece(0).text("duplicates"), "2");
  EXPECT_EQ(total(api), "2");
}
TEST(Imports, take_all_rows_where_no_piece_is_asked_for) {
  TestApi api;
  const auto reply = api.ask("POST", with(imports, "athleteName=Ann"), garmin);
  EXPECT_EQ(reply.text("created"), "2");
  EXPECT_EQ(reply.text("nextRow"), "null");
  EXPECT_EQ(reply.text("athletesCreated"), "1");
}
TEST(Imports, find_the_day_where_the_athlete_lives) {
  TestApi api;
  const auto file = operations::testing::fit_file(operations::testing::fit_message(18, operations::testing::fit_run()));
  const auto reply = api.ask("POST", with(preview, "athleteName=Ann&timeZone=Europe%2FAmsterdam"), file);
  EXPECT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.text("kind"), "fit");
  EXPECT_EQ(reply.text("columns"), "(absent)");
  EXPECT_THAT(reply.body, HasSubstr(R"("date":"2024-03-03","duration":52.525,"distance":10.42,"notes":null,)"
                                    R"("sport":"Trail Run","rpe":6.5)"));
}
TEST(Imports, take_the_columns_that_a_person_chose) {
  TestApi api;
  constexpr std::string_view file = "When,How long,Far\n3/4/2024,\"1,5\",2\n";
  const auto refused = api.ask("POST", with(preview, "athleteName=Ann&fileName=log.csv"), file);
  EXPECT_EQ(code(refused), "COLUMNS_NOT_RECOGNISED");
  EXPECT_THAT(refused.body, HasSubstr(R"("columns":["When","How long","Far"])"));
  EXPECT_THAT(refused.body, HasSubstr("log.csv, line 1: "));
  const auto chosen = api.ask("POST",
                              with(preview,
                                   "athleteName=Ann&dateColumn=0&durationColumn=1&distanceColumn=2&"
                                   "sportColumn=-1&dateOrder=dayFirst&decimalMark=comma&distanceUnit=miles"),
                              file);
  EXPECT_EQ(chosen.text("mapping"), R"({"date":0,"duration":1,"distance":2,"sport":-1,"notes":-1,"rpe":-1})");
  EXPECT_THAT(chosen.body, HasSubstr(R"("date":"2024-04-03","duration":1.5,"distance":3.218688)"));
  EXPECT_EQ(code(api.ask("POST", with(preview, "athleteName=Ann&dateColumn=9"), garmin)), "COLUMNS_NOT_RECOGNISED");
}
TEST(Imports, say_what_is_wrong_with_the_file) {
  TestApi api;
  const auto refused = [&api](std::string_view file) {
    return code(api.ask("POST", with(preview, "athleteName=Ann"), file));
  };
  EXPECT_EQ(refused(""), "UNREADABLE_FILE");
  EXPECT_EQ(refused("PK\x03\x04 and so on"), "UNREADABLE_FILE");
  EXPECT_EQ(refused("<!DOCTYPE gpx [<!ENTITY a 'ha'>]><gpx>&a;</gpx>"), "UNREADABLE_FILE");
  EXPECT_EQ(refused("{\"format\":\"something else\"}"), "UNREADABLE_FILE");
  EXPECT_EQ(refused("Date,Duration\n3/4/2024,45\n"), "UNREADABLE_FILE");
  EXPECT_EQ(code(api.ask("POST", preview, garmin)), "ATHLETE_NEEDED");
  EXPECT_EQ(code(api.ask("POST", with(preview, "athleteId=&athleteName="), garmin)), "ATHLETE_NEEDED");
}
TEST(Imports, say_what_is_wrong_with_the_parameters) {
  TestApi api;
  const auto reply =
      api.ask("POST", with(imports, "timeZone=Mars&dateOrder=ymd&dateColumn=-2&rowCount=0&firstRow=x"), garmin);
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, HasSubstr(R"({"type":"value_error","loc":["query","timeZone"])"));
  EXPECT_THAT(reply.body, HasSubstr(R"({"type":"enum","loc":["query","dateOrder"],"msg":"Input should be 'automatic', )"
                                    R"('dayFirst' or 'monthFirst'","input":"ymd")"));
  EXPECT_THAT(reply.body, HasSubstr(R"(["query","dateColumn"])"));
  EXPECT_THAT(reply.body, HasSubstr(R"(["query","rowCount"])"));
  EXPECT_THAT(reply.body, HasSubstr(R"(["query","firstRow"])"));
  EXPECT_EQ(api.ask("POST", with(preview, "athleteId=nobody"), garmin).status, 404);
  EXPECT_EQ(api.ask("POST", with(preview, "athleteId=" + std::string(2000, 'x')), garmin).status, 404);
}
TEST(Imports, take_larger_bodies_than_other_requests) {
  TestApi api;
  std::string file = "Date,Duration\n2024-03-02,45\n";
  file.resize(body_bytes_max + 1, '\n');
  EXPECT_EQ(api.ask("POST", with(imports, "athleteName=Ann"), file).text("created"), "1");
  EXPECT_EQ(api.ask("POST", imports, std::string(log_bytes_max + 1, '\n')).status, 413);
}
TEST(Imports, send_no_more_rows_of_a_preview_than_a_page_can_show) {
  operations::FileImport result;
  result.rows.resize(preview_rows_max);
  EXPECT_THAT(represent(result, ImportStage::preview), Not(HasSubstr("rowsCut")));
  result.rows.resize(preview_rows_max + 1);
  const auto cut = json::parse(represent(result, ImportStage::preview));
  EXPECT_EQ(cut->find("rows")->get_if<json::Array>()->size(), preview_rows_max);
  EXPECT_TRUE(*cut->find("rowsCut")->get_if<bool>());
  const auto written = json::parse(represent(result, ImportStage::written));
  EXPECT_EQ(written->find("rows")->get_if<json::Array>()->size(), preview_rows_max + 1);
}

TEST(Exports, give_back_what_was_imported) {
  TestApi api;
  api.ask("POST", with(imports, "athleteName=Ann"), garmin);
  const auto json_file = api.get("/v1/export.json");
  EXPECT_EQ(json_file.status, 200);
  EXPECT_EQ(json_file.header("Content-Type"), "application/json");
  EXPECT_THAT(json_file.header("Content-Disposition"),
              ::testing::MatchesRegex(R"(attachment; filename="training-tracker-[0-9-]{10}\.json")"));
  const auto csv_file = api.get("/v1/export.csv");
  EXPECT_EQ(csv_file.header("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_THAT(csv_file.header("Content-Disposition"), HasSubstr(".csv\""));
  for (const auto& body : {json_file.body, csv_file.body}) {
    TestApi other;
    const auto imported = other.ask("POST", imports, body);
    EXPECT_EQ(imported.text("created"), "2") << imported.body;
    EXPECT_EQ(imported.text("athletesCreated"), "1");
    EXPECT_EQ(other.get("/v1/training-sessions").body, api.get("/v1/training-sessions").body);
    EXPECT_EQ(other.ask("POST", imports, body).text("duplicates"), "2");
  }
}
TEST(Exports, of_sessions_take_the_filters_of_the_list) {
  TestApi api;
  const auto ann = api.athlete("Ann");
  const auto ben = api.athlete("Ben");
  api.session(ann, "2025-10-23");
  api.session(ann, "2025-10-24");
  api.session(ben, "2025-10-25");
  const auto rows = [&api](std::string_view query) {
    const auto reply = api.get(fmt::format("/v1/export.csv?{}", query));
    EXPECT_EQ(reply.status, 200);
    return std::ranges::count(reply.body, '\n') - 1;
  };
  EXPECT_EQ(rows(""), 3);
  EXPECT_EQ(rows("athleteId=" + ann), 2);
  EXPECT_EQ(rows("athleteId=nobody"), 0);
  EXPECT_EQ(rows("startDate=2025-10-24"), 2);
  EXPECT_EQ(rows("startDate=2025-10-24&endDate=2025-10-24&athleteId=" + ben), 0);
  EXPECT_EQ(rows("text=BEN"), 1);
  EXPECT_EQ(rows("sport=Run"), 0);
  EXPECT_EQ(api.get("/v1/export.csv?startDate=today").status, 422);
}

TEST(ExampleData, go_into_an_empty_store_only) {
  TestApi api;
  const auto added = api.ask("POST", "/v1/example-data");
  EXPECT_EQ(added.status, 201);
  EXPECT_EQ(added.body, R"({"athletes":2,"sessions":4})");
  EXPECT_EQ(total(api), "4");
  const auto again = api.ask("POST", "/v1/example-data");
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(again.body, HasSubstr(R"("error":"STORE_NOT_EMPTY")"));
  EXPECT_EQ(total(api), "4");
}

}  // namespace
}  // namespace api
