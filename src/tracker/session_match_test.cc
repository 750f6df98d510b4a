#include "tracker/session_match.h"

#include <gtest/gtest.h>

#include "tracker/session_item.h"

namespace tracker {
namespace {

dynamodb::EncodedItem item_of(std::optional<std::string> sport, std::string notes) {
  TrainingSession session;
  session.id = "s1";
  session.athlete_id = "a1";
  session.athlete_name = "Zoë Ångström";
  session.date = Date(std::chrono::year(2025), std::chrono::October, std::chrono::day(20));
  session.notes = std::move(notes);
  session.sport = std::move(sport);
  return dynamodb::EncodedItem(item_from_session(session));
}
bool matches(const SessionFilter& filter, const dynamodb::EncodedItem& item) {
  return SessionMatch(filter).matches(item);
}

TEST(SessionMatch, without_sport_and_text_is_everything) {
  EXPECT_TRUE(SessionMatch({}).is_all());
  EXPECT_TRUE(SessionMatch({.dates = {}, .athlete_id = {}, .sport = {}, .text = ""}).is_all());
  EXPECT_FALSE(SessionMatch({.dates = {}, .athlete_id = {}, .sport = "Run"}).is_all());
  EXPECT_FALSE(SessionMatch({.dates = {}, .athlete_id = {}, .sport = {}, .text = "x"}).is_all());
  EXPECT_TRUE(matches({}, item_of(std::nullopt, "")));
}

TEST(SessionMatch, a_sport_is_exact) {
  const SessionFilter running{.dates = {}, .athlete_id = {}, .sport = "Run"};
  EXPECT_TRUE(matches(running, item_of("Run", "")));
  for (const auto& other :
       {std::optional<std::string>("run"), std::optional<std::string>("Trail Run"), std::optional<std::string>()}) {
    EXPECT_FALSE(matches(running, item_of(other, "Run")));
  }
}

TEST(SessionMatch, text_is_looked_for_in_notes_sport_and_name_in_any_case) {
  const auto item = item_of("Trail Run", "Übung am SEE");
  for (const char* text : {"übung", "Am see", "TRAIL", "l r", "zoË", "ÅNG", "Zoë Ångström", ""}) {
    EXPECT_TRUE(matches({.dates = {}, .athlete_id = {}, .sport = {}, .text = text}, item)) << text;
  }
  // Not across two of them, and not in ids and dates.
  for (const char* text : {"run übung", "s1", "2025", "ubung", "%", "."}) {
    EXPECT_FALSE(matches({.dates = {}, .athlete_id = {}, .sport = {}, .text = text}, item)) << text;
  }
  EXPECT_FALSE(matches({.dates = {}, .athlete_id = {}, .sport = {}, .text = "run"}, item_of({}, "")));
}

TEST(SessionMatch, both_must_hold) {
  const SessionFilter filter{.dates = {}, .athlete_id = {}, .sport = "Run", .text = "easy"};
  EXPECT_TRUE(matches(filter, item_of("Run", "Easy")));
  EXPECT_FALSE(matches(filter, item_of("Run", "Hard")));
  EXPECT_FALSE(matches(filter, item_of("Ride", "Easy")));
}

}  // namespace
}  // namespace tracker
