#include "aws/signing.h"

#include <aws/auth/auth.h>

#include <gtest/gtest.h>

namespace aws {
namespace {

// Recorded from botocore 1.43.11's SigV4Auth with its clock at this time.
constexpr auto now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{17} +
                     std::chrono::minutes{5} + std::chrono::seconds{9};

Credentials keys(const std::string& token = "") {
  return {.access_key_id = "AKIDEXAMPLE",
          .secret_access_key = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
          .session_token = token};
}

std::string header(const Message& message, std::string_view name) {
  aws_byte_cursor value{};
  const bool there = aws_http_headers_get(aws_http_message_get_const_headers(message.get()), cursor_of(name), &value) ==
                     AWS_OP_SUCCESS;
  return there ? std::string{view_of(value)} : "";
}

class Signing : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { aws_auth_library_init(aws_default_allocator()); }
};

TEST_F(Signing, IsBotocoresForAwsItself) {
  const std::string body = R"({"TableName":"training","Key":{"PK":{"S":"ATHLETE#1"}}})";
  const Message message = signed_request({.host = "dynamodb.us-east-1.amazonaws.com", .region = "us-east-1"},
                                         "DynamoDB_20120810.GetItem", body, keys(), now);
  ASSERT_TRUE(message);
  EXPECT_EQ(header(message, "x-amz-date"), "20261123T170509Z");
  EXPECT_EQ(header(message, "authorization"),
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261123/us-east-1/dynamodb/aws4_request, "
            "SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
            "Signature=dc063178c4047c7dde46f2a2bc4731b21c6a8ac79e62a19807c740e804c3be45");
}

TEST_F(Signing, CoversTheSessionToken) {
  const std::string token =
      "AQoDYXdzEPT//////////"
      "wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/"
      "qkPpKPi/kMcGd==";
  const std::string body = R"({"TableName":"training","Item":{"Name":{"S":"Jürgen Ünal"}}})";
  const Message message = signed_request({.host = "dynamodb.eu-central-1.amazonaws.com", .region = "eu-central-1"},
                                         "DynamoDB_20120810.PutItem", body, keys(token), now);
  ASSERT_TRUE(message);
  EXPECT_EQ(header(message, "x-amz-security-token"), token);
  EXPECT_EQ(header(message, "authorization"),
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261123/eu-central-1/dynamodb/aws4_request, "
            "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, "
            "Signature=45864012851caa0a9bf5db73020997760223b43dd1457358cb6232bc4a06fec4");
}

TEST_F(Signing, CoversThePortOfALocalEndpoint) {
  const std::string body = "{}";
  const Message message = signed_request({.tls = false, .host = "localhost", .port = 8000, .region = "us-east-1"},
                                         "DynamoDB_20120810.ListTables", body, keys(), now);
  ASSERT_TRUE(message);
  EXPECT_EQ(header(message, "host"), "localhost:8000");
  EXPECT_TRUE(header(message, "authorization")
                  .ends_with("Signature=844b03bfd8c9a297a303e4047a5336fb2276d1ff778a0676d233175a847d827f"));
}

TEST_F(Signing, CoversAnIpv6AddressAndAnEmptyBody) {
  const std::string body;
  const Message message = signed_request({.tls = false, .host = "::1", .port = 8000, .region = "local"},
                                         "DynamoDB_20120810.Scan", body, keys(), now);
  ASSERT_TRUE(message);
  EXPECT_EQ(header(message, "host"), "[::1]:8000");
  EXPECT_TRUE(header(message, "authorization")
                  .ends_with("Signature=da7c8e73876695767e9daa01ec7e5496d647318e1508d36c685da0be0ad6864f"));
}

}  // namespace
}  // namespace aws
