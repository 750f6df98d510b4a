#include "api/query_parameters.h"

#include <gtest/gtest.h>

#include <string>

namespace api {
namespace {

// What is read of limit or offset: the value's digits, or the error's type.
std::string integer(const Parameter& parameter, const std::string& query) {
  QueryReader reader(query);
  const auto value = reader.integer(parameter);
  return reader.failed() ? reader.errors().front().type : value.digits;
}
std::string cascade(const std::string& query) {
  QueryReader reader(query);
  const bool value = reader.boolean(parameters::cascade);
  if (reader.failed()) return reader.errors().front().type;
  return value ? "true" : "false";
}

TEST(QueryParameters, limit_is_50_unless_given_and_1_to_100) {
  EXPECT_EQ(integer(parameters::limit, ""), "50");
  EXPECT_EQ(integer(parameters::limit, "limit=1"), "1");
  EXPECT_EQ(integer(parameters::limit, "limit=100"), "100");
  EXPECT_EQ(integer(parameters::limit, "limit=0"), "greater_than_equal");
  EXPECT_EQ(integer(parameters::limit, "limit=-1"), "greater_than_equal");
  EXPECT_EQ(integer(parameters::limit, "limit=101"), "less_than_equal");
  EXPECT_EQ(integer(parameters::limit, "limit=" + std::string(30, '9')), "less_than_equal");
}
TEST(QueryParameters, integers_are_read_as_the_earlier_service_did) {
  EXPECT_EQ(integer(parameters::limit, "limit=1.0"), "1");
  EXPECT_EQ(integer(parameters::limit, "limit=%201"), "1");
  EXPECT_EQ(integer(parameters::limit, "limit=%2B7"), "7");
  EXPECT_EQ(integer(parameters::limit, "limit=007"), "7");
  for (const auto* text : {"1.5", "1e1", "", "abc", "0x1", "1.", ".0", "--1", "1.0.0", "%EF%BC%91"}) {
    EXPECT_EQ(integer(parameters::limit, "limit=" + std::string(text)), "int_parsing") << text;
  }
  EXPECT_EQ(integer(parameters::limit, "limit"), "int_parsing");
}
TEST(QueryParameters, offset_has_no_upper_limit_and_keeps_its_digits) {
  EXPECT_EQ(integer(parameters::offset, ""), "0");
  EXPECT_EQ(integer(parameters::offset, "offset=-1"), "greater_than_equal");
  EXPECT_EQ(integer(parameters::offset, "offset=-0"), "0");
  EXPECT_EQ(integer(parameters::offset, "offset=100000000000000000000000"), "100000000000000000000000");
  QueryReader reader("offset=100000000000000000000000");
  EXPECT_EQ(reader.integer(parameters::offset).value, INT64_MAX);
  EXPECT_EQ(integer(parameters::offset, "offset=" + std::string(5000, '9')), "int_parsing_size");
}
TEST(QueryParameters, of_a_repeated_one_the_last_counts) {
  EXPECT_EQ(integer(parameters::limit, "limit=1&limit=2"), "2");
}
TEST(QueryParameters, names_are_case_sensitive_and_unknown_ones_ignored) {
  EXPECT_EQ(integer(parameters::limit, "Limit=0&nonsense=1"), "50");
}
// Which of them, or the error's type.
std::string choice(const Parameter& parameter, const std::string& query) {
  QueryReader reader(query);
  const auto chosen = reader.choice(parameter);
  return reader.failed() ? reader.errors().front().type : std::string(parameter.choices[chosen]);
}
TEST(QueryParameters, a_choice_is_one_of_the_words_exactly) {
  EXPECT_EQ(choice(parameters::by, "by=day"), "day");
  EXPECT_EQ(choice(parameters::by, "by=day&by=year"), "year");
  for (const auto* word : {"", "Day", "day%20", "decade"}) {
    EXPECT_EQ(choice(parameters::by, "by=" + std::string(word)), "enum") << word;
  }
}
TEST(QueryParameters, a_choice_that_is_not_required_has_a_default) {
  EXPECT_EQ(choice(parameters::by, ""), "missing");
  EXPECT_EQ(choice(parameters::week_start, ""), "monday");
  EXPECT_EQ(choice(parameters::week_start, "weekStart=sunday"), "sunday");
}
TEST(QueryParameters, booleans_are_words_in_any_case) {
  EXPECT_EQ(cascade(""), "false");
  for (const auto* word : {"1", "true", "yes", "on", "t", "y", "TRUE", "Yes"}) {
    EXPECT_EQ(cascade("cascade=" + std::string(word)), "true") << word;
  }
  for (const auto* word : {"0", "false", "no", "off", "f", "n", "OFF"}) {
    EXPECT_EQ(cascade("cascade=" + std::string(word)), "false") << word;
  }
  for (const auto* word : {"", "%20true", "2", "1.0", "maybe"}) {
    EXPECT_EQ(cascade("cascade=" + std::string(word)), "bool_parsing") << word;
  }
}
TEST(QueryParameters, dates_follow_the_rules_of_bodies_and_an_empty_one_is_wrong) {
  QueryReader good("startDate=2025-10-23&endDate=2025-10-23%2000:00:00");
  EXPECT_EQ(good.date(parameters::start_date), good.date(parameters::end_date));
  EXPECT_FALSE(good.failed());
  QueryReader bad("startDate=&endDate=x&limit=x&offset=x");
  bad.date(parameters::start_date);
  bad.date(parameters::end_date);
  bad.integer(parameters::limit);
  bad.integer(parameters::offset);
  EXPECT_EQ(render(bad.errors()),
            R"({"detail":[{"type":"date_from_datetime_parsing","loc":["query","startDate"],)"
            R"("msg":"Input should be a valid date or datetime, input is too short","input":"",)"
            R"("ctx":{"error":"input is too short"}},)"
            R"({"type":"date_from_datetime_parsing","loc":["query","endDate"],)"
            R"("msg":"Input should be a valid date or datetime, input is too short","input":"x",)"
            R"("ctx":{"error":"input is too short"}},)"
            R"({"type":"int_parsing","loc":["query","limit"],)"
            R"("msg":"Input should be a valid integer, unable to parse string as an integer","input":"x"},)"
            R"({"type":"int_parsing","loc":["query","offset"],)"
            R"("msg":"Input should be a valid integer, unable to parse string as an integer","input":"x"}]})");
}

}  // namespace
}  // namespace api
