#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/testing/test_api.h"

namespace api {
namespace {

using ::testing::HasSubstr;
using testing::Reply;
using testing::session_json;
using ::testing::StartsWith;
using testing::TestApi;

constexpr auto sessions = "/v1/training-sessions";

// The dates of a page, in order.
std::string dates(const Reply& page) {
  const auto value = json::parse(page.body);
  std::string text;
  for (const auto& session : *value->find("data")->get_if<json::Array>()) {
    text += *session.find("date")->get_if<std::string>() + " ";
  }
  return text;
}

TEST(Sessions, are_created_read_replaced_and_deleted) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  const auto created =
      api.post(sessions, session_json(athlete, "2025-10-23", "45", "8.5", R"(,"notes":"easy","id":"x")"));
  ASSERT_EQ(created.status, 201) << created.body;
  const auto id = created.text("id");
  EXPECT_THAT(created.body, StartsWith(fmt::format(
                                R"({{"id":"{}","athlete_id":"{}","athlete_name":"Ann","date":"2025-10-23",)"
                                R"("duration":45.0,"distance":8.5,"notes":"easy","createdAt":"2025-11-23T04:35:57.9)",
                                id, athlete)));
  EXPECT_EQ(created.text("createdAt"), created.text("updatedAt"));
  EXPECT_THAT(created.text("createdAt"), ::testing::EndsWith("Z"));
  EXPECT_EQ(created.header("Location"), std::string(sessions) + "/" + id);

  const auto path = created.header("Location");
  EXPECT_EQ(api.get(path).body, created.body);
  const auto replaced = api.put(path, session_json(athlete, "2025-10-24", "-0.0", "0"));
  EXPECT_EQ(replaced.status, 200);
  EXPECT_EQ(replaced.text("duration"), "-0.0");
  EXPECT_EQ(replaced.text("notes"), "null");
  EXPECT_EQ(replaced.text("createdAt"), created.text("createdAt"));
  EXPECT_NE(replaced.text("updatedAt"), created.text("updatedAt"));
  EXPECT_EQ(api.get(path).body, replaced.body);

  EXPECT_EQ(api.remove(path).status, 204);
  EXPECT_EQ(api.remove(path).status, 404);
  EXPECT_EQ(
      api.get(path).body,
      fmt::format(R"({{"detail":{{"error":"NOT_FOUND","message":"Training session with id '{}' not found"}}}})", id));
}
TEST(Sessions, keep_sport_and_rpe) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  const auto created =
      api.post(sessions, session_json(athlete, "2025-10-23", "45", "8.5", R"(,"sport":"Running","rpe":7)"));
  EXPECT_THAT(created.body, ::testing::EndsWith(R"("sport":"Running","rpe":7.0})"));
  EXPECT_EQ(api.get(created.header("Location")).body, created.body);
  EXPECT_EQ(api.put(created.header("Location"), session_json(athlete, "2025-10-23")).text("sport"), "(absent)");
}
TEST(Sessions, empty_notes_are_none_at_once_and_later) {
  TestApi api;
  const auto created = api.post(sessions, session_json(api.athlete("Ann"), "2025-10-23", "1", "1", R"(,"notes":"")"));
  EXPECT_EQ(created.text("notes"), "null");
  EXPECT_EQ(api.get(created.header("Location")).text("notes"), "null");
}
TEST(Sessions, of_an_unknown_athlete_are_refused_and_the_session_is_judged_first) {
  TestApi api;
  const auto refused = api.post(sessions, session_json("", "2025-10-23"));
  EXPECT_EQ(refused.status, 404);
  EXPECT_EQ(refused.body, R"({"detail":{"error":"NOT_FOUND","message":"Athlete with id '' not found"}})");
  EXPECT_THAT(api.put("/v1/training-sessions/none", session_json("nobody", "2025-10-23")).body,
              HasSubstr("Training session with id 'none'"));
  const auto id = api.session(api.athlete("Ann"), "2025-10-23");
  EXPECT_THAT(api.put("/v1/training-sessions/" + id, session_json("nobody", "2025-10-23")).body,
              HasSubstr("Athlete with id 'nobody'"));
  EXPECT_THAT(api.put("/v1/training-sessions/" + id, session_json(std::string(3000, 'n'), "2025-10-23")).body,
              HasSubstr("Athlete with id 'nnn"));
}
TEST(Sessions, move_to_another_athlete) {
  TestApi api;
  const auto ann = api.athlete("Ann");
  const auto bob = api.athlete("Bob");
  const auto id = api.session(ann, "2025-10-23");
  EXPECT_EQ(api.put("/v1/training-sessions/" + id, session_json(bob, "2025-10-23")).text("athlete_name"), "Bob");
  EXPECT_EQ(api.get("/v1/training-sessions?athleteId=" + ann).text("data"), "[]");
  EXPECT_EQ(dates(api.get("/v1/training-sessions?athleteId=" + bob)), "2025-10-23 ");
}
TEST(Sessions, that_are_not_finite_are_refused_and_nothing_is_stored) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  for (const auto* value : {"NaN", "Infinity", "1e400", "\"inf\"", "1e308"}) {
    const auto refused = api.post(sessions, session_json(athlete, "2025-10-23", value));
    EXPECT_EQ(refused.status, 422) << value;
    EXPECT_THAT(refused.body, HasSubstr(R"("loc":["body","duration"])")) << value;
  }
  EXPECT_EQ(api.get(sessions).text("data"), "[]");
}

