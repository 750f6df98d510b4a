#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/testing/test_api.h"

namespace api {
namespace {

using ::testing::HasSubstr;
using testing::session_json;
using testing::TestApi;

TEST(Athletes, are_created_read_renamed_and_deleted) {
  TestApi api;
  const auto created = api.post("/v1/athletes", R"({"name":"  Zoë  ","id":"mine"})");
  EXPECT_EQ(created.status, 201);
  const auto id = created.text("id");
  EXPECT_EQ(created.body, R"({"id":")" + id + R"(","name":"Zoë"})");
  EXPECT_EQ(created.header("Content-Type"), "application/json");
  EXPECT_EQ(created.header("Location"), "/v1/athletes/" + id);

  EXPECT_EQ(api.get(created.header("Location")).body, created.body);
  EXPECT_EQ(api.get("/v1/athletes").body, "[" + created.body + "]");

  const auto renamed = api.put("/v1/athletes/" + id, R"({"name":"Zoe"})");
  EXPECT_EQ(renamed.status, 200);
  EXPECT_EQ(renamed.text("name"), "Zoe");

  const auto deleted = api.remove("/v1/athletes/" + id);
  EXPECT_EQ(deleted.status, 204);
  EXPECT_EQ(deleted.body, "");
  EXPECT_EQ(deleted.header("Content-Type"), "(absent)");
  EXPECT_EQ(api.remove("/v1/athletes/" + id).status, 404);
  EXPECT_EQ(api.put("/v1/athletes/" + id, R"({"name":"Zoe"})").status, 404);
  EXPECT_EQ(api.get("/v1/athletes").body, "[]");
}
TEST(Athletes, that_are_unknown_are_not_found_by_their_decoded_id) {
  TestApi api;
  const auto reply = api.get("/v1/athletes/no%20one%E2%82%AC");
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(reply.body, R"({"detail":{"error":"NOT_FOUND","message":"Athlete with id 'no one€' not found"}})");
  for (const auto* id : {"%20", ".", ".."}) {
    EXPECT_THAT(api.get("/v1/athletes/" + std::string(id)).body, HasSubstr("NOT_FOUND")) << id;
  }
}
TEST(Athletes, ids_beyond_every_limit_are_not_found_either) {
  TestApi api;
  const std::string id(3000, 'x');
  EXPECT_EQ(api.get("/v1/athletes/" + id).status, 404);
  EXPECT_EQ(api.put("/v1/athletes/" + id, R"({"name":"a"})").status, 404);
  EXPECT_EQ(api.remove("/v1/athletes/" + id).status, 404);
  EXPECT_EQ(api.get("/v1/athletes/" + id + "/statistics").status, 404);
  EXPECT_EQ(api.get("/v1/training-sessions/" + id).status, 404);
  EXPECT_EQ(api.remove("/v1/training-sessions/" + id).status, 404);
  EXPECT_EQ(api.get("/v1/training-sessions?athleteId=" + id).text("data"), "[]");
  EXPECT_EQ(api.get("/v1/training-sessions?cursor=&athleteId=" + id).text("data"), "[]");
  EXPECT_EQ(api.get("/v1/training-sessions/statistics?athleteId=" + id).text("totalSessions"), "0");
  EXPECT_EQ(api.post("/v1/training-sessions", session_json(id, "2025-10-23")).status, 404);
}
TEST(Athletes, at_the_limit_of_an_id_are_looked_for) {
  TestApi api;
  EXPECT_EQ(api.get("/v1/athletes/" + std::string(1016, 'x')).status, 404);
  EXPECT_EQ(api.get("/v1/training-sessions/" + std::string(1016, 'x')).status, 404);
}
TEST(Athletes, bodies_are_judged_before_anything_is_looked_up) {
  TestApi api;
  EXPECT_EQ(api.put("/v1/athletes/nobody", "{}").status, 422);
  EXPECT_EQ(api.remove("/v1/athletes/nobody?cascade=maybe").status, 422);
  EXPECT_EQ(api.post("/v1/athletes", "{\"name\":\"\xff\"}").body,
            R"({"detail":"There was an error parsing the body"})");
}
TEST(Athletes, that_have_sessions_are_deleted_by_cascade_only) {
  TestApi api;
  const auto id = api.athlete("Ann");
  api.session(id, "2025-10-23");
  api.session(id, "2025-10-24");
  const auto refused = api.remove("/v1/athletes/" + id);
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.body,
            R"({"detail":{"error":"ATHLETE_HAS_SESSIONS","message":"Cannot delete athlete. They have 2 training )"
            R"(session(s). Use cascade=true to delete athlete and all their sessions.","sessionCount":2}})");
  EXPECT_EQ(api.remove("/v1/athletes/" + id + "?cascade=false").status, 400);
  EXPECT_EQ(api.remove("/v1/athletes/" + id + "?cascade=Yes").status, 204);
  EXPECT_EQ(api.get("/v1/training-sessions").text("data"), "[]");
}
TEST(Athletes, renamed_ones_show_in_their_sessions) {
  TestApi api;
  const auto id = api.athlete("Before");
  const auto session = api.session(id, "2025-10-23");
  api.put("/v1/athletes/" + id, R"({"name":"After"})");
  EXPECT_EQ(api.get("/v1/training-sessions/" + session).text("athlete_name"), "After");
}

}  // namespace
}  // namespace api
