// The calls of a custom runtime: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
#pragma once

#include <chrono>
#include <expected>
#include <string>
#include <string_view>

#include "http/message.h"

namespace lambda {

// AWS_LAMBDA_RUNTIME_API: "127.0.0.1:9001".
struct RuntimeAddress {
  std::string host;
  std::string port;
};
// Error: one sentence.
[[nodiscard]] std::expected<RuntimeAddress, std::string> parse_runtime_address(std::string_view text);

struct Invocation {
  std::string request_id;
  std::string trace_id;                            // may be empty
  std::chrono::system_clock::time_point deadline;  // when Lambda ends the function
  std::string payload;                             // the event
};

// What has gone wrong, as Lambda shows it to whoever invoked the function.
struct Failure {
  std::string_view type;  // "TrainingTracker.UnknownEvent"
  std::string message;
};

[[nodiscard]] http::Request next_invocation_request();
// Error: one sentence.
[[nodiscard]] std::expected<Invocation, std::string> parse_invocation(http::Response response);
[[nodiscard]] http::Request response_request(std::string_view request_id, std::string answer);
[[nodiscard]] http::Request error_request(std::string_view request_id, const Failure& failure);
[[nodiscard]] http::Request init_error_request(const Failure& failure);

}  // namespace lambda
