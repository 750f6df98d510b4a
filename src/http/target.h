// The forms of a request target (RFC 9112, 3.2). Pure.
#pragma once

#include <optional>
#include <string_view>

namespace http {

struct Target {
  std::string_view path_and_query;            // begins with '/', or is "*"
  std::optional<std::string_view> authority;  // of the absolute form, which outranks Host
};

// "/a?b", "http://host/a?b", and "*" for OPTIONS; nullopt for everything else.
[[nodiscard]] std::optional<Target> parse_target(std::string_view method, std::string_view target);

}  // namespace http
