#include "http/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Outcome = RouteMatch::Outcome;

boost::asio::awaitable<Response> nothing(const Request& /*request*/, const PathParameters& /*parameters*/) {
  co_return Response{};
}

Router tracker_routes() {
  Router router;
  router.add("GET", "/", nothing);
  router.add("GET", "/v1/sessions", nothing);
  router.add("POST", "/v1/sessions", nothing);
  router.add("GET", "/v1/sessions/{id}", nothing);
  router.add("PUT", "/v1/sessions/{id}", nothing);
  router.add("DELETE", "/v1/sessions/{id}", nothing);
  router.add("GET", "/v1/sessions/statistics", nothing);
  router.add("GET", "/v1/athletes/{id}/statistics", nothing);
  return router;
}

void expect_found(std::string_view method, std::string_view path, std::string_view pattern) {
  const Router router = tracker_routes();
  const RouteMatch match = router.match(method, path);
  EXPECT_EQ(match.outcome, Outcome::found) << method << ' ' << path;
  EXPECT_EQ(match.pattern, pattern) << method << ' ' << path;
  EXPECT_NE(match.handler, nullptr);
}

void expect_not_found(std::string_view path) {
  const Router router = tracker_routes();
  EXPECT_EQ(router.match("GET", path).outcome, Outcome::not_found) << path;
}

TEST(Router, finds_literal_paths) {
  expect_found("GET", "/", "/");
  expect_found("GET", "/v1/sessions", "/v1/sessions");
  expect_found("POST", "/v1/sessions", "/v1/sessions");
}

TEST(Router, a_literal_segment_beats_a_parameter) {
  expect_found("GET", "/v1/sessions/statistics", "/v1/sessions/statistics");
  expect_found("GET", "/v1/sessions/other", "/v1/sessions/{id}");
}

TEST(Router, the_method_is_part_of_the_choice) {
  expect_found("PUT", "/v1/sessions/statistics", "/v1/sessions/{id}");
}

TEST(Router, the_leftmost_literal_decides) {
  Router router;
  router.add("GET", "/{a}/b", nothing);
  router.add("GET", "/a/{b}", nothing);
  EXPECT_EQ(router.match("GET", "/a/b").pattern, "/a/{b}");
  EXPECT_EQ(router.match("GET", "/x/b").pattern, "/{a}/b");
}

TEST(Router, parameters_come_decoded) {
  const Router router = tracker_routes();
  EXPECT_THAT(router.match("GET", "/v1/athletes/J%C3%BCrgen%20A+B/statistics").parameters, ElementsAre("Jürgen A+B"));
  EXPECT_THAT(router.match("GET", "/v1/sessions/%00").parameters, ElementsAre(std::string(1, '\0')));
  EXPECT_THAT(router.match("GET", "/v1/sessions/..").parameters, ElementsAre(".."));
  EXPECT_THAT(router.match("GET", "/v1/sessions/statistics").parameters, IsEmpty());
}

TEST(Router, literal_segments_may_come_encoded) {
  expect_found("GET", "/v1/%73essions", "/v1/sessions");
}

TEST(Router, an_encoded_slash_neither_separates_nor_matches) {
  expect_not_found("/v1/sessions/a%2Fb");
  expect_not_found("/v1/sessions/a%2fb");
  expect_not_found("/v1%2Fsessions");
}

TEST(Router, parameters_match_only_text) {
  expect_not_found("/v1/sessions/");      // empty
  expect_not_found("/v1/sessions/%");     // half an escape
  expect_not_found("/v1/sessions/%zz");   // no escape
  expect_not_found("/v1/sessions/%FF");   // not UTF-8
  expect_not_found("/v1/sessions/\xFF");  // not UTF-8 either
}

TEST(Router, other_paths_are_not_found) {
  for (const std::string_view path : {"", "*", "v1/sessions", "/V1/sessions", "//v1/sessions", "/v1", "/v1/sessions//",
                                      "/v1/athletes//statistics", "/v1/athletes/x/statistics/"}) {
    expect_not_found(path);
  }
  expect_not_found(std::string(10'000, '/'));
}

TEST(Router, head_follows_get) {
  expect_found("HEAD", "/v1/sessions", "/v1/sessions");
  Router router;
  router.add("GET", "/a", nothing);
  router.add("HEAD", "/a", nothing);
  const RouteMatch get = router.match("GET", "/a");
  const RouteMatch head = router.match("HEAD", "/a");
  EXPECT_NE(get.handler, head.handler);
}

TEST(Router, allow_is_complete) {
  const Router router = tracker_routes();
  const RouteMatch list = router.match("DELETE", "/v1/sessions");
  EXPECT_EQ(list.outcome, Outcome::wrong_method);
  EXPECT_EQ(list.allow, "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(list.pattern, "/v1/sessions");
  EXPECT_EQ(router.match("PATCH", "/v1/sessions/1").allow, "GET, HEAD, PUT, DELETE, OPTIONS");
  // All that is answered there, by whichever pattern.
  EXPECT_EQ(router.match("POST", "/v1/sessions/statistics").allow, "GET, HEAD, PUT, DELETE, OPTIONS");
}

TEST(Router, options_tells_what_is_allowed) {
  const RouteMatch match = tracker_routes().match("OPTIONS", "/v1/sessions");
  EXPECT_EQ(match.outcome, Outcome::wrong_method);
  EXPECT_EQ(match.allow, "GET, HEAD, POST, OPTIONS");
}

TEST(Router, methods_compare_with_case) {
  EXPECT_EQ(tracker_routes().match("get", "/v1/sessions").outcome, Outcome::wrong_method);
}

}  // namespace
}  // namespace http
