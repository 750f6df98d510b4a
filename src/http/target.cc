#include "http/target.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "http/ascii.h"

namespace http {

std::optional<Target> parse_target(std::string_view method, std::string_view target) {
  if (target.starts_with('/')) return Target{target, std::nullopt};
  if (target == "*" && method == "OPTIONS") return Target{target, std::nullopt};
  for (const std::string_view scheme : {std::string_view("http://"), std::string_view("https://")}) {
    if (!equal_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    const std::string_view rest = target.substr(scheme.size());
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view path = rest.substr(end);
    return Target{path.empty() ? std::string_view("/") : path, rest.substr(0, end)};
  }
  return std::nullopt;
}

}  // namespace http
