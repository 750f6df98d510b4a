#include "client/socket_database.h"

#include <chrono>
#include <utility>

#include "dynamodb/errors.h"
#include "http/unix_client.h"
#include "wire/parse_result.h"
#include "wire/protocol_service.h"

namespace client {
namespace {

constexpr std::chrono::seconds deadline{60};

http::Request post(std::string_view operation, std::string body) {
  http::Request request;
  request.method = "POST";
  request.target = "/";
  request.headers.add("Content-Type", "application/x-amz-json-1.0");
  request.headers.add("X-Amz-Target", "DynamoDB_20120810." + std::string(operation));
  request.body = std::move(body);
  return request;
}

class SocketDatabase final : public wire::ProtocolService {
 public:
  explicit SocketDatabase(std::string socket_path) : socket_path_(std::move(socket_path)) {}

 protected:
  dynamodb::Awaitable<std::string> exchange(std::string_view operation, std::string body,
                                            wire::Effect /*sent once, whatever it is*/) override {
    auto answer = co_await http::exchange_over_unix_socket(socket_path_, post(operation, std::move(body)), deadline);
    if (!answer) {
      co_return std::unexpected(dynamodb::errors::unreachable("The process that serves " + socket_path_ +
                                                              " did not answer: " + answer.error() + "."));
    }
    constexpr int ok = 200;
    if (answer->status != ok) co_return std::unexpected(wire::parse_error(answer->status, answer->body));
    co_return std::move(answer->body);
  }

 private:
  std::string socket_path_;
};

}  // namespace

std::unique_ptr<dynamodb::TableService> connect(const std::string& socket_path) {
  if (!http::is_unix_socket_served(socket_path)) return nullptr;
  return std::make_unique<SocketDatabase>(socket_path);
}

}  // namespace client
