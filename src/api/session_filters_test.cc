// Which sessions a list and statistics are of: sport and text.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/testing/test_api.h"

namespace api {
namespace {

using ::testing::HasSubstr;
using testing::Reply;
using testing::session_json;
using testing::TestApi;

class SessionFilters : public ::testing::Test {
 protected:
  TestApi api;
  std::string ann = api.athlete("Ann Müller");
  std::string bob = api.athlete("Bob");

  void SetUp() override {
    add(ann, "2025-10-01", R"(,"sport":"Run","notes":"Lake at DAWN")");
    add(bob, "2025-10-02", R"(,"sport":"Trail Run")");
    add(ann, "2025-10-03", R"(,"sport":"Ride","notes":"to the lake")");
    add(bob, "2025-10-04", "");
    add(bob, "2025-10-05", R"(,"sport":"Run","notes":"Übung")");
  }
  void add(const std::string& athlete, const std::string& date, const std::string& more) {
    ASSERT_EQ(api.post("/v1/training-sessions", session_json(athlete, date, "30", "5", more)).status, 201);
  }
  // The days of October of every page, and what says how many there are.
  std::string by_offset(const std::string& query) {
    return days(api.get("/v1/training-sessions?" + query)) + "of " +
           json::parse(api.get("/v1/training-sessions?limit=1&" + query).text("pagination"))
               ->find("total")
               ->get_if<json::Number>()
               ->text;
  }
  std::string by_cursor(const std::string& query) {
    std::string text;
    std::string cursor;
    while (true) {
      const auto page = api.get(fmt::format("/v1/training-sessions?limit=1&cursor={}&{}", cursor, query));
      text += days(page);
      const auto pagination = json::parse(page.text("pagination"));
      const auto* next = pagination->find("nextCursor")->get_if<std::string>();
      if (next == nullptr) return text;
      cursor = *next;
    }
  }
  static std::string days(const Reply& page) {
    const auto value = json::parse(page.body);
    std::string text;
    for (const auto& session : *value->find("data")->get_if<json::Array>()) {
      text += session.find("date")->get_if<std::string>()->substr(9) + " ";
    }
    return text;
  }
};

TEST_F(SessionFilters, choose_by_sport_exactly) {
  EXPECT_EQ(by_offset("sport=Run"), "5 1 of 2");
  EXPECT_EQ(by_cursor("sport=Run"), "5 1 ");
  EXPECT_EQ(by_offset("sport=Trail+Run"), "2 of 1");
  EXPECT_EQ(by_offset("sport=run"), "of 0");
  EXPECT_EQ(by_cursor("sport=run"), "");
}
TEST_F(SessionFilters, choose_by_text_in_any_case) {
  EXPECT_EQ(by_offset("text=LAKE"), "3 1 of 2");
  EXPECT_EQ(by_cursor("text=LAKE"), "3 1 ");
  EXPECT_EQ(by_offset("text=run"), "5 2 1 of 3");
  EXPECT_EQ(by_cursor("text=m%C3%9CLLER"), "3 1 ");
  EXPECT_EQ(by_cursor("text=%C3%BCbung"), "5 ");
}
TEST_F(SessionFilters, go_together) {
  EXPECT_EQ(by_offset("sport=Run&text=lake&startDate=2025-10-01&endDate=2025-10-04&athleteId=" + ann), "1 of 1");
  EXPECT_EQ(by_cursor("sport=Run&text=lake&athleteId=" + bob), "");
}
TEST_F(SessionFilters, empty_ones_choose_everything) {
  EXPECT_EQ(by_offset("sport=&text="), "5 4 3 2 1 of 5");
  EXPECT_EQ(by_cursor("sport=&text=&athleteId="), "5 4 3 2 1 ");
}
TEST_F(SessionFilters, are_part_of_what_a_cursor_is_for) {
  const auto page = api.get("/v1/training-sessions?limit=1&cursor=&sport=Run");
  const auto cursor = *json::parse(page.text("pagination"))->find("nextCursor")->get_if<std::string>();
  EXPECT_EQ(api.get("/v1/training-sessions?limit=1&sport=Run&cursor=" + cursor).status, 200);
  EXPECT_EQ(api.get("/v1/training-sessions?limit=1&cursor=" + cursor).status, 422);
  EXPECT_EQ(api.get("/v1/training-sessions?limit=1&sport=Run&text=lake&cursor=" + cursor).status, 422);
}
TEST_F(SessionFilters, choose_for_statistics_too) {
  EXPECT_EQ(api.get("/v1/training-sessions/statistics?sport=Run").text("totalSessions"), "2");
  EXPECT_EQ(api.get("/v1/training-sessions/statistics?text=lake&startDate=2025-10-02").text("totalDuration"), "30.0");
  EXPECT_EQ(api.get("/v1/training-sessions/statistics?text=&sport=").text("totalSessions"), "5");
}

}  // namespace
}  // namespace api
