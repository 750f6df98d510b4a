// AWS Signature Version 4 of a request, as the client made it. Pure.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace endpoint {

// "20150830", "us-east-1", "dynamodb", "aws4_request"
struct SigningScope {
  std::string date;
  std::string region;
  std::string service;
  std::string terminator;
};

// `signed_headers` in lower case and ascending, as SignedHeaders lists them. X-Amz-Signature of the query is left out.
[[nodiscard]] std::string canonical_request(const http::Request& request,
                                            const std::vector<std::string>& signed_headers);
// `date` as in X-Amz-Date.
[[nodiscard]] std::string string_to_sign(std::string_view canonical_request, std::string_view date,
                                         const SigningScope& scope);
// 64 hexadecimal digits.
[[nodiscard]] std::string signature(std::string_view string_to_sign, std::string_view secret_access_key,
                                    const SigningScope& scope);

}  // namespace endpoint
