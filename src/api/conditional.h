// Entity tags in requests. RFC 9110, sections 8.8.3, 13.1.1 and 13.1.2.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace api {

struct EntityTags {
  bool any = false;               // "*"
  std::vector<std::string> tags;  // without quotes; in a strong comparison weak ones are left out
};

// If-None-Match: a weak tag is as good as a strong one.
[[nodiscard]] EntityTags parse_for_weak_comparison(std::string_view header);
// If-Match: weak tags never match. What is no entity tag is left out, so that a malformed header matches nothing.
[[nodiscard]] EntityTags parse_for_strong_comparison(std::string_view header);

[[nodiscard]] bool matches(const EntityTags& tags, std::string_view current);
[[nodiscard]] std::string quoted(std::string_view tag);

}  // namespace api
