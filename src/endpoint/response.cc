#include "endpoint/response.h"

#include <fmt/format.h>

#include <cstdint>
#include <random>
#include <utility>

#include "endpoint/compression.h"
#include "wire/serialize.h"

namespace endpoint {
namespace {

constexpr std::size_t request_id_characters = 52;

http::Response response_of(int status, std::string_view content_type, std::string body) {
  http::Response response;
  response.status = status;
  response.headers.add("x-amzn-RequestId", make_request_id());
  response.headers.add("Content-Type", std::string(content_type));
  response.headers.add("x-amz-crc32", fmt::format_int(crc32_of(body)).str());
  response.body = std::move(body);
  return response;
}

}  // namespace

std::string make_request_id() {
  constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
  constexpr unsigned bits_per_digit = 5;
  constexpr unsigned digits_per_number = 12;
  thread_local std::mt19937_64 generator{std::random_device()()};
  std::string id;
  id.reserve(request_id_characters);
  std::uint64_t bits = 0;
  while (id.size() < request_id_characters) {
    if (id.size() % digits_per_number == 0) bits = generator();
    id += digits[bits % digits.size()];
    bits >>= bits_per_digit;
  }
  return id;
}

http::Response json_response(int status, std::string body, bool accepts_gzip) {
  constexpr std::string_view content_type = "application/x-amz-json-1.0";
  if (!accepts_gzip || body.size() < compressed_body_bytes_min) {
    return response_of(status, content_type, std::move(body));
  }
  auto response = response_of(status, content_type, compress(body));
  response.headers.add("Content-Encoding", "gzip");
  return response;
}

http::Response error_response(const dynamodb::Error& error, bool accepts_gzip) {
  return json_response(dynamodb::http_status(error.code), wire::serialize(error), accepts_gzip);
}

http::Response no_such_page() {
  return response_of(404, "application/xml", "<UnknownOperationException/>\n");
}

http::Response healthy(std::string_view host) {
  return response_of(200, "text/plain", fmt::format("healthy: {} ", host));
}

}  // namespace endpoint
