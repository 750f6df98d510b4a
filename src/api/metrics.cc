#include "api/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace api {
namespace {

std::string_view bounded_method(std::string_view method) {
  static constexpr std::array<std::string_view, 7> known = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"};
  const auto* const found = std::ranges::find(known, method);
  return found == known.end() ? "other" : *found;
}

std::string escaped_label(std::string_view value) {
  std::string text;
  for (const char character : value) {
    if (character == '\n') {
      text += "\\n";
      continue;
    }
    if (character == '\\' || character == '"') text += '\\';
    text += character;
  }
  return text;
}

// The value for `key`, made at first sight; a copy of the key's texts only then.
template <class Map, class Key>
auto& entry(Map& map, const Key& key) {
  const auto found = map.find(key);
  if (found != map.end()) return found->second;
  return map.emplace(typename Map::key_type(key), typename Map::mapped_type{}).first->second;
}

}  // namespace

void Metrics::request_started() {
  const std::scoped_lock lock(mutex_);
  ++in_flight_;
}

void Metrics::request_finished(std::string_view route, std::string_view method, int status,
                               std::chrono::steady_clock::duration duration) {
  const auto label = bounded_method(method);
  const double seconds = std::chrono::duration<double>(duration).count();
  const auto bucket = static_cast<std::size_t>(std::ranges::lower_bound(duration_bounds_seconds, seconds) -
                                               duration_bounds_seconds.begin());
  const std::scoped_lock lock(mutex_);
  --in_flight_;
  ++entry(requests_, std::tuple(route, label, status));
  auto& histogram = entry(durations_, std::tuple(route, label));
  ++histogram.counts.at(bucket);
  histogram.sum_seconds += seconds;
}

void Metrics::unreadable_item_seen() {
  const std::scoped_lock lock(mutex_);
  ++unreadable_items_;
}

std::string Metrics::render(std::string_view build_version, std::string_view store_description) const {
  std::string text;
  const auto out = std::back_inserter(text);
  const std::scoped_lock lock(mutex_);
  text +=
      "# HELP training_tracker_build_info The program that answers, and its store.\n"
      "# TYPE training_tracker_build_info gauge\n";
  fmt::format_to(out, "training_tracker_build_info{{version=\"{}\",store=\"{}\"}} 1\n", escaped_label(build_version),
                 escaped_label(store_description));
  text +=
      "# HELP http_requests_in_flight Requests that are being answered.\n"
      "# TYPE http_requests_in_flight gauge\n";
  fmt::format_to(out, "http_requests_in_flight {}\n", in_flight_);
  text +=
      "# HELP training_tracker_unreadable_items_total Stored rows that were met and could not be read.\n"
      "# TYPE training_tracker_unreadable_items_total counter\n";
  fmt::format_to(out, "training_tracker_unreadable_items_total {}\n", unreadable_items_);
  text += "# HELP http_requests_total Answered requests.\n# TYPE http_requests_total counter\n";
  for (const auto& [key, count] : requests_) {
    const auto& [route, method, status] = key;
    fmt::format_to(out, "http_requests_total{{route=\"{}\",method=\"{}\",status=\"{}\"}} {}\n", route, method, status,
                   count);
  }
  text +=
      "# HELP http_request_duration_seconds From the request's arrival to its answer.\n"
      "# TYPE http_request_duration_seconds histogram\n";
  for (const auto& [key, histogram] : durations_) {
    const std::string labels = fmt::format("route=\"{}\",method=\"{}\"", std::get<0>(key), std::get<1>(key));
    std::uint64_t cumulative = 0;
    for (std::size_t index = 0; index < histogram.counts.size(); ++index) {
      cumulative += histogram.counts.at(index);
      const std::string bound = index < duration_bounds_seconds.size()
                                    ? fmt::format("{}", duration_bounds_seconds.at(index))
                                    : std::string("+Inf");
      fmt::format_to(out, "http_request_duration_seconds_bucket{{{},le=\"{}\"}} {}\n", labels, bound, cumulative);
    }
    fmt::format_to(out, "http_request_duration_seconds_sum{{{}}} {}\n", labels, histogram.sum_seconds);
    fmt::format_to(out, "http_request_duration_seconds_count{{{}}} {}\n", labels, cumulative);
  }
  return text;
}

}  // namespace api
