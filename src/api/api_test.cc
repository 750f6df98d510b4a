// What is the same for all routes: methods, redirects, authorization, errors, health, pages.
#include "api/api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/endpoints.h"
#include "api/testing/test_api.h"
#include "web/files.h"

namespace api {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::TestApi;

std::string concrete(std::string_view pattern) {
  std::string path(pattern);
  if (const auto at = path.find("{id}"); at != std::string::npos) path.replace(at, 4, "x");
  if (const auto at = path.find("{file}"); at != std::string::npos) path.replace(at, 6, "swagger-ui.css");
  return path;
}

TEST(Root, answers_json_or_a_page_by_what_is_accepted) {
  TestApi api;
  const auto json = api.get("/");
  EXPECT_EQ(json.body,
            R"({"name":"Training Sessions API","version":"1.0.0","description":"API for tracking training sessions",)"
            R"("docs":"/docs"})");
  EXPECT_EQ(json.header("Vary"), "Accept");
  const auto page = api.get("/", {{"Accept", "application/xml;q=0.9, TEXT/HTML ;q=0.8"}});
  EXPECT_EQ(page.header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_THAT(page.header("Vary"), AnyOf("Accept", "Accept, Accept-Encoding"));
  EXPECT_THAT(page.body, HasSubstr("<title>Training Tracker</title>"));
  EXPECT_EQ(api.get("/", {{"Accept", "*/*"}}).body, json.body);
}

TEST(Routes, that_are_unknown_are_not_found) {
  TestApi api;
  for (const auto* path : {"/V1/athletes", "//v1/athletes", "/v1", "/health", "/v1/athletes/a%2Fb", "/redoc", "//",
                           "/x/", "/docs/openapi.json", "/docs/root.html", "/docs/..%2Fx"}) {
    const auto reply = api.get(path);
    EXPECT_EQ(reply.status, 404) << path;
    EXPECT_EQ(reply.body, R"({"detail":"Not Found"})") << path;
  }
}
TEST(Routes, tell_which_methods_they_know) {
  TestApi api;
  const auto wrong = api.ask("PATCH", "/v1/athletes");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.body, R"({"detail":"Method Not Allowed"})");
  EXPECT_EQ(wrong.header("Allow"), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(api.ask("TRACE", "/v1/athletes/x").header("Allow"), "GET, HEAD, PUT, DELETE, OPTIONS");
  EXPECT_EQ(api.ask("POST", "/v1/training-sessions/statistics").status, 405);
  const auto options = api.ask("OPTIONS", "/v1/training-sessions");
  EXPECT_EQ(options.status, 204);
  EXPECT_EQ(options.header("Allow"), "GET, HEAD, POST, OPTIONS");
}
TEST(Routes, answer_head_as_get) {
  TestApi api;
  for (const auto* path : {"/", "/v1/athletes", "/v1/training-sessions", "/docs", "/healthz", "/openapi.json"}) {
    EXPECT_EQ(api.ask("HEAD", path).status, 200) << path;
  }
  EXPECT_EQ(api.ask("HEAD", "/v1/athletes/x").status, 404);
}
TEST(Routes, take_statistics_for_an_id_where_it_is_no_route) {
  TestApi api;
  EXPECT_THAT(api.remove("/v1/training-sessions/statistics").body, HasSubstr("id 'statistics' not found"));
  EXPECT_EQ(api.put("/v1/training-sessions/statistics", "{}").status, 422);
  EXPECT_THAT(api.put("/v1/training-sessions/statistics", testing::session_json("a", "2025-10-23")).body,
              HasSubstr("id 'statistics' not found"));
}
TEST(Routes, with_a_trailing_slash_redirect_to_the_one_without) {
  TestApi api;
  for (const auto* method : {"GET", "POST", "DELETE"}) {
    const auto reply = api.ask(method, "/v1/athletes/?a=1");
    EXPECT_EQ(reply.status, 307) << method;
    EXPECT_EQ(reply.header("Location"), "http://localhost:8080/v1/athletes?a=1") << method;
  }
  EXPECT_EQ(api.get("/docs//").header("Location"), "http://localhost:8080/docs");
  EXPECT_EQ(api.get("//evil.example/").status, 404);
}

TEST(Bodies, beyond_a_mebibyte_are_refused) {
  TestApi api;
  const std::string name(body_bytes_max - 11, 'x');
  EXPECT_EQ(api.post("/v1/athletes", R"({"name":")" + name + R"("})").status, 422);
  const auto refused = api.post("/v1/athletes", R"({"name":")" + name + R"(x"})");
  EXPECT_EQ(refused.status, 413);
  EXPECT_EQ(refused.body,
            R"({"detail":{"error":"PAYLOAD_TOO_LARGE","message":"The body is larger than 1048576 bytes.",)"
            R"("requestId":"0123456789abcdef"}})");
}

TEST(Authorization, is_wanted_by_every_route_that_shows_or_changes_data) {
  TestApi api({.tokens = {"secret"}});
  for (const auto& endpoint : endpoints()) {
    const auto path = concrete(endpoint.pattern);
    const bool is_open = path == "/" || endpoint.kind == Kind::page || path == "/healthz" || path == "/readyz";
    const auto reply = api.ask(endpoint.method, path);
    EXPECT_EQ(reply.status == 401, !is_open) << endpoint.method << ' ' << path;
    EXPECT_NE(api.ask(endpoint.method, path, {}, {{"Authorization", "Bearer secret"}}).status, 401) << path;
  }
  EXPECT_EQ(api.ask("HEAD", "/v1/athletes").status, 401);
  EXPECT_EQ(api.get("/%761/athletes").status, 401);
}
TEST(Authorization, says_what_it_wants) {
  TestApi api({.tokens = {"secret"}});
  const auto without = api.get("/v1/athletes");
  EXPECT_EQ(without.header("WWW-Authenticate"), R"(Bearer realm="training-tracker")");
  EXPECT_EQ(
      without.body,
      R"({"detail":{"error":"UNAUTHORIZED","message":"This needs an Authorization header with a bearer token."}})");
  const auto wrong = api.get("/v1/athletes", {{"Authorization", "Bearer secreT"}});
  EXPECT_EQ(wrong.header("WWW-Authenticate"), R"(Bearer realm="training-tracker", error="invalid_token")");
  EXPECT_THAT(wrong.body, Not(HasSubstr("secre")));
}

TEST(Health, is_alive_and_ready) {
  TestApi api;
  EXPECT_EQ(api.get("/healthz").body, R"({"status":"ok"})");
  const auto ready = api.get("/readyz");
  EXPECT_EQ(ready.status, 200);
  EXPECT_EQ(ready.body, R"({"status":"ready"})");
}
boost::asio::awaitable<tracker::Result<void>> away() {
  co_return std::unexpected(tracker::Unavailable{"The table is missing."});
}
TEST(Health, tells_why_it_is_not_ready) {
  TestApi api({.probe_store = away});
  const auto reply = api.get("/readyz");
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.header("Retry-After"), "1");
  EXPECT_EQ(reply.body,
            R"({"detail":{"error":"NOT_READY","message":"The table is missing.","requestId":"0123456789abcdef"}})");
  EXPECT_EQ(api.get("/healthz").status, 200);
}
boost::asio::awaitable<tracker::Result<void>> broken() {
  throw std::runtime_error("not for clients");
  co_return tracker::Result<void>{};
}
TEST(Health, survives_a_probe_that_fails) {
  TestApi api({.probe_store = broken});
  const auto reply = api.get("/readyz");
  EXPECT_EQ(reply.status, 503);
  EXPECT_THAT(reply.body, Not(HasSubstr("not for clients")));
}

TEST(MetricsRoute, counts_by_route_pattern) {
  const auto metrics = std::make_shared<Metrics>();
  TestApi api({.build_version = "9.9.9", .store_description = "memory", .metrics = metrics});
  metrics->unreadable_item_seen();
  api.get("/v1/athletes/somebody");
  api.get("/nowhere/somebody");
  const auto reply = api.get("/metrics");
  EXPECT_EQ(reply.header("Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_THAT(reply.body,
              HasSubstr("http_requests_total{route=\"/v1/athletes/{id}\",method=\"GET\",status=\"404\"} 1\n"));
  EXPECT_THAT(reply.body, HasSubstr("http_requests_total{route=\"unmatched\",method=\"GET\",status=\"404\"} 1\n"));
  EXPECT_THAT(reply.body, HasSubstr("http_requests_in_flight 1\n"));
  EXPECT_THAT(reply.body, HasSubstr("training_tracker_unreadable_items_total 1\n"));
  EXPECT_THAT(reply.body, HasSubstr("version=\"9.9.9\",store=\"memory\""));
  EXPECT_THAT(reply.body, Not(HasSubstr("somebody")));
}

TEST(Documentation, is_complete_and_loads_nothing_from_elsewhere) {
  TestApi api;
  const auto page = api.get("/docs");
  EXPECT_EQ(page.header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_THAT(page.header("Content-Security-Policy"), HasSubstr("default-src 'none'; script-src 'self'"));
  std::string_view rest = page.body;
  int files = 0;
  for (const auto* attribute : {"src=\"", "href=\""}) {
    for (auto at = rest.find(attribute); at != rest.npos; at = rest.find(attribute, at + 1)) {
      const auto begin = at + std::string_view(attribute).size();
      const std::string target(rest.substr(begin, rest.find('"', begin) - begin));
      EXPECT_TRUE(target.starts_with('/')) << target;
      EXPECT_EQ(api.get(target).status, 200) << target;
      ++files;
    }
  }
  EXPECT_GE(files, 5);
  EXPECT_GT(api.get("/docs/swagger-ui-bundle.js").body.size(), 1'000'000U);
  EXPECT_EQ(api.get("/docs/swagger-ui-bundle.js").header("Content-Type"), "text/javascript; charset=utf-8");
}
TEST(Documentation, files_are_revalidated_by_entity_tag) {
  TestApi api;
  const auto file = api.get("/docs/swagger-ui.css");
  EXPECT_EQ(file.header("Cache-Control"), "no-cache");
  const auto again = api.get("/docs/swagger-ui.css", {{"If-None-Match", file.header("ETag")}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
}

TEST(WebPage, answers_at_every_address_of_its_own) {
  TestApi api;
  const auto page = api.get("/", {{"Accept", "text/html"}});
  for (const auto* path :
       {"/calendar", "/year", "/statistics", "/athletes", "/athletes/a%20b", "/import", "/settings"}) {
    const auto reply = api.get(path);
    EXPECT_EQ(reply.body, page.body) << path;
    EXPECT_EQ(reply.header("Cache-Control"), "no-cache") << path;
    EXPECT_THAT(reply.header("Content-Security-Policy"), HasSubstr("default-src 'none'; script-src 'self'")) << path;
  }
  EXPECT_EQ(api.get("/assets/absent.js").status, 404);
}
TEST(WebPage, files_are_kept_by_a_browser_and_sent_compressed) {
  if (web::files().empty()) GTEST_SKIP() << "this was built without training-tracker-ui/dist/; ./pw build makes it";
  TestApi api;
  for (const auto& file : web::files()) {
    const auto path = "/" + std::string(file.path);
    if (file.path == "index.html") continue;
    const auto plain = api.get(path);
    EXPECT_EQ(plain.body, file.content) << path;
    EXPECT_EQ(plain.header("Cache-Control").contains("immutable"), file.path.starts_with("assets/")) << path;
    if (file.gzip.empty()) continue;
    const auto compressed = api.get(path, {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(compressed.body, file.gzip) << path;
    EXPECT_EQ(compressed.header("Content-Encoding"), "gzip") << path;
    EXPECT_NE(compressed.header("ETag"), plain.header("ETag")) << path;
    const testing::HeaderList again = {{"Accept-Encoding", "gzip"}, {"If-None-Match", compressed.header("ETag")}};
    EXPECT_EQ(api.get(path, again).status, 304) << path;
  }
}

TEST(MakeError, has_the_common_shape) {
  const auto response = make_error(503, "Too many connections.", "abc");
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(response.body, R"({"detail":{"error":"UNAVAILABLE","message":"Too many connections.","requestId":"abc"}})");
  EXPECT_EQ(response.headers.find("Retry-After"), "1");
  EXPECT_EQ(make_error(500, "x", "abc").body,
            R"({"detail":{"error":"INTERNAL_ERROR","message":"x","requestId":"abc"}})");
}

}  // namespace
}  // namespace api
