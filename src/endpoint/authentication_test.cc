#include "endpoint/authentication.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "endpoint/testing/signed_request.h"

namespace endpoint {
namespace {

using dynamodb::ErrorCode;
using testing::known_keys;
using testing::signed_request;
using testing::signed_request_with_token;

constexpr const char* signature_text = "5845061ee575141537f6a6e5d81e9d39450b13ae66ba5ef82ef66e9d5eb59acf";

http::Request with_authorization(const std::string& text) {
  http::Request request = signed_request();
  request.headers.set("Authorization", text);
  return request;
}

std::string header(const std::string& credential, const std::string& signed_headers) {
  return "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=" + signed_headers +
         ", Signature=" + signature_text;
}

constexpr const char* credential = "AKIATEST/20261123/us-east-1/dynamodb/aws4_request";
constexpr const char* all_headers = "content-type;host;x-amz-date;x-amz-target";

dynamodb::Error refusal(const http::Request& request, const AuthenticationOptions& options) {
  const auto caller = authenticate(request, options);
  if (caller) return {ErrorCode::unreachable, "it was accepted", {}, nullptr};
  return caller.error();
}

AuthenticationOptions at(std::chrono::sys_seconds now) {
  auto options = known_keys();
  options.now = [now] { return now; };
  return options;
}

TEST(Authentication, without_credentials_any_signature_will_do_and_names_its_key) {
  const auto caller = authenticate(with_authorization(header("anything/at/all", "x")), {});
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->user_name, "anything");
  EXPECT_TRUE(authenticate(with_authorization("nonsense"), {}));
}

TEST(Authentication, refuses_what_is_not_signed_at_all) {
  http::Request request;
  request.method = "POST";
  request.target = "/?a=b";
  EXPECT_EQ(refusal(request, {}).code, ErrorCode::missing_authentication_token);
  EXPECT_EQ(refusal(request, known_keys()).message,
            "Request must contain either a valid (registered) AWS access key ID or X.509 certificate.");
  AuthenticationOptions open;
  open.unsigned_allowed = true;
  EXPECT_TRUE(authenticate(request, open));
}

TEST(Authentication, accepts_what_botocore_signed_and_names_the_profile) {
  const auto caller = authenticate(signed_request(), known_keys());
  ASSERT_TRUE(caller) << caller.error().message;
  EXPECT_EQ(caller->user_name, "ann");
  const auto with_token = authenticate(signed_request_with_token(), known_keys());
  ASSERT_TRUE(with_token) << with_token.error().message;
  EXPECT_EQ(with_token->user_name, "bob");
}

TEST(Authentication, accepts_a_signature_in_the_query_until_it_expires) {
  http::Request request;
  request.method = "POST";
  request.target =
      "/?TableName=log&Key=%7B%27id%27%3A%20%7B%27S%27%3A%20%271%27%7D%7D&X-Amz-Algorithm=AWS4-HMAC-SHA256"
      "&X-Amz-Credential=AKIATEST%2F20261123%2Fus-east-1%2Fdynamodb%2Faws4_request&X-Amz-Date=20261123T133000Z"
      "&X-Amz-Expires=3600&X-Amz-SignedHeaders=content-type%3Bhost%3Bx-amz-target"
      "&X-Amz-Signature=51f86bc6e3285b29cd64b7e31d5caba4e2f7ab186be41e2cbc0a287ff2142bd0";
  request.headers.add("Host", "localhost:8000");
  request.headers.add("Content-Type", "application/x-amz-json-1.0");
  request.headers.add("X-Amz-Target", "DynamoDB_20120810.GetItem");
  const auto caller = authenticate(request, at(testing::signed_at + std::chrono::minutes(59)));
  ASSERT_TRUE(caller) << caller.error().message;
  EXPECT_EQ(refusal(request, at(testing::signed_at + std::chrono::minutes(61))).code, ErrorCode::invalid_signature);
  request.headers.add("Authorization", "AWS4-HMAC-SHA256 x");
  EXPECT_EQ(refusal(request, known_keys()).message,
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
}

TEST(Authentication, notices_every_part_that_was_changed) {
  const std::vector<std::function<void(http::Request&)>> changes{
      [](http::Request& request) { request.body += ' '; },
      [](http::Request& request) { request.headers.set("Host", "127.0.0.1:8000"); },
      [](http::Request& request) { request.headers.set("X-Amz-Target", "DynamoDB_20120810.PutItem"); },
      [](http::Request& request) { request.headers.set("X-Amz-Date", "20261123T133001Z"); },
      [](http::Request& request) { request.target = "/?a=b"; },
      [](http::Request& request) { request.method = "PUT"; },
      [](http::Request& request) {
        request.headers.set("Authorization", header("ASIATEST/20261123/us-east-1/dynamodb/aws4_request", all_headers));
        request.headers.add("X-Amz-Security-Token", "dummy-token");
        request.headers.set("Authorization", header("ASIATEST/20261123/us-east-1/dynamodb/aws4_request",
                                                    "content-type;host;x-amz-date;x-amz-security-token;x-amz-target"));
      },
  };
  for (std::size_t index = 0; index < changes.size(); ++index) {
    http::Request request = signed_request();
    changes[index](request);
    const auto error = refusal(request, known_keys());
    EXPECT_EQ(error.code, ErrorCode::invalid_signature) << index;
    EXPECT_TRUE(error.message.starts_with("The request signature we calculated does not match")) << index;
  }
}

TEST(Authentication, knows_no_other_key_and_no_other_token) {
  const auto stranger = header("AKIAOTHER/20261123/us-east-1/dynamodb/aws4_request", all_headers);
  EXPECT_EQ(refusal(with_authorization(stranger), known_keys()).message,
            "The security token included in the request is invalid.");
  http::Request request = signed_request_with_token();
  request.headers.set("X-Amz-Security-Token", "other-token");
  EXPECT_EQ(refusal(request, known_keys()).code, ErrorCode::unrecognized_client);
}

TEST(Authentication, allows_clocks_to_differ_by_fifteen_minutes) {
  const auto skew = clock_skew_max;
  EXPECT_TRUE(authenticate(signed_request(), at(testing::signed_at + skew)));
  EXPECT_TRUE(authenticate(signed_request(), at(testing::signed_at - skew)));
  EXPECT_EQ(refusal(signed_request(), at(testing::signed_at + skew + std::chrono::seconds(1))).message,
            "Signature expired: 20261123T133000Z is now earlier than 20261123T133001Z (20261123T134501Z - 15 min.)");
  EXPECT_EQ(refusal(signed_request(), at(testing::signed_at - skew - std::chrono::seconds(1))).message,
            "Signature not yet current: 20261123T133000Z is still later than 20261123T132959Z (20261123T131459Z + 15 "
            "min.)");
}

TEST(Authentication, names_what_is_missing_in_the_header) {
  const auto error =
      refusal(with_authorization("AWS4-HMAC-SHA256 Credential=" + std::string(credential)), known_keys());
  EXPECT_EQ(error.code, ErrorCode::incomplete_signature);
  EXPECT_EQ(error.message,
            "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' "
            "parameter. Authorization=AWS4-HMAC-SHA256");
  EXPECT_EQ(refusal(with_authorization("Basic eDp5"), known_keys()).code, ErrorCode::incomplete_signature);
  EXPECT_EQ(refusal(with_authorization(header("AKIATEST/20261123", all_headers)), known_keys()).message,
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got "
            "'AKIATEST/20261123'");
  http::Request request = signed_request();
  request.headers.set("X-Amz-Date", "yesterday");
  EXPECT_EQ(refusal(request, known_keys()).code, ErrorCode::incomplete_signature);
  request.headers.set("X-Amz-Date", "20261340T250000Z");
  EXPECT_NE(refusal(request, known_keys()).code, ErrorCode::unreachable);
}

TEST(Authentication, wants_the_scope_to_be_this_endpoint) {
  const auto message_of = [](const std::string& scope) {
    return refusal(with_authorization(header("AKIATEST/" + scope, all_headers)), known_keys()).message;
  };
  EXPECT_EQ(message_of("20261123/eu-west-1/dynamodb/aws4_request"), "Credential should be scoped to a valid region. ");
  EXPECT_EQ(message_of("20261123/us-east-1/s3/aws4_request"),
            "Credential should be scoped to correct service: 'dynamodb'. ");
  EXPECT_EQ(message_of("20261123/us-east-1/dynamodb/aws5_request"),
            "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'. ");
  EXPECT_EQ(message_of("20261122/us-east-1/dynamodb/aws4_request"),
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261122' != "
            "'20261123', from '20261123T133000Z'.");
}

TEST(Authentication, wants_host_and_the_amz_headers_signed) {
  const auto message_of = [](const std::string& names) {
    return refusal(with_authorization(header(credential, names)), known_keys()).message;
  };
  EXPECT_EQ(message_of("content-type;x-amz-date;x-amz-target"),
            "'Host' must be a 'SignedHeader' in the AWS Authorization.");
  EXPECT_EQ(message_of("content-type;host;x-amz-date"),
            "'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization.");
}

}  // namespace
}  // namespace endpoint
