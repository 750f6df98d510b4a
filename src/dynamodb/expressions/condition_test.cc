#include "dynamodb/expressions/condition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dynamodb/expressions/testing/requests.h"

namespace dynamodb {
namespace {

using expression_requests::condition;
using expression_requests::holds;
using expression_requests::message;

Item session() {
  return {{"title", "Long run"},
          {"distance", Number(21)},
          {"sport", "running"},
          {"raced", AttributeValue::boolean(true)},
          {"coach", Null{}},
          {"track", Binary{std::string("\x01\x02\x03")}},
          {"tags", StringSet{{"easy", "long"}}},
          {"weeks", NumberSet{{Number(1), Number(2)}}},
          {"blobs", BinarySet{{Binary{"a"}, Binary{"b"}}}},
          {"laps", List{AttributeValue("first"), AttributeValue(Number(400)), AttributeMap{{"pace", Number(5)}}}},
          {"place", AttributeMap{{"city", "Bern"}, {"metres", Number(540)}}}};
}

TEST(Condition, comparators_compare_values_of_one_type) {
  const Item item = session();
  const AttributeMap v{{":v", Number(21)}};
  EXPECT_TRUE(holds("distance = :v", item, v));
  EXPECT_FALSE(holds("distance <> :v", item, v));
  EXPECT_FALSE(holds("distance < :v", item, v));
  EXPECT_TRUE(holds("distance <= :v", item, v));
  EXPECT_FALSE(holds("distance > :v", item, v));
  EXPECT_TRUE(holds("distance >= :v", item, v));
  EXPECT_TRUE(holds("distance < :v", item, {{":v", Number(100)}})) << "by value, not by text";
  EXPECT_TRUE(holds("title < :v", item, {{":v", "Long ruo"}}));
  EXPECT_TRUE(holds("track < :v", item, {{":v", Binary{std::string("\x01\xFF")}}}));
}

TEST(Condition, values_of_different_types_are_only_different) {
  const Item item = session();
  const AttributeMap v{{":v", "21"}};
  EXPECT_FALSE(holds("distance = :v", item, v));
  EXPECT_TRUE(holds("distance <> :v", item, v));
  for (const char* text : {"distance < :v", "distance <= :v", "distance > :v", "distance >= :v"}) {
    EXPECT_FALSE(holds(text, item, v)) << text;
  }
  EXPECT_FALSE(holds("distance BETWEEN :v AND :v", item, v));
  EXPECT_FALSE(holds("distance IN (:v)", item, v));
}

TEST(Condition, a_missing_attribute_is_only_different) {
  const Item item = session();
  const AttributeMap v{{":v", Number(1)}};
  EXPECT_TRUE(holds("absent <> :v", item, v));
  EXPECT_TRUE(holds(":v <> absent", item, v));
  for (const char* text : {"absent = :v", "absent < :v", "absent >= :v", "absent IN (:v)", "absent BETWEEN :v AND :v",
                           "size(absent) = :v", ":v BETWEEN absent AND distance"}) {
    EXPECT_FALSE(holds(text, item, v)) << text;
  }
  EXPECT_TRUE(holds("NOT absent = :v", item, v));
  EXPECT_FALSE(holds("contains(absent, title) OR begins_with(absent, title)", item));
}

TEST(Condition, documents_are_equal_member_by_member) {
  const Item item = session();
  EXPECT_TRUE(holds("place = :v", item, {{":v", AttributeMap{{"metres", Number(540)}, {"city", "Bern"}}}}));
  EXPECT_FALSE(holds("place = :v", item, {{":v", AttributeMap{{"metres", Number(540)}}}}));
  EXPECT_TRUE(holds("tags = :v", item, {{":v", StringSet{{"easy", "long"}}}}));
  EXPECT_TRUE(holds("raced = :v AND coach = :n", item, {{":v", AttributeValue::boolean(true)}, {":n", Null{}}}));
}

TEST(Condition, between_includes_both_bounds) {
  const Item item = session();
  EXPECT_TRUE(holds("distance BETWEEN :a AND :b", item, {{":a", Number(21)}, {":b", Number(22)}}));
  EXPECT_TRUE(holds("distance BETWEEN :a AND :b", item, {{":a", Number(20)}, {":b", Number(21)}}));
  EXPECT_FALSE(holds("distance BETWEEN :a AND :b", item, {{":a", Number(22)}, {":b", Number(30)}}));
  EXPECT_TRUE(holds(":a BETWEEN laps[2].pace AND distance", item, {{":a", Number(6)}}));
}

TEST(Condition, in_finds_equal_values_of_any_type) {
  const Item item = session();
  EXPECT_TRUE(holds("sport IN (:a, :b)", item, {{":a", "cycling"}, {":b", "running"}}));
  EXPECT_FALSE(holds("sport IN (:a, absent)", item, {{":a", "cycling"}}));
  EXPECT_TRUE(holds("coach IN (:a)", item, {{":a", Null{}}}));
}

TEST(Condition, not_binds_before_and_and_before_or) {
  const Item item = session();
  const AttributeMap v{{":yes", "running"}, {":no", "cycling"}};
  EXPECT_TRUE(holds("sport = :yes OR sport = :yes AND sport = :no", item, v));
  EXPECT_FALSE(holds("(sport = :yes OR sport = :yes) AND sport = :no", item, v));
  EXPECT_TRUE(holds("NOT sport = :yes OR sport = :yes AND NOT sport = :no", item, v));
  EXPECT_FALSE(holds("NOT (sport = :yes OR sport = :no)", item, v));
  EXPECT_TRUE(holds("NOT NOT sport = :yes AND NOT sport = :no", item, v));
  EXPECT_TRUE(holds("sport BETWEEN :no AND :yes AND sport = :yes", item, v)) << "the first AND is BETWEEN's";
}

TEST(Condition, words_may_be_in_any_case_but_functions_not) {
  const Item item = session();
  EXPECT_TRUE(holds("not sport In (:v) oR sport bEtween :v and :v", item, {{":v", "running"}}));
  EXPECT_EQ(message(condition("Size(title) = title")),
            "Invalid ConditionExpression: Invalid function name; function: Size");
}

TEST(Condition, paths_lead_into_maps_and_lists) {
  const Item item = session();
  EXPECT_TRUE(holds("place.city = :v", item, {{":v", "Bern"}}));
  EXPECT_TRUE(holds("laps[2].pace = :v", item, {{":v", Number(5)}}));
  EXPECT_TRUE(holds("#p.#c = :v", item, {{":v", "Bern"}}, {{"#p", "place"}, {"#c", "city"}}));
  EXPECT_TRUE(holds("laps [ 2 ] . #p = :v", item, {{":v", Number(5)}}, {{"#p", "pace"}}));
  EXPECT_FALSE(holds("attribute_exists(laps[3])", item));
  EXPECT_FALSE(holds("attribute_exists(laps.pace)", item)) << "a list has no names";
  EXPECT_FALSE(holds("attribute_exists(place[0])", item)) << "a map has no indexes";
  EXPECT_FALSE(holds("attribute_exists(title.chars)", item));
}

TEST(Condition, a_name_placeholder_is_one_name_whatever_is_in_it) {
  const Item item{{"a.b[0]", Number(1)}, {"size", Number(2)}, {"Größe", Number(3)}};
  EXPECT_TRUE(holds("attribute_exists(#x) AND attribute_exists(#y) AND attribute_exists(#z)", item, {},
                    {{"#x", "a.b[0]"}, {"#y", "size"}, {"#z", "Größe"}}));
}

TEST(Condition, existence_and_type) {
  const Item item = session();
  EXPECT_TRUE(holds("attribute_exists(coach)", item)) << "null is a value";
  EXPECT_FALSE(holds("attribute_not_exists(coach)", item));
  EXPECT_TRUE(holds("attribute_not_exists(place.country)", item));
  const std::pair<const char*, const char*> types[] = {
      {"title", "S"}, {"distance", "N"}, {"track", "B"}, {"raced", "BOOL"}, {"coach", "NULL"},
      {"laps", "L"},  {"place", "M"},    {"tags", "SS"}, {"weeks", "NS"},   {"blobs", "BS"}};
  for (const auto& [name, type] : types) {
    EXPECT_TRUE(holds("attribute_type(#a, :t)", item, {{":t", type}}, {{"#a", name}})) << name;
    EXPECT_FALSE(holds("attribute_type(absent, :t)", item, {{":t", type}}));
  }
  EXPECT_FALSE(holds("attribute_type(title, :t)", item, {{":t", "N"}}));
}

TEST(Condition, begins_with_takes_strings_and_binaries) {
  const Item item = session();
  EXPECT_TRUE(holds("begins_with(title, :v)", item, {{":v", "Long"}}));
  EXPECT_FALSE(holds("begins_with(title, :v)", item, {{":v", "long"}}));
  EXPECT_TRUE(holds("begins_with(track, :v)", item, {{":v", Binary{std::string("\x01\x02")}}}));
  EXPECT_FALSE(holds("begins_with(distance, :v)", item, {{":v", "2"}}));
}

TEST(Condition, contains_looks_into_strings_sets_and_lists) {
  const Item item = session();
  EXPECT_TRUE(holds("contains(title, :v)", item, {{":v", "g r"}}));
  EXPECT_FALSE(holds("contains(title, :v)", item, {{":v", Number(1)}}));
  EXPECT_TRUE(holds("contains(track, :v)", item, {{":v", Binary{std::string("\x02\x03")}}}));
  EXPECT_TRUE(holds("contains(tags, :v)", item, {{":v", "easy"}}));
  EXPECT_FALSE(holds("contains(tags, :v)", item, {{":v", "eas"}})) << "members are compared whole";
  EXPECT_TRUE(holds("contains(weeks, :v)", item, {{":v", Number(2)}}));
  EXPECT_TRUE(holds("contains(blobs, :v)", item, {{":v", Binary{"b"}}}));
  EXPECT_TRUE(holds("contains(laps, :v)", item, {{":v", AttributeMap{{"pace", Number(5)}}}}));
  EXPECT_FALSE(holds("contains(laps, :v)", item, {{":v", "fir"}}));
  EXPECT_FALSE(holds("contains(place, :v)", item, {{":v", "city"}}));
  EXPECT_TRUE(holds("contains(:v, sport)", item, {{":v", "trail running"}}));
}

TEST(Condition, size_counts_what_the_type_is_made_of) {
  const Item item = session();
  const std::pair<const char*, int> sizes[] = {{"title", 8}, {"track", 3}, {"tags", 2}, {"laps", 3}, {"place", 2}};
  for (const auto& [name, size] : sizes) {
    EXPECT_TRUE(holds("size(#a) = :v", item, {{":v", Number(size)}}, {{"#a", name}})) << name;
  }
  EXPECT_FALSE(holds("size(distance) = :v", item, {{":v", Number(2)}})) << "numbers have no size";
  EXPECT_TRUE(holds("size(title) BETWEEN size(tags) AND :v", item, {{":v", Number(8)}}));
}

TEST(Condition, the_size_of_a_string_is_in_utf16_units) {
  const Item item{{"text", "h\u00e9llo\U0001F600"}};
  EXPECT_TRUE(holds("size(#t) = :v", item, {{":v", Number(7)}}, {{"#t", "text"}}));
}

TEST(Condition, root_names_are_every_top_level_attribute_once) {
  auto parsed = condition(
      "size(place.city) > :v AND (laps[0] = place.metres OR NOT tags IN (:v, sport)) AND "
      "begins_with(title, :p) AND contains(track, title) AND attribute_exists(coach) AND "
      "attribute_type(raced, :p) AND weeks BETWEEN distance AND :v",
      {{":v", Number(1)}, {":p", "S"}});
  ASSERT_TRUE(parsed) << message(parsed);
  EXPECT_THAT(parsed->root_names(), testing::ElementsAre("coach", "distance", "laps", "place", "raced", "sport", "tags",
                                                         "title", "track", "weeks"));
}

TEST(Condition, outlives_its_text_and_placeholders) {
  std::optional<Condition> kept;
  {
    std::string text = "sport = :v";
    kept = condition(text, {{":v", "running"}}).value();
    text.assign(text.size(), '?');
  }
  EXPECT_TRUE(kept->evaluate(session()));
}

TEST(Condition, says_of_which_parameter_it_complains) {
  ExpressionAttributes none;
  auto context = ExpressionContext::create(none, true);
  ASSERT_TRUE(context);
  EXPECT_EQ(message(parse_condition("a", ExpressionKind::filter, *context)),
            "Invalid FilterExpression: Syntax error; token: \"<EOF>\", near: \"a\"");
}

}  // namespace
}  // namespace dynamodb
