#include "api/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace api {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

TEST(Metrics, count_requests_by_route_method_and_status) {
  Metrics metrics;
  for (const int status : {200, 404, 200}) {
    metrics.request_started();
    metrics.request_finished("/v1/athletes/{id}", "GET", status, milliseconds(3));
  }
  const auto text = metrics.render("1.2.3", "memory");
  EXPECT_THAT(text, HasSubstr("http_requests_total{route=\"/v1/athletes/{id}\",method=\"GET\",status=\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("http_requests_total{route=\"/v1/athletes/{id}\",method=\"GET\",status=\"404\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("training_tracker_build_info{version=\"1.2.3\",store=\"memory\"} 1\n"));
}
TEST(Metrics, sum_durations_into_cumulative_buckets) {
  Metrics metrics;
  for (const auto duration : {milliseconds(1), milliseconds(2), milliseconds(60'000)}) {
    metrics.request_started();
    metrics.request_finished("/", "GET", 200, duration);
  }
  const auto text = metrics.render("", "");
  EXPECT_THAT(text, HasSubstr("http_request_duration_seconds_bucket{route=\"/\",method=\"GET\",le=\"0.0005\"} 0\n"));
  EXPECT_THAT(text, HasSubstr("http_request_duration_seconds_bucket{route=\"/\",method=\"GET\",le=\"0.001\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("http_request_duration_seconds_bucket{route=\"/\",method=\"GET\",le=\"10\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("http_request_duration_seconds_bucket{route=\"/\",method=\"GET\",le=\"+Inf\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("http_request_duration_seconds_count{route=\"/\",method=\"GET\"} 3\n"));
}
TEST(Metrics, tell_what_is_in_flight_and_what_could_not_be_read) {
  Metrics metrics;
  metrics.request_started();
  metrics.unreadable_item_seen();
  const auto text = metrics.render("", "");
  EXPECT_THAT(text, HasSubstr("http_requests_in_flight 1\n"));
  EXPECT_THAT(text, HasSubstr("training_tracker_unreadable_items_total 1\n"));
}
TEST(Metrics, never_make_a_label_of_a_clients_words) {
  Metrics metrics;
  metrics.request_started();
  metrics.request_finished("unmatched", "BREW\"}", 405, milliseconds(1));
  const auto text = metrics.render("", "");
  EXPECT_THAT(text, Not(HasSubstr("BREW")));
  EXPECT_THAT(text, HasSubstr("method=\"other\""));
}

}  // namespace
}  // namespace api
