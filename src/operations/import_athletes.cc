#include "operations/import_athletes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "operations/utf8.h"

namespace operations {

AthleteResolver::AthleteResolver(std::vector<tracker::Athlete> athletes, const ImportOptions& options)
    : athletes_(std::move(athletes)), athlete_id_(options.athlete_id) {
  if (options.athlete_name) athlete_name_ = trimmed(*options.athlete_name);
}

const tracker::Athlete* AthleteResolver::find_id(const std::string& id) const {
  const auto found = std::ranges::find(athletes_, id, &tracker::Athlete::id);
  return found == athletes_.end() ? nullptr : &*found;
}

std::expected<AthleteTarget, std::string> AthleteResolver::by_name(const std::string& name) const {
  if (name.empty()) return std::unexpected("the athlete's name is empty.");
  if (utf8_characters(name) > tracker::limits::athlete_name_characters_max) {
    return std::unexpected(
        fmt::format("the athlete's name is longer than {} characters.", tracker::limits::athlete_name_characters_max));
  }
  std::vector<std::string> ids;
  for (const auto& athlete : athletes_) {
    if (athlete.name == name) ids.push_back(athlete.id);
  }
  if (ids.size() > 1) {
    return std::unexpected(fmt::format("{} athletes are called {}; say which one by its id: {}.", ids.size(),
                                       quoted(name), fmt::join(ids, ", ")));
  }
  if (ids.empty()) return AthleteTarget{"", name, false, true};
  return AthleteTarget{ids.front(), name, true, true};
}

std::expected<AthleteTarget, std::string> AthleteResolver::target_of(const LogRow& row) const {
  if (athlete_id_ || athlete_name_) {
    if (athlete_id_ && find_id(*athlete_id_) == nullptr) {
      return std::unexpected(fmt::format("there is no athlete with the id {}.", quoted(*athlete_id_)));
    }
    auto target =
        athlete_id_ ? AthleteTarget{*athlete_id_, find_id(*athlete_id_)->name, true, true} : by_name(*athlete_name_);
    if (target) target->keeps_session_ids = row.athlete_id.empty() || row.athlete_id == target->id;
    return target;
  }
  if (!row.athlete_id.empty()) {
    if (const auto* athlete = find_id(row.athlete_id)) return AthleteTarget{athlete->id, athlete->name, true, true};
    if (row.athlete_name.empty()) {
      return std::unexpected(fmt::format("line {} names an athlete by the id {}, which nobody has, and gives no name.",
                                         row.line, quoted(row.athlete_id)));
    }
    return AthleteTarget{row.athlete_id, row.athlete_name, false, true};
  }
  if (!row.athlete_name.empty()) return by_name(row.athlete_name);
  return std::unexpected("the file does not say whose sessions these are; name the athlete.");
}

}  // namespace operations
