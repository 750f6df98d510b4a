// A transport to a port of this machine, and its exchanges run to their end.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "aws/crt_transport.h"

namespace aws::testing {

using Variables = std::map<std::string, std::string, std::less<>>;
using Answer = std::expected<Reply, TransportFailure>;

inline constexpr std::chrono::milliseconds long_enough{20'000};

inline Environment environment_with(Variables variables) {
  return [variables = std::move(variables)](std::string_view name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional{found->second};
  };
}

inline Variables with_keys() {
  return {{"AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"}, {"AWS_SECRET_ACCESS_KEY", "a-secret-key"}, {"HOME", "/nonexistent"}};
}

inline Endpoint plain_endpoint(std::uint16_t port) {
  return {.tls = false, .host = "127.0.0.1", .port = port, .region = "us-east-1"};
}

inline std::unique_ptr<Transport> transport_to(const Endpoint& endpoint, const Variables& variables = with_keys(),
                                               ConnectionLimits connections = {}, std::size_t waiters_max = 256) {
  auto made = make_transport(
      endpoint, {.connections = connections, .waiters_max = waiters_max, .environment = environment_with(variables)});
  if (!made) throw std::runtime_error(made.error());
  return std::move(*made);
}

// Coroutines, so that they own what they are called with.
inline boost::asio::awaitable<void> exchange_into(Transport* transport, std::string body,
                                                  std::chrono::milliseconds deadline, std::optional<Answer>* answer) {
  *answer = co_await transport->exchange("DynamoDB_20120810.GetItem", std::move(body), deadline);
}

inline Answer exchanged(Transport& transport, const std::string& body = "{}",
                        std::chrono::milliseconds deadline = long_enough) {
  boost::asio::io_context context;
  std::optional<Answer> answer;
  boost::asio::co_spawn(context, exchange_into(&transport, body, deadline, &answer), boost::asio::detached);
  context.run();
  return std::move(answer.value());
}

inline std::optional<TransportFailure::Kind> kind_of(const Answer& answer) {
  return answer ? std::nullopt : std::optional{answer.error().kind};
}

}  // namespace aws::testing
