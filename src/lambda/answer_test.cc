#include "lambda/answer.h"

#include <gtest/gtest.h>

#include <string>

#include "json/value.h"
#include "lambda/base64.h"

namespace lambda {
namespace {

http::Response response_of(std::string_view type, std::string body) {
  http::Response response;
  response.headers.add("Content-Type", std::string(type));
  response.body = std::move(body);
  return response;
}

TEST(Answer, is_text_in_the_form_of_format_2) {
  auto response = response_of("application/json", R"({"a":"é"})");
  response.status = 201;
  response.headers.add("Vary", "Accept");
  response.headers.add("vary", "Origin");
  response.headers.add("Set-Cookie", "a=1");
  response.headers.add("Set-Cookie", "b=2");
  EXPECT_EQ(
      serialize_answer(response, Sender::format_2, "POST", "id-1"),
      R"({"statusCode":201,"headers":{"Content-Type":"application/json","Vary":"Accept, Origin","X-Request-Id":"id-1"},)"
      R"("cookies":["a=1","b=2"],"isBase64Encoded":false,"body":"{\"a\":\"é\"}"})");
}

TEST(Answer, has_all_values_of_a_header_in_format_1) {
  auto response = response_of("text/plain", "x");
  response.headers.add("Set-Cookie", "a=1");
  response.headers.add("Set-Cookie", "b=2");
  EXPECT_EQ(serialize_answer(response, Sender::format_1, "GET", "i"),
            R"({"statusCode":200,"multiValueHeaders":{"Content-Type":["text/plain"],"Set-Cookie":["a=1","b=2"],)"
            R"("X-Request-Id":["i"]},"isBase64Encoded":false,"body":"x"})");
}

TEST(Answer, names_the_status_for_a_load_balancer) {
  auto response = response_of("text/plain", "");
  response.status = 404;
  EXPECT_EQ(serialize_answer(response, Sender::load_balancer, "GET", "i"),
            R"({"statusCode":404,"statusDescription":"404 Not Found","headers":{"Content-Type":"text/plain",)"
            R"("X-Request-Id":"i"},"isBase64Encoded":false,"body":""})");
  EXPECT_NE(serialize_answer(response, Sender::load_balancer_multi_value, "GET", "i").find(R"("X-Request-Id":["i"])"),
            std::string::npos);
}

struct Carried {
  bool is_base64 = false;
  std::string body;
};

Carried carried(const http::Response& response, std::string_view method = "GET") {
  const auto answer = json::parse(serialize_answer(response, Sender::format_2, method, "i"));
  return {.is_base64 = *answer->find("isBase64Encoded")->get_if<bool>(),
          .body = *answer->find("body")->get_if<std::string>()};
}

TEST(Answer, carries_what_is_no_text_in_base64) {
  EXPECT_TRUE(carried(response_of("image/png", "PNG")).is_base64);
  EXPECT_EQ(carried(response_of("image/png", std::string("\0\xFF", 2))).body, "AP8=");
  EXPECT_TRUE(carried(response_of("font/woff2", "x")).is_base64);
  EXPECT_TRUE(carried(response_of("text/plain", "\xFF")).is_base64);  // not UTF-8: it cannot stand in JSON
  auto zipped = response_of("application/json", "{}");
  zipped.headers.add("Content-Encoding", "gzip");
  EXPECT_TRUE(carried(zipped).is_base64);
  for (const auto* text : {"text/html; charset=utf-8", "application/json", "application/problem+json", "image/svg+xml",
                           "application/javascript", "text/javascript", "TEXT/CSS"}) {
    EXPECT_FALSE(carried(response_of(text, "x")).is_base64) << text;
  }
}

TEST(Answer, carries_files_of_the_binary) {
  http::Response response;
  response.headers.add("Content-Type", "text/css");
  response.static_body = "body{}";
  EXPECT_EQ(carried(response).body, "body{}");
}

TEST(Answer, has_no_body_for_head_and_for_statuses_without_one) {
  EXPECT_EQ(carried(response_of("image/png", "PNG"), "HEAD").body, "");
  auto response = response_of("text/plain", "x");
  response.status = 204;
  EXPECT_EQ(carried(response).body, "");
  EXPECT_FALSE(carried(response).is_base64);
}

TEST(Base64, comes_back_at_every_length) {
  std::string bytes;
  for (int length = 0; length < 300; ++length) {
    EXPECT_EQ(base64_decode(base64_encode(bytes)), bytes);
    bytes += static_cast<char>(length * 7);
  }
  EXPECT_EQ(base64_encode("f"), "Zg==");
  EXPECT_EQ(base64_encode("fo"), "Zm8=");
  EXPECT_EQ(base64_encode("foobar"), "Zm9vYmFy");
}

TEST(Base64, refuses_what_is_none) {
  for (const auto* text : {"A", "AB", "ABC", "AB*=", "A===", "====", "AAAA\n"}) {
    EXPECT_FALSE(base64_decode(text)) << text;
  }
}

}  // namespace
}  // namespace lambda
