// For tests: requests that botocore signed with keys that are none, on 2026-11-23 at 13:30 UTC.
#pragma once

#include <chrono>
#include <string>

#include "endpoint/authentication.h"
#include "http/message.h"

namespace endpoint::testing {

inline constexpr std::chrono::sys_seconds signed_at =
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(13) + std::chrono::minutes(30);

inline http::Request signed_request() {
  http::Request request;
  request.method = "POST";
  request.target = "/";
  request.body = R"({"TableName":"log","Key":{"id":{"S":"1"}}})";
  request.headers.add("Host", "localhost:8000");
  request.headers.add("Content-Type", "application/x-amz-json-1.0");
  request.headers.add("X-Amz-Target", "DynamoDB_20120810.GetItem");
  request.headers.add("X-Amz-Date", "20261123T133000Z");
  request.headers.add("Authorization",
                      "AWS4-HMAC-SHA256 Credential=AKIATEST/20261123/us-east-1/dynamodb/aws4_request, "
                      "SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
                      "Signature=5845061ee575141537f6a6e5d81e9d39450b13ae66ba5ef82ef66e9d5eb59acf");
  return request;
}

inline http::Request signed_request_with_token() {
  http::Request request = signed_request();
  request.headers.add("X-Amz-Security-Token", "dummy-token");
  request.headers.set("Authorization",
                      "AWS4-HMAC-SHA256 Credential=ASIATEST/20261123/us-east-1/dynamodb/aws4_request, "
                      "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, "
                      "Signature=da926312974cd23a35b3f6bbb1a07e39cd018f76a7e79d90068b859a31049bdb");
  return request;
}

inline AuthenticationOptions known_keys() {
  AuthenticationOptions options;
  options.credentials = Credentials{
      {"AKIATEST", Credential{"ann", "dummy-secret", std::nullopt}},
      {"ASIATEST", Credential{"bob", "dummy-secret", "dummy-token"}},
  };
  options.now = [] { return signed_at; };
  return options;
}

}  // namespace endpoint::testing
