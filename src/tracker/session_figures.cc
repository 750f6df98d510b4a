#include "tracker/session_figures.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "tracker/decimal_text.h"
#include "tracker/schema.h"
#include "tracker/time_text.h"

namespace tracker {
namespace {

enum Attribute : std::uint8_t { athlete_id, date, distance, duration, excluded, rpe, session_id, sport, attributes };
constexpr std::array<std::string_view, attributes> names = {
    schema::athlete_id, schema::date,       schema::distance, schema::duration, schema::excluded_from_records,
    schema::rpe,        schema::session_id, schema::sport};
static_assert(std::ranges::is_sorted(names));  // as find_scalars() wants them

using Scalars = std::array<std::optional<dynamodb::ScalarText>, attributes>;

std::optional<std::string_view> text_of(const Scalars& scalars, Attribute attribute) {
  const auto& scalar = scalars[attribute];
  return scalar && scalar->type == dynamodb::AttributeType::string ? std::optional(scalar->text) : std::nullopt;
}
// Of type S or N.
std::optional<double> decimal_of(const Scalars& scalars, Attribute attribute) {
  const auto& scalar = scalars[attribute];
  return scalar ? parse_decimal(scalar->text) : std::nullopt;
}

}  // namespace

std::expected<SessionFigures, std::string> figures_of(const dynamodb::EncodedItem& item) {
  Scalars scalars;
  item.find_scalars(names, scalars);
  const auto date_text = text_of(scalars, date);
  const auto day = date_text ? parse_date(*date_text) : std::nullopt;
  const auto minutes = decimal_of(scalars, duration);
  const auto kilometres = decimal_of(scalars, distance);
  if (!day || !minutes || !kilometres) return std::unexpected("Date, Duration or Distance cannot be read");
  SessionFigures figures{.session_id = text_of(scalars, session_id).value_or(""),
                         .athlete_id = text_of(scalars, athlete_id).value_or(""),
                         .date = *day,
                         .duration_minutes = *minutes,
                         .distance_km = *kilometres,
                         .rpe = decimal_of(scalars, rpe),
                         .sport = text_of(scalars, sport),
                         .excluded_from_records = text_of(scalars, excluded) == schema::excluded_value};
  if (figures.sport && figures.sport->empty()) figures.sport.reset();
  return figures;
}

}  // namespace tracker
