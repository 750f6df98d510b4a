#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "json/value.h"
#include "json/writer.h"

namespace json {
namespace {

std::string rewritten(std::string_view text) {
  const auto value = parse(text);
  if (!value) return "error at " + std::to_string(value.error().position) + ": " + value.error().message;
  return Writer().value(*value).take();
}

TEST(JsonParse, keeps_the_text_of_numbers) {
  EXPECT_EQ(rewritten("[1e400,-0.0,100000000000000000000000,1.50]"), "[1e400,-0.0,100000000000000000000000,1.50]");
}
TEST(JsonParse, gives_the_last_of_duplicate_names) {
  const auto value = parse(R"({"a":1,"a":2})");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->find("a")->get_if<Number>()->text, "2");
  EXPECT_EQ(value->find("b"), nullptr);
}
TEST(JsonParse, skips_a_byte_order_mark) {
  EXPECT_EQ(rewritten("\xEF\xBB\xBF{}"), "{}");
}
TEST(JsonParse, decodes_escapes_and_surrogate_pairs) {
  EXPECT_EQ(rewritten(R"("\u00e4\ud83d\ude00\n")"), "\"ä😀\\n\"");
}
TEST(JsonParse, refuses_lone_surrogates) {
  EXPECT_FALSE(parse(R"("\ud800")"));
}
TEST(JsonParse, refuses_text_that_is_not_utf_8) {
  EXPECT_FALSE(parse("\"\xff\""));
}
TEST(JsonParse, refuses_what_follows_the_document) {
  EXPECT_FALSE(parse("{} x"));
}
TEST(JsonParse, refuses_raw_control_characters) {
  EXPECT_FALSE(parse("\"a\nb\""));
}
TEST(JsonParse, says_where_the_error_is) {
  const auto value = parse(R"({"a":NaN})");
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().position, 5U);
  EXPECT_EQ(value.error().message, "NaN is not a number in JSON.");
}
TEST(JsonParse, says_that_a_text_ends_too_early) {
  const auto value = parse("{\"a\":");
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().message, "The JSON ends too early.");
}
TEST(JsonParse, refuses_an_empty_text) {
  EXPECT_FALSE(parse(""));
}
TEST(JsonParse, refuses_too_deep_nesting_without_using_the_stack) {
  EXPECT_TRUE(parse(std::string(depth_max, '[') + std::string(depth_max, ']')));
  EXPECT_FALSE(parse(std::string(depth_max + 1, '[') + std::string(depth_max + 1, ']')));
  EXPECT_FALSE(parse(std::string(10'000'000, '[')));
}

TEST(JsonWriter, prints_floats_as_python_does) {
  EXPECT_EQ(format_double(45), "45.0");
  EXPECT_EQ(format_double(-0.0), "-0.0");
  EXPECT_EQ(format_double(8.5), "8.5");
  EXPECT_EQ(format_double(1e16), "1e+16");
  EXPECT_EQ(format_double(9999999999999998), "9999999999999998.0");
  EXPECT_EQ(format_double(1e-7), "1e-07");
  EXPECT_EQ(format_double(0.0001), "0.0001");
  EXPECT_EQ(format_double(0.00001), "1e-05");
  EXPECT_EQ(format_double(1e308), "1e+308");
  EXPECT_EQ(format_double(1.2345678901234568e17), "1.2345678901234568e+17");
}
RC_GTEST_PROP(JsonWriter, floats_read_back_the_same, (double value)) {
  RC_PRE(std::isfinite(value));
  RC_ASSERT(std::stod(format_double(value)) == value);
}
RC_GTEST_PROP(JsonWriter, strings_read_back_the_same, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127));
  const auto value = parse(Writer().string(bytes).take());
  RC_ASSERT(value.has_value());
  RC_ASSERT(*value->get_if<std::string>() == bytes);
}

}  // namespace
}  // namespace json
