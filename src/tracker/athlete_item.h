// Athletes as the guide's items, both ways.
#pragma once

#include <expected>
#include <optional>
#include <string>

#include "dynamodb/requests.h"
#include "tracker/model.h"

namespace tracker {

// An athlete with our own bookkeeping, which data of other programs does not have.
struct StoredAthlete {
  Athlete athlete;
  std::optional<std::string> rename_pending;
};

[[nodiscard]] dynamodb::Item item_from_athlete(const Athlete& athlete);

// The error says in a few words what is wrong with the row.
[[nodiscard]] std::expected<StoredAthlete, std::string> athlete_from_item(const dynamodb::Item& item);
// From an entry of AthletesByName, which has the keys and the name only.
[[nodiscard]] std::expected<Athlete, std::string> athlete_from_name_entry(const dynamodb::Item& entry);

}  // namespace tracker