TEST(SessionList, is_the_newest_first_in_pages_with_their_total) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  for (const auto* date : {"2025-10-21", "2025-10-23", "2025-10-22"}) api.session(athlete, date);
  const auto all = api.get(sessions);
  EXPECT_EQ(dates(all), "2025-10-23 2025-10-22 2025-10-21 ");
  EXPECT_EQ(all.text("pagination"), R"({"total":3,"limit":50,"offset":0,"hasMore":false})");
  const auto page = api.get("/v1/training-sessions?limit=1&offset=1");
  EXPECT_EQ(dates(page), "2025-10-22 ");
  EXPECT_EQ(page.text("pagination"), R"({"total":3,"limit":1,"offset":1,"hasMore":true})");
  EXPECT_EQ(api.get("/v1/training-sessions?offset=100000000000000000000000").body,
            R"({"data":[],"pagination":{"total":3,"limit":50,"offset":100000000000000000000000,"hasMore":false}})");
}
TEST(SessionList, filters_by_date_and_athlete) {
  TestApi api;
  const auto ann = api.athlete("Ann");
  const auto bob = api.athlete("Bob");
  api.session(ann, "2025-10-21");
  api.session(bob, "2025-10-22");
  api.session(ann, "2025-10-23");
  EXPECT_EQ(dates(api.get("/v1/training-sessions?athleteId=" + ann)), "2025-10-23 2025-10-21 ");
  EXPECT_EQ(dates(api.get("/v1/training-sessions?athleteId=")), "2025-10-23 2025-10-22 2025-10-21 ");
  EXPECT_EQ(dates(api.get("/v1/training-sessions?startDate=2025-10-22")), "2025-10-23 2025-10-22 ");
  EXPECT_EQ(dates(api.get("/v1/training-sessions?endDate=2025-10-22")), "2025-10-22 2025-10-21 ");
  EXPECT_EQ(dates(api.get("/v1/training-sessions?startDate=2025-10-22&endDate=2025-10-22")), "2025-10-22 ");
  EXPECT_EQ(dates(api.get("/v1/training-sessions?startDate=2025-10-23&endDate=2025-10-21")), "");
  EXPECT_EQ(api.get("/v1/training-sessions?athleteId=nobody").text("pagination"),
            R"({"total":0,"limit":50,"offset":0,"hasMore":false})");
}
TEST(SessionList, goes_on_by_cursor_without_a_total) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  for (const auto* date : {"2025-10-21", "2025-10-22", "2025-10-23"}) api.session(athlete, date);
  const auto first = api.get("/v1/training-sessions?cursor=&limit=2");
  EXPECT_EQ(dates(first), "2025-10-23 2025-10-22 ");
  const auto pagination = json::parse(first.text("pagination"));
  ASSERT_TRUE(pagination);
  const auto* cursor = pagination->find("nextCursor")->get_if<std::string>();
  ASSERT_NE(cursor, nullptr);
  const auto last = api.get("/v1/training-sessions?limit=2&cursor=" + *cursor);
  EXPECT_EQ(dates(last), "2025-10-21 ");
  EXPECT_EQ(last.text("pagination"), R"({"limit":2,"hasMore":false,"nextCursor":null})");
}
TEST(SessionList, refuses_a_cursor_that_is_not_ours) {
  TestApi api;
  const auto refused = api.get("/v1/training-sessions?cursor=made+up");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.body, R"({"detail":[{"type":"value_error","loc":["query","cursor"],)"
                          R"("msg":"Value error, not a cursor that this service gave","input":"made up",)"
                          R"("ctx":{"error":"not a cursor that this service gave"}}]})");
}
TEST(SessionList, reports_every_parameter_that_is_wrong) {
  TestApi api;
  const auto refused = api.get("/v1/training-sessions?startDate=x&endDate=&limit=0&offset=-1");
  EXPECT_EQ(refused.status, 422);
  for (const auto* name : {"startDate", "endDate", "limit", "offset"}) {
    EXPECT_THAT(refused.body, HasSubstr(fmt::format(R"("loc":["query","{}"])", name)));
  }
}

