#include "http/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "http/utf8.h"

namespace http {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(Headers, names_compare_without_case) {
  Headers headers;
  headers.add("Content-Type", "a");
  headers.add("X", "1");
  headers.add("content-type", "b");
  EXPECT_EQ(headers.find("CONTENT-TYPE"), "a");
  EXPECT_EQ(headers.count("content-Type"), 2);
  EXPECT_EQ(headers.find("Content-Typ"), std::nullopt);
}

TEST(Headers, set_replaces_all_of_the_name) {
  Headers headers;
  headers.add("a", "1");
  headers.add("A", "2");
  headers.set("a", "3");
  EXPECT_THAT(headers.fields(), ElementsAre(Pair("a", "3")));
}

TEST(Request, path_and_query_are_parted_at_the_first_question_mark) {
  Request request;
  request.target = "/a%3Fb?c=d?e";
  EXPECT_EQ(request.path(), "/a%3Fb");
  EXPECT_EQ(request.query_string(), "c=d?e");
  request.target = "/a";
  EXPECT_EQ(request.path(), "/a");
  EXPECT_EQ(request.query_string(), "");
}

TEST(PercentDecode, decodes_escapes_of_either_case) {
  EXPECT_EQ(percent_decode("a%2Fb%2fc"), "a/b/c");
  EXPECT_EQ(percent_decode("%E2%82%AC"), "€");
  EXPECT_EQ(percent_decode("%00"), std::string(1, '\0'));
  EXPECT_EQ(percent_decode(""), "");
}

TEST(PercentDecode, plus_is_a_space_only_when_asked) {
  EXPECT_EQ(percent_decode("a+b"), "a+b");
  EXPECT_EQ(percent_decode("a+b%2B", true), "a b+");
}

TEST(PercentDecode, refuses_malformed_escapes_and_what_is_not_utf8) {
  for (const std::string_view text :
       {"%", "%4", "a%", "%4g", "%%41", "%+1", "%FF", "%C3", "%ED%A0%80", "%C0%80", "\xFF"}) {
    EXPECT_EQ(percent_decode(text), std::nullopt) << text;
  }
}

TEST(PercentDecode, gives_back_every_text_whose_bytes_were_escaped) {
  EXPECT_TRUE(rc::check("round trip", [](const std::string& text) {
    std::string encoded;
    for (const char letter : text) {
      constexpr std::string_view digits = "0123456789aBcDeF";
      const auto byte = static_cast<unsigned char>(letter);
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15];
    }
    const std::optional<std::string> expected = is_utf8(text) ? std::optional(text) : std::nullopt;
    RC_ASSERT(percent_decode(encoded) == expected);
  }));
}

TEST(ParseQuery, gives_pairs_in_order) {
  EXPECT_THAT(parse_query("a=1&b=x+y%26&a=2"), ElementsAre(Pair("a", "1"), Pair("b", "x y&"), Pair("a", "2")));
}

TEST(ParseQuery, takes_what_is_missing_as_empty) {
  EXPECT_THAT(parse_query("a&b=&=c&&d=e=f"),
              ElementsAre(Pair("a", ""), Pair("b", ""), Pair("", "c"), Pair("d", "e=f")));
  EXPECT_THAT(parse_query(""), IsEmpty());
}

TEST(ParseQuery, leaves_malformed_escapes_as_they_are) {
  EXPECT_THAT(parse_query("a=100%&b=%zz&c=%FF"), ElementsAre(Pair("a", "100%"), Pair("b", "%zz"), Pair("c", "%FF")));
}

TEST(ParseQuery, gives_text_in_any_case) {
  EXPECT_TRUE(rc::check("UTF-8", [](const std::string& text) {
    for (const auto& [name, value] : parse_query(text)) RC_ASSERT(is_utf8(name) && is_utf8(value));
  }));
}

TEST(Utf8, knows_the_borders) {
  for (const std::string_view text : {"", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                                      "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(text));
  }
  for (const std::string_view text : {"\x80", "\xC1\xBF", "\xC2", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                                      "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "a\xE2\x28\xA1"}) {
    EXPECT_FALSE(is_utf8(text));
  }
}

}  // namespace
}  // namespace http
