#include "http/router.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {
namespace {

// Deeper paths are not found; no route of ours comes near.
constexpr std::size_t segments_max = 32;

// In the order in which Allow names them; methods that are not in here follow.
constexpr std::array<std::string_view, 7> known_methods = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

bool is_parameter(std::string_view segment) {
  return segment.size() >= 2 && segment.front() == '{' && segment.back() == '}';
}

// "/a/b" to {"a", "b"}; "/" to {""}. Nothing when the path does not begin with '/' or is too deep.
std::optional<std::vector<std::string_view>> split(std::string_view path) {
  if (!path.starts_with('/')) return std::nullopt;
  std::vector<std::string_view> segments;
  segments.reserve(4);
  std::size_t begin = 1;
  while (true) {
    if (segments.size() == segments_max) return std::nullopt;
    const std::size_t end = path.find('/', begin);
    segments.push_back(path.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return segments;
    begin = end + 1;
  }
}

// A segment of the path that is asked for, decoded once for all routes.
struct Segment {
  std::string_view encoded;
  std::optional<std::string> decoded;  // only where there is something to decode
  bool fits_parameter = false;

  [[nodiscard]] std::string_view text() const { return decoded ? std::string_view(*decoded) : encoded; }
};

Segment make_segment(std::string_view encoded) {
  Segment segment{encoded, std::nullopt, !encoded.empty()};
  segment.decoded = percent_decode(encoded);
  if (!segment.decoded || segment.decoded->find('/') != std::string::npos) segment.fits_parameter = false;
  return segment;
}

bool matches(const std::vector<std::string>& pattern, const std::vector<Segment>& path) {
  if (pattern.size() != path.size()) return false;
  for (std::size_t index = 0; index < pattern.size(); ++index) {
    const bool fits = is_parameter(pattern[index]) ? path[index].fits_parameter : path[index].text() == pattern[index];
    if (!fits) return false;
  }
  return true;
}

// Both match the same path. The leftmost segment in which they differ decides.
bool is_more_literal(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  for (std::size_t index = 0; index < left.size(); ++index) {
    if (is_parameter(left[index]) != is_parameter(right[index])) return is_parameter(right[index]);
  }
  return false;
}

void add_once(std::vector<std::string_view>& methods, std::string_view method) {
  for (const std::string_view each : methods) {
    if (each == method) return;
  }
  methods.push_back(method);
}

std::string join_allowed(const std::vector<std::string_view>& methods) {
  std::vector<std::string_view> ordered;
  for (const std::string_view known : known_methods) {
    for (const std::string_view method : methods) {
      const bool implied = (known == "HEAD" && method == "GET") || known == "OPTIONS";
      if (method == known || implied) add_once(ordered, known);
    }
  }
  for (const std::string_view method : methods) add_once(ordered, method);
  std::string allow;
  for (const std::string_view method : ordered) {
    if (!allow.empty()) allow += ", ";
    allow += method;
  }
  return allow;
}

}  // namespace

void Router::add(std::string_view method, std::string_view pattern, Handler handler) {
  std::vector<std::string> segments;
  if (const auto parts = split(pattern)) segments.assign(parts->begin(), parts->end());
  routes_.push_back({std::string(method), std::string(pattern), std::move(segments), std::move(handler)});
}

RouteMatch Router::match(std::string_view method, std::string_view path) const {
  RouteMatch match;
  const auto parts = split(path);
  if (!parts) return match;
  std::vector<Segment> segments;
  segments.reserve(parts->size());
  for (const std::string_view part : *parts) segments.push_back(make_segment(part));

  const Route* best = nullptr;      // of this method, or of GET for HEAD
  const Route* best_any = nullptr;  // of any method: its pattern names the path
  std::vector<std::string_view> methods;
  for (const Route& route : routes_) {
    if (!matches(route.segments, segments)) continue;
    add_once(methods, route.method);
    if (best_any == nullptr || is_more_literal(route.segments, best_any->segments)) best_any = &route;
    const bool is_exact = route.method == method;
    if (!is_exact && !(method == "HEAD" && route.method == "GET")) continue;
    const bool replaces = best == nullptr || is_more_literal(route.segments, best->segments) ||
                          (is_exact && best->method != method && !is_more_literal(best->segments, route.segments));
    if (replaces) best = &route;
  }
  if (best_any == nullptr) return match;
  if (best == nullptr) {
    match.outcome = RouteMatch::Outcome::wrong_method;
    match.pattern = best_any->pattern;
    match.allow = join_allowed(methods);
    return match;
  }
  match.outcome = RouteMatch::Outcome::found;
  match.handler = &best->handler;
  match.pattern = best->pattern;
  for (std::size_t index = 0; index < segments.size(); ++index) {
    if (is_parameter(best->segments[index])) match.parameters.emplace_back(segments[index].text());
  }
  return match;
}

}  // namespace http
