#include "api/request_body.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace api {
namespace {

// The body read and, where it was refused, the answer's JSON.
std::string read(std::string_view body, std::optional<std::string_view> content_type = "application/json") {
  http::Request request;
  request.body = std::string(body);
  if (content_type) request.headers.add("Content-Type", std::string(*content_type));
  const auto parsed = parse_body(request);
  if (parsed) return json::Writer().value(parsed->value).take();
  const auto* errors = std::get_if<ValidationErrors>(&parsed.error());
  return errors != nullptr ? render(*errors) : "not UTF-8";
}

constexpr std::string_view no_object_begin = R"({"detail":[{"type":"model_attributes_type","loc":["body"],"msg":)"
                                             R"("Input should be a valid dictionary or object to extract fields from")";
constexpr std::string_view missing =
    R"({"detail":[{"type":"missing","loc":["body"],"msg":"Field required","input":null}]})";

TEST(RequestBody, is_json_by_several_content_types_and_by_none) {
  for (const auto* type : {"application/json", "application/JSON; charset=utf-8", "application/vnd.api+json"}) {
    EXPECT_EQ(read("{}", type), "{}") << type;
  }
  EXPECT_EQ(read("{}", std::nullopt), "{}");
}
TEST(RequestBody, is_text_by_other_content_types) {
  for (const auto* type : {"text/plain", "application/x-www-form-urlencoded", "text/xml", "garbage", ""}) {
    EXPECT_EQ(read("{}", type), std::string(no_object_begin) + R"(,"input":"{}"}]})") << type;
  }
}
TEST(RequestBody, is_an_object) {
  EXPECT_EQ(read("[]"), std::string(no_object_begin) + R"(,"input":[]}]})");
  EXPECT_EQ(read(R"("x")"), std::string(no_object_begin) + R"(,"input":"x"}]})");
  EXPECT_EQ(read("1.50"), std::string(no_object_begin) + R"(,"input":1.5}]})");
  EXPECT_EQ(read("NaN"), std::string(no_object_begin) + R"(,"input":null}]})");
}
TEST(RequestBody, is_missing_when_empty_or_null) {
  EXPECT_EQ(read(""), missing);
  EXPECT_EQ(read("null"), missing);
  EXPECT_EQ(read("", "text/plain"), missing);
}
TEST(RequestBody, may_begin_with_a_byte_order_mark) {
  EXPECT_EQ(read("\xEF\xBB\xBF{\"a\":1}"), R"({"a":1})");
}
TEST(RequestBody, is_utf_8) {
  EXPECT_EQ(read("{\"name\":\"\xff\"}"), "not UTF-8");
  EXPECT_EQ(read("\xff", "text/plain"), "not UTF-8");
}
TEST(RequestBody, that_is_no_json_names_the_byte) {
  EXPECT_TRUE(
      read(R"({"name":"x",})")
          .starts_with(
              R"({"detail":[{"type":"json_invalid","loc":["body",12],"msg":"JSON decode error","input":{},"ctx":{"error":)"))
      << read(R"({"name":"x",})");
  for (const auto* body : {"{'name':'x'}", "{\"name\":\"a\nb\"}", "{\"name\":\"x\"} x", "nul", " ", "{\"a\":01}",
                           R"({"name":"\q"})", R"({"name":"\ud800)", "{\"a\":nan}", "{\"a\":NaN"}) {
    EXPECT_NE(read(body).find("json_invalid"), std::string::npos) << body;
  }
}
TEST(RequestBody, reads_numbers_that_are_not_json_so_that_their_field_can_be_named) {
  EXPECT_EQ(read(R"({"a":NaN,"b":[-Infinity],"c":"NaN \" Infinity"})"),
            R"({"a":1e999,"b":[1e999],"c":"NaN \" Infinity"})");
}
TEST(RequestBody, tells_which_fields_have_lone_surrogates) {
  http::Request request;
  request.body =
      R"({"good":"\ud83d\ude00 \\ud800","bad":"\ud800","deep":[{"x":"\\\udfff"}],"low first":"\ude00\ud83d"})";
  const auto parsed = parse_body(request);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->fields_with_lone_surrogates, (std::vector<std::string>{"bad", "deep", "low first"}));
  EXPECT_EQ(*parsed->value.find("good")->get_if<std::string>(), "😀 \\ud800");
}

TEST(ValidationErrors, have_the_shape_of_the_earlier_service) {
  EXPECT_EQ(render({invalid::below(body_field("duration"), json::Value(json::Number{"-1"}), 0)}),
            R"({"detail":[{"type":"greater_than_equal","loc":["body","duration"],)"
            R"("msg":"Input should be greater than or equal to 0","input":-1,"ctx":{"ge":0.0}}]})");
  EXPECT_EQ(render({invalid::above(body_field("distance"), json::Value(std::string("2e6")), 1e6)}),
            R"({"detail":[{"type":"less_than_equal","loc":["body","distance"],)"
            R"("msg":"Input should be less than or equal to 1000000","input":"2e6","ctx":{"le":1000000.0}}]})");
  EXPECT_EQ(render({invalid::integer_above(query_field("limit"), json::Value(std::string("101")), 100)}),
            R"({"detail":[{"type":"less_than_equal","loc":["query","limit"],)"
            R"("msg":"Input should be less than or equal to 100","input":"101","ctx":{"le":100}}]})");
  EXPECT_EQ(render({invalid::too_long(body_field("notes"), json::Value(std::string("ab")), 1)}),
            R"({"detail":[{"type":"string_too_long","loc":["body","notes"],)"
            R"("msg":"String should have at most 1 characters","input":"ab","ctx":{"max_length":1}}]})");
  EXPECT_EQ(render({invalid::unreadable_date(body_field("date"), json::Value(std::string()), "input is too short")}),
            R"({"detail":[{"type":"date_from_datetime_parsing","loc":["body","date"],)"
            R"("msg":"Input should be a valid date or datetime, input is too short","input":"",)"
            R"("ctx":{"error":"input is too short"}}]})");
}
TEST(ValidationErrors, do_not_send_large_inputs_back) {
  const auto short_enough = render({invalid::missing({"body", {}}, json::Value(std::string(10'000, 'x')))});
  EXPECT_GT(short_enough.size(), 10'000U);
  const auto too_large = render({invalid::missing({"body", {}}, json::Value(std::string(20'000, 'x')))});
  EXPECT_NE(too_large.find(R"("input":null)"), std::string::npos);
}

}  // namespace
}  // namespace api
