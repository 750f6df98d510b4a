// What statistics need of a session, read from the stored item without taking the rest apart.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/encoded_item.h"
#include "tracker/model.h"

namespace tracker {

// The texts are views into the item.
struct SessionFigures {
  std::string_view session_id;  // empty where the row has none
  std::string_view athlete_id;
  Date date;
  double duration_minutes = 0;
  double distance_km = 0;
  std::optional<double> rpe;
  std::optional<std::string_view> sport;  // never empty
  bool excluded_from_records = false;
};

// The error says in a few words what is wrong with the row.
[[nodiscard]] std::expected<SessionFigures, std::string> figures_of(const dynamodb::EncodedItem& item);

}  // namespace tracker
