// One request on its way: credentials, a connection, the answer.
#pragma once

#include <aws/http/request_response.h>

#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "aws/connection_pool.h"
#include "aws/credentials_cache.h"
#include "aws/endpoint.h"
#include "aws/signing.h"
#include "aws/signing_clock.h"
#include "aws/transport.h"

namespace aws {

// DynamoDB's answers have at most 1 MB (16 MB of BatchGetItem); JSON's base64 and escapes add to that.
inline constexpr std::size_t answer_bytes_max = 48U << 20U;

// What all exchanges of a transport share.
struct ExchangeContext {
  Endpoint endpoint;
  std::shared_ptr<CredentialsCache> credentials;
  std::shared_ptr<ConnectionPool> pool;
  std::shared_ptr<SigningClock> clock;
};

// Thread-safe; its steps run on whatever thread brings them. Always a shared_ptr.
class CrtExchange final : public ConnectionWaiter, public std::enable_shared_from_this<CrtExchange> {
 public:
  using Result = std::expected<Reply, TransportFailure>;

  CrtExchange(std::shared_ptr<const ExchangeContext> context, std::string target, std::string body)
      : context_(std::move(context)), target_(std::move(target)), body_(std::move(body)) {}

  // `done` is called once, on any thread, perhaps before this returns.
  void start(std::function<void()> done);
  // Ends it, whatever it waits for; nothing where it has ended.
  void fail(TransportFailure failure);
  // As fail(), saying what was waited for.
  void time_out(std::chrono::milliseconds deadline);
  // Once, after `done`.
  [[nodiscard]] Result take_result() { return std::move(result_); }

 private:
  enum class Phase { credentials, connection, answer, done };
  struct Callbacks;

  void signed_with(const CredentialsAnswer& answer);
  void connected(std::expected<aws_http_connection*, TransportFailure> connection) override;
  // 0, or the libraries' error. Under the lock.
  int send(aws_http_connection* connection);
  void finish(Result result);
  void answered(int error);

  const std::shared_ptr<const ExchangeContext> context_;
  const std::string target_;
  const std::string body_;

  std::mutex mutex_;
  Phase phase_ = Phase::credentials;
  std::function<void()> done_;
  std::shared_ptr<const Credentials> credentials_;
  aws_http_connection* connection_ = nullptr;  // from the request until the answer
  aws_http_stream* stream_ = nullptr;
  Reply reply_;
  std::optional<std::size_t> content_length_;
  bool is_chunked_ = false;
  Result result_;
};

}  // namespace aws