TEST(Statistics, are_of_everything_an_athlete_or_a_period) {
  TestApi api;
  const auto ann = api.athlete("Ann");
  const auto bob = api.athlete("Bob");
  api.session(ann, "2025-10-21", "60", "12");
  api.session(ann, "2025-10-23", "45", "8.5");
  api.session(bob, "2025-10-22", "30", "5");
  EXPECT_EQ(api.get("/v1/training-sessions/statistics").body,
            R"({"totalSessions":3,"totalDuration":135.0,"totalDistance":25.5,"averageDuration":45.0,)"
            R"("averageDistance":8.5,"averagePace":5.29})");
  const auto of_ann = api.get("/v1/athletes/" + ann + "/statistics");
  EXPECT_EQ(of_ann.text("totalDuration"), "105.0");
  EXPECT_EQ(api.get("/v1/training-sessions/statistics?athleteId=" + ann).body, of_ann.body);
  EXPECT_EQ(api.get("/v1/training-sessions/statistics?startDate=2025-10-22").text("totalSessions"), "2");
  EXPECT_EQ(api.get("/v1/athletes/" + ann + "/statistics?endDate=2025-10-22").text("totalSessions"), "1");
}
TEST(Statistics, of_nothing_are_zero_and_of_nobody_not_found) {
  TestApi api;
  EXPECT_EQ(api.get("/v1/training-sessions/statistics").body,
            R"({"totalSessions":0,"totalDuration":0.0,"totalDistance":0.0,"averageDuration":0.0,)"
            R"("averageDistance":0.0,"averagePace":0.0})");
  EXPECT_EQ(api.get("/v1/training-sessions/statistics?athleteId=nobody").text("totalSessions"), "0");
  EXPECT_EQ(api.get("/v1/athletes/nobody/statistics").status, 404);
  EXPECT_EQ(api.get("/v1/athletes/nobody/statistics?startDate=x").status, 422);
  EXPECT_EQ(api.get("/v1/training-sessions/statistics?startDate=").status, 422);
}

