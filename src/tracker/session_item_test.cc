#include "tracker/session_item.h"

#include <gtest/gtest.h>

#include "tracker/athlete_item.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

TrainingSession example() {
  TrainingSession session;
  session.id = "s1";
  session.athlete_id = "athlete-1";
  session.athlete_name = "John Doe";
  session.date = Date(std::chrono::year(2025), std::chrono::October, std::chrono::day(20));
  session.duration_minutes = 45;
  session.distance_km = 8.5;
  session.notes = "Morning run";
  session.created_at = "2025-10-20T08:00:00";
  session.updated_at = "2026-11-23T04:35:57.900623+00:00";
  return session;
}

TEST(SessionItem, is_spelt_as_the_guide_spells_it) {
  dynamodb::Item expected;
  for (const auto& [attribute, value] :
       std::vector<std::pair<std::string, std::string>>{{"PK", "ATHLETE#athlete-1"},
                                                        {"SK", "SESSION#s1"},
                                                        {"GSI1PK", "SESSION"},
                                                        {"GSI1SK", "2025-10-20#s1"},
                                                        {"Type", "SESSION"},
                                                        {"SessionId", "s1"},
                                                        {"AthleteId", "athlete-1"},
                                                        {"AthleteName", "John Doe"},
                                                        {"Date", "2025-10-20"},
                                                        {"Duration", "45.0"},
                                                        {"Distance", "8.5"},
                                                        {"Notes", "Morning run"},
                                                        {"CreatedAt", "2025-10-20T08:00:00"},
                                                        {"UpdatedAt", "2026-11-23T04:35:57.900623+00:00"}}) {
    expected.emplace(attribute, value);
  }
  EXPECT_EQ(item_from_session(example()), expected);
}

TEST(SessionItem, reads_back_with_everything_additive) {
  TrainingSession session = example();
  session.sport = "Rowing";
  session.rpe = 7.5;
  session.source = "strava:123";
  session.start_time = "2025-10-20T06:00:00+00:00";
  session.excluded_from_records = true;
  const auto read = session_from_item(item_from_session(session));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, session);
}

TEST(SessionItem, reads_what_other_programs_store) {
  dynamodb::Item item = item_from_session(example());
  item.insert_or_assign("Duration", dynamodb::AttributeValue(*dynamodb::Number::parse("45.25")));
  item.insert_or_assign("Distance", "1e+1");
  item.erase("Notes");
  item.insert_or_assign("Weather", "rain");
  const auto read = session_from_item(item);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->duration_minutes, 45.25);
  EXPECT_EQ(read->distance_km, 10.0);
  EXPECT_EQ(read->notes, "");
}

TEST(SessionItem, says_what_cannot_be_read) {
  const std::vector<std::pair<std::string, std::string>> cases = {{"Duration", "inf"},       {"Distance", "far"},
                                                                  {"Date", "2025-02-30"},    {"CreatedAt", "yesterday"},
                                                                  {"AthleteId", "somebody"}, {"SessionId", "another"}};
  for (const auto& [attribute, value] : cases) {
    dynamodb::Item item = item_from_session(example());
    item.insert_or_assign(attribute, value);
    const auto read = session_from_item(item);
    ASSERT_FALSE(read.has_value()) << attribute;
    EXPECT_NE(read.error().find(attribute), std::string::npos) << read.error();
  }
  for (const char* attribute :
       {"SessionId", "AthleteId", "AthleteName", "Date", "Duration", "Distance", "CreatedAt", "UpdatedAt"}) {
    dynamodb::Item item = item_from_session(example());
    item.erase(std::string(attribute));
    EXPECT_FALSE(session_from_item(item).has_value()) << attribute;
  }
}

TEST(SessionItem, an_additive_attribute_that_cannot_be_read_is_left_out) {
  dynamodb::Item item = item_from_session(example());
  item.insert_or_assign("Sport", dynamodb::AttributeValue::boolean(true));
  item.insert_or_assign("Rpe", "hard");
  item.insert_or_assign("ExcludedFromRecords", "perhaps");
  const auto read = session_from_item(item);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, example());
}

TEST(AthleteItem, is_spelt_as_the_guide_spells_it) {
  dynamodb::Item expected;
  expected.emplace("PK", "ATHLETE#a1");
  expected.emplace("SK", "ATHLETE#a1");
  expected.emplace("Type", "ATHLETE");
  expected.emplace("AthleteId", "a1");
  expected.emplace("Name", "Jane Smith");
  EXPECT_EQ(item_from_athlete({.id = "a1", .name = "Jane Smith"}), expected);
  EXPECT_EQ(athlete_from_item(expected)->athlete, (Athlete{.id = "a1", .name = "Jane Smith"}));
}

TEST(Schema, ids_that_no_key_can_hold_are_impossible) {
  EXPECT_TRUE(schema::is_possible_id("a"));
  EXPECT_TRUE(schema::is_possible_id(std::string(1013, 'x')));
  EXPECT_TRUE(schema::is_possible_id("\xC3\xA9\xF0\x9F\x8F\x83"));
  EXPECT_FALSE(schema::is_possible_id(""));
  EXPECT_FALSE(schema::is_possible_id(std::string(1014, 'x')));
  for (const char* text : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xE2\x82", "\xF4\x90\x80\x80", "a\x80"}) {
    EXPECT_FALSE(schema::is_possible_id(text));
  }
}

}  // namespace
}  // namespace tracker
