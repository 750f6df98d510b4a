#include "lambda/runtime_api.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>

#include "http/authority.h"
#include "json/writer.h"

namespace lambda {
namespace {

constexpr std::string_view root = "/2018-06-01/runtime";
constexpr int ok = 200;

http::Request post(std::string target, std::string body) {
  http::Request request;
  request.method = "POST";
  request.target = std::move(target);
  request.headers.add("Content-Type", "application/json");
  request.body = std::move(body);
  return request;
}

http::Request failure_request(std::string target, const Failure& failure) {
  json::Writer writer;
  writer.start_object();
  writer.key("errorMessage").string(failure.message);
  writer.key("errorType").string(failure.type);
  writer.key("stackTrace").start_array().end_array();
  writer.end_object();
  http::Request request = post(std::move(target), writer.take());
  request.headers.add("Lambda-Runtime-Function-Error-Type", std::string(failure.type));
  return request;
}

}  // namespace

std::expected<RuntimeAddress, std::string> parse_runtime_address(std::string_view text) {
  const auto authority = http::parse_authority(text);
  if (!authority || !authority->port) {
    return std::unexpected(fmt::format("AWS_LAMBDA_RUNTIME_API must be HOST:PORT, not \"{}\".", text));
  }
  return RuntimeAddress{.host = std::string(authority->host), .port = std::to_string(*authority->port)};
}

http::Request next_invocation_request() {
  http::Request request;
  request.method = "GET";
  request.target = fmt::format("{}/invocation/next", root);
  return request;
}

std::expected<Invocation, std::string> parse_invocation(http::Response response) {
  if (response.status != ok) {
    return std::unexpected(fmt::format("Lambda's runtime API answered {} instead of an invocation.", response.status));
  }
  const auto request_id = response.headers.find("Lambda-Runtime-Aws-Request-Id");
  if (!request_id || request_id->empty()) {
    return std::unexpected("Lambda's runtime API gave an invocation without Lambda-Runtime-Aws-Request-Id.");
  }
  const std::string deadline(response.headers.find("Lambda-Runtime-Deadline-Ms").value_or(""));
  std::int64_t milliseconds = 0;
  const auto* end = deadline.data() + deadline.size();
  if (const auto parsed = std::from_chars(deadline.data(), end, milliseconds);
      parsed.ec != std::errc() || parsed.ptr != end) {
    return std::unexpected("Lambda's runtime API gave an invocation without a number in Lambda-Runtime-Deadline-Ms.");
  }
  return Invocation{.request_id = std::string(*request_id),
                    .trace_id = std::string(response.headers.find("Lambda-Runtime-Trace-Id").value_or("")),
                    .deadline = std::chrono::system_clock::time_point(std::chrono::milliseconds(milliseconds)),
                    .payload = std::move(response.body)};
}

http::Request response_request(std::string_view request_id, std::string answer) {
  return post(fmt::format("{}/invocation/{}/response", root, request_id), std::move(answer));
}

http::Request error_request(std::string_view request_id, const Failure& failure) {
  return failure_request(fmt::format("{}/invocation/{}/error", root, request_id), failure);
}

http::Request init_error_request(const Failure& failure) {
  return failure_request(fmt::format("{}/init/error", root), failure);
}

}  // namespace lambda