TEST(EntityTagsOfSessions, let_a_client_ask_only_for_what_changed) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  const auto created = api.post(sessions, session_json(athlete, "2025-10-23"));
  const auto path = created.header("Location");
  const auto tag = api.get(path).header("ETag");
  EXPECT_EQ(created.header("ETag"), tag);
  const auto unchanged = api.get(path, {{"If-None-Match", tag}});
  EXPECT_EQ(unchanged.status, 304);
  EXPECT_EQ(unchanged.body, "");
  EXPECT_EQ(unchanged.header("ETag"), tag);
  const auto replaced = api.put(path, session_json(athlete, "2025-10-24"));
  EXPECT_EQ(replaced.header("ETag"), api.get(path).header("ETag"));
  EXPECT_NE(replaced.header("ETag"), tag);
  EXPECT_EQ(api.get(path, {{"If-None-Match", tag}}).status, 200);
}
TEST(EntityTagsOfSessions, stop_a_write_over_what_the_client_has_not_seen) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  const auto created = api.post(sessions, session_json(athlete, "2025-10-23"));
  const auto path = created.header("Location");
  const auto old = created.header("ETag");
  const auto now = api.put(path, session_json(athlete, "2025-10-24"), {{"If-Match", old}});
  EXPECT_EQ(now.status, 200);
  const auto refused = api.put(path, session_json(athlete, "2025-10-25"), {{"If-Match", old}});
  EXPECT_EQ(refused.status, 412);
  EXPECT_THAT(refused.body, HasSubstr("PRECONDITION_FAILED"));
  EXPECT_EQ(api.remove(path, {{"If-Match", old}}).status, 412);
  EXPECT_EQ(api.remove(path, {{"If-Match", "nonsense"}}).status, 412);
  EXPECT_EQ(api.remove(path, {{"If-Match", old + ", \"other\""}}).status, 412);
  EXPECT_EQ(api.put(path, session_json(athlete, "2025-10-26"), {{"If-Match", "*"}}).status, 200);
  EXPECT_EQ(api.remove(path, {{"If-Match", old + ", " + api.get(path).header("ETag")}}).status, 204);
  EXPECT_EQ(api.remove(path, {{"If-Match", old}}).status, 404);
}

TEST(IdempotencyKey, makes_one_session_of_a_repeated_request) {
  TestApi api;
  const auto body = session_json(api.athlete("Ann"), "2025-10-23");
  const auto first = api.post(sessions, body, {{"Idempotency-Key", "abc"}});
  const auto again = api.post(sessions, body, {{"Idempotency-Key", "abc"}});
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(api.post(sessions, body, {{"Idempotency-Key", "other"}}).status, 201);
  EXPECT_THAT(api.get(sessions).text("pagination"), HasSubstr(R"("total":2)"));
}
TEST(IdempotencyKey, makes_one_athlete_of_a_repeated_request) {
  TestApi api;
  const auto first = api.post("/v1/athletes", R"({"name":"Ann"})", {{"Idempotency-Key", "abc"}});
  EXPECT_EQ(api.post("/v1/athletes", R"({"name":"Ann"})", {{"Idempotency-Key", "abc"}}).body, first.body);
  EXPECT_EQ(api.get("/v1/athletes").body, "[" + first.body + "]");
}
TEST(IdempotencyKey, is_refused_with_another_request) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  api.post(sessions, session_json(athlete, "2025-10-23"), {{"Idempotency-Key", "abc"}});
  const auto refused = api.post(sessions, session_json(athlete, "2025-10-24"), {{"Idempotency-Key", "abc"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr(R"("loc":["header","Idempotency-Key"])"));
  EXPECT_EQ(api.post("/v1/athletes", R"({"name":"Bob"})", {{"Idempotency-Key", "abc"}}).status, 422);
}
TEST(IdempotencyKey, is_1_to_255_printable_characters) {
  TestApi api;
  const auto body = session_json(api.athlete("Ann"), "2025-10-23");
  EXPECT_EQ(api.post(sessions, body, {{"Idempotency-Key", ""}}).status, 422);
  EXPECT_EQ(api.post(sessions, body, {{"Idempotency-Key", std::string(256, 'k')}}).status, 422);
  EXPECT_EQ(api.post(sessions, body, {{"Idempotency-Key", "k\xC3\xA4"}}).status, 422);
  EXPECT_EQ(api.post(sessions, body, {{"Idempotency-Key", std::string(255, 'k')}}).status, 201);
}
TEST(IdempotencyKey, of_another_caller_is_another_key) {
  TestApi api({.tokens = {"one", "two"}});
  const auto post = [&api](const std::string& token, const std::string& name) {
    return api.post("/v1/athletes", R"({"name":")" + name + R"("})",
                    {{"Idempotency-Key", "abc"}, {"Authorization", "Bearer " + token}});
  };
  EXPECT_EQ(post("one", "Ann").status, 201);
  EXPECT_EQ(post("two", "Bob").status, 201);
  EXPECT_EQ(post("one", "Bob").status, 422);
}

}  // namespace
}  // namespace api
