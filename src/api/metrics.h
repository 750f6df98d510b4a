// What /metrics tells, in Prometheus' text format. https://prometheus.io/docs/instrumenting/exposition_formats/
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

namespace api {

// Upper bounds of the duration histogram, in seconds; the one above all of them is +Inf.
inline constexpr std::array duration_bounds_seconds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                       0.1,    0.25,  0.5,    1.0,   2.5,  5.0,   10.0};

// Thread-safe. Labels are bounded: routes are patterns of our own table, methods those that it knows or "other".
class Metrics {
 public:
  void request_started();
  // `route`: a pattern ("/v1/athletes/{id}"), or "unmatched".
  void request_finished(std::string_view route, std::string_view method, int status,
                        std::chrono::steady_clock::duration duration);
  // A stored row that could not be read: for tracker::RepositoryOptions::on_unreadable_item.
  void unreadable_item_seen();
  [[nodiscard]] std::string render(std::string_view build_version, std::string_view store_description) const;

 private:
  struct Histogram {
    std::array<std::uint64_t, duration_bounds_seconds.size() + 1> counts{};  // per bucket, not yet cumulative
    double sum_seconds = 0;
  };
  using RouteKey = std::tuple<std::string, std::string>;        // route, method
  using StatusKey = std::tuple<std::string, std::string, int>;  // route, method, status

  mutable std::mutex mutex_;
  std::map<StatusKey, std::uint64_t, std::less<>> requests_;
  std::map<RouteKey, Histogram, std::less<>> durations_;
  std::int64_t in_flight_ = 0;
  std::uint64_t unreadable_items_ = 0;
};

}  // namespace api
