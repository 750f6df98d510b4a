#include "dynamodb/expressions/projection.h"

#include <gtest/gtest.h>

#include "dynamodb/expressions/testing/requests.h"

namespace dynamodb {
namespace {

using expression_requests::message;
using expression_requests::projection;

Item item() {
  return {{"a", Number(1)},
          {"l", List{AttributeValue("0"), AttributeMap{{"x", Number(1)}, {"y", Number(2)}}, AttributeValue("2"),
                     List{AttributeValue("p"), AttributeValue("q")}}},
          {"m", AttributeMap{{"x", Number(1)}, {"deep", AttributeMap{{"z", Null{}}, {"w", Null{}}}}}}};
}

Item projected(std::string_view text) {
  auto paths = projection(text);
  EXPECT_TRUE(paths) << message(paths);
  return paths ? paths->apply(item()) : Item{};
}

TEST(Projection, keeps_the_named_attributes) {
  EXPECT_EQ(projected("a"), (Item{{"a", Number(1)}}));
  EXPECT_EQ(projected("absent, a"), (Item{{"a", Number(1)}}));
  EXPECT_EQ(projected("m.deep.z, m.x"),
            (Item{{"m", AttributeMap{{"x", Number(1)}, {"deep", AttributeMap{{"z", Null{}}}}}}}));
}

TEST(Projection, lists_close_their_gaps_and_keep_their_order) {
  EXPECT_EQ(projected("l[2], l[0]"), (Item{{"l", List{AttributeValue("0"), AttributeValue("2")}}}));
  EXPECT_EQ(projected("l[3][1], l[1].y, l[9]"),
            (Item{{"l", List{AttributeMap{{"y", Number(2)}}, List{AttributeValue("q")}}}}));
}

TEST(Projection, paths_that_lead_nowhere_leave_nothing_behind) {
  for (const char* text : {"a.b", "a[0]", "m.q", "m[0]", "l.x", "l[9]", "l[1].q", "q.r[3]", "m.deep.q"}) {
    EXPECT_EQ(projected(text), Item{}) << text;
  }
}

TEST(Projection, refuses_overlapping_and_conflicting_paths) {
  EXPECT_EQ(message(projection("a, #a[1]", {{"#a", "a"}})),
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of "
            "these paths; path one: [a], path two: [a, [1]]");
  EXPECT_EQ(message(projection("a.b[1], a[1], b")),
            "Invalid ProjectionExpression: Two document paths conflict with each other; must remove or rewrite one of "
            "these paths; path one: [a, b, [1]], path two: [a, [1]]");
}

TEST(Projection, takes_paths_only) {
  EXPECT_EQ(message(projection("size(a)")),
            "Invalid ProjectionExpression: Syntax error; token: \"(\", near: \"size(a\"");
  EXPECT_EQ(message(projection("a, Name")),
            "Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: Name");
  EXPECT_EQ(message(projection("")), "Invalid ProjectionExpression: The expression can not be empty;");
}

TEST(Projection, of_no_paths_is_empty) {
  EXPECT_EQ(project(item(), {}), Item{});
}

}  // namespace
}  // namespace dynamodb
