#include "operations/session_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace operations {
namespace {

using Identity = std::tuple<std::string, std::string, std::string>;  // athlete's name and id, source

Identity identity_of(const LogRow& row) {
  return {row.athlete_name, row.athlete_id, row.session->source.value_or("")};
}

auto content_of(const LogRow& row) {
  const auto& input = row.session->input;
  return std::tie(input.duration_minutes, input.distance_km, input.sport, input.notes);
}

}  // namespace

void number_equal_sources(std::vector<LogRow>& rows, std::span<const std::size_t> generated) {
  std::map<Identity, std::vector<std::size_t>> groups;
  for (const std::size_t index : generated) groups[identity_of(rows[index])].push_back(index);
  const std::set<std::size_t> is_generated(generated.begin(), generated.end());
  std::set<Identity> taken;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    if (rows[index].session && !is_generated.contains(index)) taken.insert(identity_of(rows[index]));
  }
  for (auto& [identity, members] : groups) {
    std::ranges::sort(members, [&rows](std::size_t left, std::size_t right) {
      const auto left_content = content_of(rows[left]);
      const auto right_content = content_of(rows[right]);
      return left_content == right_content ? left < right : left_content < right_content;
    });
    std::size_t number = 1;
    for (const std::size_t index : members) {
      Identity numbered = identity;
      while (true) {
        if (number > 1) std::get<2>(numbered) = fmt::format("{}#{}", std::get<2>(identity), number);
        ++number;
        if (!taken.contains(numbered)) break;
      }
      rows[index].session->source = std::get<2>(numbered);
    }
  }
}

}  // namespace operations
