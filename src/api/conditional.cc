#include "api/conditional.h"

#include <algorithm>

namespace api {
namespace {

// More tags than this are not looked at: no client has so many versions in hand.
constexpr std::size_t tags_max = 64;

EntityTags parse(std::string_view header, bool keep_weak) {
  EntityTags result;
  while (result.tags.size() < tags_max) {
    const auto begin = header.find_first_not_of(" \t,");
    if (begin == std::string_view::npos) break;
    header.remove_prefix(begin);
    if (header.starts_with('*')) {
      result.any = true;
      break;
    }
    const bool weak = header.starts_with("W/");
    if (weak) header.remove_prefix(2);
    if (!header.starts_with('"')) break;
    const auto end = header.find('"', 1);
    if (end == std::string_view::npos) break;
    if (keep_weak || !weak) result.tags.emplace_back(header.substr(1, end - 1));
    header.remove_prefix(end + 1);
  }
  return result;
}

}  // namespace

EntityTags parse_for_weak_comparison(std::string_view header) {
  return parse(header, true);
}
EntityTags parse_for_strong_comparison(std::string_view header) {
  return parse(header, false);
}

bool matches(const EntityTags& tags, std::string_view current) {
  return tags.any || std::ranges::count(tags.tags, current) > 0;
}

std::string quoted(std::string_view tag) {
  return '"' + std::string(tag) + '"';
}

}  // namespace api
