// A DynamoDB elsewhere, as the port: signed requests over a Transport, their answers checked, what fails in passing
// tried again within a deadline, and every failure with what helps against it.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "aws/endpoint.h"
#include "aws/retry.h"
#include "aws/transport.h"
#include "wire/protocol_service.h"

namespace aws {

// The functions are called from any thread.
struct RemoteOptions {
  Endpoint endpoint;  // for the texts of errors
  RetrySettings retry = {};
  std::chrono::milliseconds call_deadline{20'000};  // all attempts and pauses together
  std::chrono::milliseconds attempt_deadline{8'000};
  // Under way at once, those that pause before another attempt included; one more is service_unavailable at once.
  std::size_t calls_max = 320;
  std::function<double()> random;      // [0, 1)
  std::function<std::string()> token;  // a fresh ClientRequestToken
  // Waits. Default: a timer on the caller's executor.
  std::function<boost::asio::awaitable<void>(std::chrono::milliseconds)> pause = {};
  std::function<std::chrono::steady_clock::time_point()> now = std::chrono::steady_clock::now;
  // What became of a call, for the log: nullptr when the store answered (an error of the request's own too).
  std::function<void(const dynamodb::Error* unavailable)> on_call = {};
};

// TransactWriteItems without a ClientRequestToken is given one, the same for all of its attempts. A write that may have
// been applied already and is not safe to repeat (wire::Effect::once) is not: it is ErrorCode::unreachable, or
// internal_server_error.
[[nodiscard]] std::unique_ptr<wire::ProtocolService> make_remote_database(std::unique_ptr<Transport> transport,
                                                                          RemoteOptions options);

}  // namespace aws
