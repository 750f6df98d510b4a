// Answers as DynamoDB sends them.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "dynamodb/error.h"
#include "http/message.h"

namespace endpoint {

// Smaller bodies are not compressed: they would fit into the same packet anyway.
inline constexpr std::size_t compressed_body_bytes_min = 1024;

// 52 digits and capital letters.
[[nodiscard]] std::string make_request_id();

// With x-amzn-RequestId, Content-Type and x-amz-crc32. `accepts_gzip`: then a large body is sent compressed, and the
// checksum is of what is sent.
[[nodiscard]] http::Response json_response(int status, std::string body, bool accepts_gzip);
[[nodiscard]] http::Response error_response(const dynamodb::Error& error, bool accepts_gzip);
// For what is no request of the API: another path, another method.
[[nodiscard]] http::Response no_such_page();
// GET /, as AWS's health check answers.
[[nodiscard]] http::Response healthy(std::string_view host);

}  // namespace endpoint
