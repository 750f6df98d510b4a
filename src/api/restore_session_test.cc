// PUT with If-None-Match: * is the undo of a DELETE.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/testing/test_api.h"

namespace api {
namespace {

using ::testing::HasSubstr;
using testing::HeaderList;
using testing::session_json;
using testing::TestApi;

const HeaderList where_there_is_none = {{"If-None-Match", "*"}};
constexpr auto sessions = "/v1/training-sessions";

TEST(RestoreSession, brings_back_what_was_received) {
  TestApi api;
  const auto path =
      api.post(sessions, session_json(api.athlete("Ann"), "2025-10-23", "45", "8.5",
                                      R"(,"notes":"easy","sport":"Run","rpe":4,"excludedFromRecords":true)"))
          .header("Location");
  const auto before = api.get(path);
  ASSERT_EQ(api.remove(path).status, 204);
  const auto restored = api.put(path, before.body, where_there_is_none);
  EXPECT_EQ(restored.status, 201) << restored.body;
  EXPECT_EQ(restored.body, before.body);
  EXPECT_EQ(restored.header("Location"), path);
  EXPECT_EQ(restored.header("ETag"), before.header("ETag"));
  EXPECT_EQ(api.get(path).body, before.body);
}
TEST(RestoreSession, keeps_where_it_came_from_and_a_later_replacement_keeps_it_too) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  const std::string path = std::string(sessions) + "/s1";
  const auto body = session_json(athlete, "2025-10-23", "45", "8.5",
                                 R"(,"createdAt":"2025-10-23T08:00:00Z","updatedAt":"2025-10-24T08:00:00Z",)"
                                 R"("source":"strava:1","startTime":"2025-10-23T07:00:00")");
  const auto restored = api.put(path, body, where_there_is_none);
  EXPECT_EQ(restored.status, 201) << restored.body;
  EXPECT_THAT(restored.body, HasSubstr(R"("notes":null,"createdAt":"2025-10-23T08:00:00Z",)"
                                       R"("updatedAt":"2025-10-24T08:00:00Z","source":"strava:1",)"
                                       R"("startTime":"2025-10-23T07:00:00"})"));
  // A plain PUT and POST look at none of them.
  const auto replaced = api.put(path, session_json(athlete, "2025-10-23", "45", "8.5",
                                                   R"(,"createdAt":"x","updatedAt":1,"source":"other","startTime":2)"));
  EXPECT_EQ(replaced.status, 200) << replaced.body;
  EXPECT_EQ(replaced.text("source"), "strava:1");
  EXPECT_EQ(replaced.text("startTime"), "2025-10-23T07:00:00");
  EXPECT_EQ(replaced.text("createdAt"), "2025-10-23T08:00:00Z");
  EXPECT_EQ(api.post(sessions, body).text("source"), "(absent)");
}
TEST(RestoreSession, never_replaces_one_that_is_there) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  const auto path = std::string(sessions) + "/" + api.session(athlete, "2025-10-23");
  const auto before = api.get(path);
  for (const auto& other : {athlete, api.athlete("Bob")}) {
    const auto refused = api.put(path, session_json(other, "2025-10-24"), where_there_is_none);
    EXPECT_EQ(refused.status, 412);
    EXPECT_THAT(refused.body, HasSubstr(R"("error":"PRECONDITION_FAILED")"));
  }
  EXPECT_EQ(api.get(path).body, before.body);
}
TEST(RestoreSession, needs_its_athlete_and_an_id_that_can_be) {
  TestApi api;
  const auto athlete = api.athlete("Ann");
  const auto restore = [&api](const std::string& id, const std::string& of) {
    return api.put(std::string(sessions) + "/" + id, session_json(of, "2025-10-23"), where_there_is_none);
  };
  EXPECT_THAT(restore("s1", "nobody").body, HasSubstr("Athlete with id 'nobody' not found"));
  EXPECT_EQ(restore("s1", std::string(3000, 'a')).status, 404);
  EXPECT_EQ(restore(std::string(3000, 's'), athlete).status, 404);
  EXPECT_EQ(restore("statistics", athlete).status, 404);
  EXPECT_EQ(restore("s1", athlete).status, 201);
}
TEST(RestoreSession, is_refused_with_everything_that_is_wrong) {
  TestApi api;
  const auto refused = api.put(std::string(sessions) + "/s1",
                               session_json(api.athlete("Ann"), "2025-10-23", "45", "8.5",
                                            R"(,"excludedFromRecords":"no","createdAt":"then","updatedAt":5,)"
                                            R"("source":[],"startTime":{})"),
                               where_there_is_none);
  EXPECT_EQ(refused.status, 422);
  for (const auto* field : {"excludedFromRecords", "createdAt", "updatedAt", "source", "startTime"}) {
    EXPECT_THAT(refused.body, HasSubstr(R"("loc":["body",")" + std::string(field) + "\"]"));
  }
  EXPECT_EQ(api.get(std::string(sessions) + "/s1").status, 404);
}
TEST(RestoreSession, without_the_star_a_put_is_as_before) {
  TestApi api;
  const auto body = session_json(api.athlete("Ann"), "2025-10-23");
  EXPECT_EQ(api.put(std::string(sessions) + "/s1", body).status, 404);
  EXPECT_EQ(api.put(std::string(sessions) + "/s1", body, {{"If-None-Match", R"("abc")"}}).status, 404);
}

}  // namespace
}  // namespace api
