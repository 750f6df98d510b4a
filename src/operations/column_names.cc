#include "operations/column_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "operations/log_columns.h"
#include "operations/utf8.h"

namespace operations {
namespace {

using enum ColumnMeaning;

constexpr auto aliases = std::to_array<std::pair<std::string_view, ColumnMeaning>>({
    {"date", date},
    {"day", date},
    {"activity date", date},
    {"workout date", date},
    {"session date", date},
    {"start date", date},
    {"start date local", date},
    {"datum", date},
    {"tag", date},
    {"aktivitätsdatum", date},
    {"datum der aktivität", date},
    {"startdatum", date},
    {"datum van activiteit", date},
    {"activiteitsdatum", date},
    {"start", start_time},
    {"start time", start_time},
    {"started", start_time},
    {"started at", start_time},
    {"begin", start_time},
    {"begin timestamp", start_time},
    {"timestamp", start_time},
    {"time of day", start_time},
    {"startzeit", start_time},
    {"uhrzeit", start_time},
    {"beginn", start_time},
    {"starttijd", start_time},
    {"begintijd", start_time},
    {"tijdstip", start_time},
    {"duration", duration},
    {"workout time", duration},
    {"training time", duration},
    {"dauer", duration},
    {"trainingsdauer", duration},
    {"duur", duration},
    {"tijdsduur", duration},
    {"minutes", duration},
    {"time", time},
    {"total time", time},
    {"zeit", time},
    {"gesamtzeit", time},
    {"tijd", time},
    {"totale tijd", time},
    {"moving time", moving_time},
    {"bewegungszeit", moving_time},
    {"zeit in bewegung", moving_time},
    {"bewegingstijd", moving_time},
    {"beweegtijd", moving_time},
    {"elapsed time", elapsed_time},
    {"verstrichene zeit", elapsed_time},
    {"verstreken tijd", elapsed_time},
    {"distance", distance},
    {"total distance", distance},
    {"distanz", distance},
    {"strecke", distance},
    {"entfernung", distance},
    {"afstand", distance},
    {"activity type", sport},
    {"sport type", sport},
    {"type", sport},
    {"sport", sport},
    {"workout type", sport},
    {"discipline", sport},
    {"aktivitätstyp", sport},
    {"aktivitätsart", sport},
    {"art der aktivität", sport},
    {"sportart", sport},
    {"typ", sport},
    {"activiteitstype", sport},
    {"activiteittype", sport},
    {"type activiteit", sport},
    {"soort activiteit", sport},
    {"title", title},
    {"activity name", title},
    {"workout name", title},
    {"name", title},
    {"route name", title},
    {"titel", title},
    {"name der aktivität", title},
    {"aktivitätsname", title},
    {"bezeichnung", title},
    {"naam", title},
    {"naam van activiteit", title},
    {"naam activiteit", title},
    {"description", description},
    {"activity description", description},
    {"notes", description},
    {"note", description},
    {"comment", description},
    {"comments", description},
    {"beschreibung", description},
    {"beschreibung der aktivität", description},
    {"aktivitätsbeschreibung", description},
    {"notiz", description},
    {"notizen", description},
    {"kommentar", description},
    {"bemerkung", description},
    {"bemerkungen", description},
    {"beschrijving", description},
    {"beschrijving van activiteit", description},
    {"omschrijving", description},
    {"notities", description},
    {"opmerking", description},
    {"opmerkingen", description},
    {"rpe", rpe},
    {"perceived exertion", rpe},
    {"rating of perceived exertion", rpe},
    {"wahrgenommene anstrengung", rpe},
    {"anstrengung", rpe},
    {"waargenomen inspanning", rpe},
    {"activity id", activity_id},
    {"aktivitäts id", activity_id},
    {"activiteits id", activity_id},
    {"id", activity_id},
    {"athlete", athlete_name},
    {"athlete name", athlete_name},
    {"athlet", athlete_name},
    {"sportler", athlete_name},
    {"atleet", athlete_name},
    {"sporter", athlete_name},
    {"athlete id", athlete_id},
    {"session id", session_id},
    {"source", source},
    {"created at", created_at},
    {"updated at", updated_at},
    {"excluded from records", excluded_from_records},
});

std::string collapsed_spaces(std::string_view text) {
  std::string result;
  for (const char character : trimmed(text)) {
    if (character == ' ' && result.ends_with(' ')) continue;
    result.push_back(character);
  }
  return result;
}

bool is_unit(std::string_view word) {
  return distance_unit_of(word).has_value() || duration_unit_of(word).has_value();
}

}  // namespace

HeaderName normalised_header(std::string_view header) {
  HeaderName name;
  name.whole = lower_case(trimmed(header));
  std::string text = name.whole;
  const std::size_t bracket = text.find_first_of("([");
  if (bracket != std::string::npos && bracket > 0) {
    name.unit = trimmed(std::string_view(text).substr(bracket + 1, text.find_first_of(")]", bracket) - bracket - 1));
    text.resize(bracket);
  }
  std::ranges::replace_if(
      text, [](char character) { return character == '_' || character == '-' || character == ','; }, ' ');
  if (text.ends_with(':')) text.pop_back();
  text = collapsed_spaces(text);
  // "distance km", but not the header "minutes" itself.
  const std::size_t last_space = text.rfind(' ');
  if (name.unit.empty() && last_space != std::string::npos && is_unit(std::string_view(text).substr(last_space + 1))) {
    name.unit = text.substr(last_space + 1);
    text.resize(last_space);
  }
  name.text = std::move(text);
  return name;
}

std::optional<ColumnMeaning> meaning_of(std::string_view header_text) {
  const auto* const found = std::ranges::find(aliases, header_text, [](const auto& alias) { return alias.first; });
  if (found == aliases.end()) return std::nullopt;
  return found->second;
}

std::optional<DurationUnit> duration_unit_of(std::string_view unit) {
  using enum DurationUnit;
  constexpr auto units = std::to_array<std::pair<std::string_view, DurationUnit>>({
      {"s", seconds},
      {"sec", seconds},
      {"secs", seconds},
      {"seconds", seconds},
      {"sek", seconds},
      {"sekunden", seconds},
      {"seconden", seconds},
      {"min", minutes},
      {"mins", minutes},
      {"minutes", minutes},
      {"minuten", minutes},
      {"h", hours},
      {"hours", hours},
      {"hrs", hours},
      {"std", hours},
      {"stunden", hours},
      {"uur", hours},
      {"uren", hours},
      {"hh:mm", clock_hours_minutes},
      {"h:mm", clock_hours_minutes},
  });
  const auto* const found = std::ranges::find(units, unit, [](const auto& entry) { return entry.first; });
  if (found == units.end()) return std::nullopt;
  return found->second;
}

std::optional<DistanceUnit> distance_unit_of(std::string_view word) {
  using enum DistanceUnit;
  constexpr auto units = std::to_array<std::pair<std::string_view, DistanceUnit>>({
      {"km", kilometres},
      {"kms", kilometres},
      {"kilometers", kilometres},
      {"kilometres", kilometres},
      {"kilometer", kilometres},
      {"m", metres},
      {"meter", metres},
      {"meters", metres},
      {"metres", metres},
      {"metre", metres},
      {"mi", miles},
      {"mile", miles},
      {"miles", miles},
      {"meilen", miles},
      {"mijl", miles},
      {"yd", yards},
      {"yards", yards},
      {"ft", feet},
      {"feet", feet},
  });
  const auto* const found = std::ranges::find(units, word, [](const auto& entry) { return entry.first; });
  if (found == units.end()) return std::nullopt;
  return found->second;
}

double to_kilometres(double value, DistanceUnit unit) {
  switch (unit) {
    case DistanceUnit::kilometres:
      return value;
    case DistanceUnit::metres:
      return value / 1000;
    case DistanceUnit::miles:
      return value * 1.609344;
    case DistanceUnit::yards:
      return value * 0.9144 / 1000;
    case DistanceUnit::feet:
      return value * 0.3048 / 1000;
  }
  return value;
}

std::string_view source_prefix(LogFormat format) {
  switch (format) {
    case LogFormat::strava:
    case LogFormat::strava_api:
      return "strava";
    case LogFormat::garmin:
      return "garmin";
    case LogFormat::runkeeper:
      return "runkeeper";
    case LogFormat::own:
    case LogFormat::generic:
      return "csv";
    case LogFormat::fit:
    case LogFormat::tcx:
    case LogFormat::gpx:
      return "device";
  }
  return "csv";
}

std::string_view format_name(LogFormat format) {
  switch (format) {
    case LogFormat::strava:
      return "Strava export";
    case LogFormat::strava_api:
      return "Strava API dump";
    case LogFormat::garmin:
      return "Garmin Connect export";
    case LogFormat::runkeeper:
      return "Runkeeper export";
    case LogFormat::own:
      return "Training Tracker export";
    case LogFormat::generic:
      return "CSV";
    case LogFormat::fit:
      return "FIT file";
    case LogFormat::tcx:
      return "TCX file";
    case LogFormat::gpx:
      return "GPX file";
  }
  return "CSV";
}

}  // namespace operations
