#include "aws/remote_database.h"

#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <optional>
#include <utility>

#include "aws/remedies.h"
#include "aws/signing_clock.h"
#include "wire/parse_result.h"

namespace aws {
namespace {

using dynamodb::Awaitable;
using dynamodb::ErrorCode;
using std::chrono::milliseconds;

constexpr std::string_view target_prefix = "DynamoDB_20120810.";

boost::asio::awaitable<void> wait(milliseconds length) {
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, length);
  co_await timer.async_wait(boost::asio::use_awaitable);
}

bool is_intact(const Reply& reply) {
  if (!reply.crc32) return true;
  return crc32_z(0, reinterpret_cast<const Bytef*>(reply.body.data()), reply.body.size()) == *reply.crc32;
}

// What became of one attempt, when it did not succeed.
struct Failed {
  dynamodb::Error error;
  Failure failure = Failure::final;
  bool may_have_been_applied = false;
  std::optional<milliseconds> retry_after = {};
  std::optional<std::chrono::sys_seconds> time_there = {};  // where this machine's clock may be why it was refused
};

// The service's texts would say it too, but no code reads texts.
bool refused_for_its_time(ErrorCode code, const Reply& reply) {
  const bool may_be = code == ErrorCode::invalid_signature || code == ErrorCode::expired_token;
  return may_be && reply.date && is_far(*reply.date, reply.signed_at);
}

// The body, or what went wrong.
std::expected<std::string, Failed> judge(std::expected<Reply, TransportFailure> exchanged, const Endpoint& endpoint) {
  if (!exchanged) {
    const auto kind = exchanged.error().kind;
    return std::unexpected(Failed{.error = error_of(exchanged.error(), endpoint),
                                  .failure = failure_of(kind),
                                  .may_have_been_applied = may_have_been_applied(kind)});
  }
  if (!is_intact(*exchanged)) {
    return std::unexpected(Failed{.error = damaged_answer(endpoint),
                                  .failure = Failure::transient,
                                  .may_have_been_applied = true,
                                  .retry_after = exchanged->retry_after});
  }
  constexpr int ok = 200;
  if (exchanged->status == ok) return std::move(exchanged->body);
  auto error = wire::parse_error(exchanged->status, exchanged->body);
  const ErrorCode code = error.code;
  return std::unexpected(Failed{.error = with_remedy(std::move(error), endpoint),
                                .failure = failure_of(code),
                                .may_have_been_applied = may_have_been_applied(code),
                                .retry_after = exchanged->retry_after,
                                .time_there = refused_for_its_time(code, *exchanged) ? exchanged->date : std::nullopt});
}

bool speaks_against_credentials(ErrorCode code) {
  return code == ErrorCode::expired_token || code == ErrorCode::unrecognized_client;
}

// The store is away, or does not let us in; not that it refused this one request.
bool is_unavailable(ErrorCode code) {
  switch (code) {
    case ErrorCode::resource_not_found:
    case ErrorCode::access_denied:
    case ErrorCode::missing_authentication_token:
    case ErrorCode::unrecognized_client:
    case ErrorCode::incomplete_signature:
    case ErrorCode::invalid_signature:
    case ErrorCode::expired_token:
    case ErrorCode::missing_credentials:
      return true;
    default:
      return failure_of(code) != Failure::final;
  }
}

class RemoteDatabase final : public wire::ProtocolService {
 public:
  RemoteDatabase(std::unique_ptr<Transport> transport, RemoteOptions options)
      : transport_(std::move(transport)), options_(std::move(options)) {
    if (!options_.pause) options_.pause = wait;
  }

  Awaitable<dynamodb::TransactWriteItemsResult> transact_write_items(
      dynamodb::TransactWriteItemsRequest request) override {
    if (!request.client_request_token) request.client_request_token = options_.token();
    return ProtocolService::transact_write_items(std::move(request));
  }

 protected:
  Awaitable<std::string> exchange(std::string_view operation, std::string body, wire::Effect effect) override {
    const UnderWay under_way(calls_);
    if (under_way.number() > options_.calls_max) co_return std::unexpected(too_many_calls(options_.endpoint));
    auto answer = co_await attempts(std::string(target_prefix) + std::string(operation), std::move(body), effect);
    if (options_.on_call) {
      options_.on_call(!answer && is_unavailable(answer.error().code) ? &answer.error() : nullptr);
    }
    co_return answer;
  }

 private:
  // Counts a call from here to its end.
  class UnderWay {
   public:
    explicit UnderWay(std::atomic<std::size_t>& calls) : calls_(calls), number_(++calls) {}
    ~UnderWay() { --calls_; }
    UnderWay(const UnderWay&) = delete;
    UnderWay& operator=(const UnderWay&) = delete;
    [[nodiscard]] std::size_t number() const { return number_; }

   private:
    std::atomic<std::size_t>& calls_;
    std::size_t number_;
  };

  [[nodiscard]] milliseconds until(std::chrono::steady_clock::time_point deadline) const {
    return std::chrono::duration_cast<milliseconds>(deadline - options_.now());
  }

  Awaitable<std::string> attempts(std::string target, std::string body, wire::Effect effect) {
    const auto deadline = options_.now() + options_.call_deadline;
    Retries retries(options_.retry, quota_);
    bool clock_is_set = false;
    bool credentials_are_fresh = false;
    std::optional<dynamodb::Error> doubt;  // of an attempt of a write that may have been applied
    while (true) {
      const auto time_left = std::min(options_.attempt_deadline, std::max(until(deadline), milliseconds(1)));
      auto result = judge(co_await transport_->exchange(target, body, time_left), options_.endpoint);
      if (result) {
        retries.succeeded();
        co_return *std::move(result);
      }
      Failed& failed = result.error();
      if (failed.time_there && !clock_is_set) {
        clock_is_set = true;
        transport_->set_clock(*failed.time_there);
        continue;
      }
      if (speaks_against_credentials(failed.error.code) && !credentials_are_fresh) {
        credentials_are_fresh = true;
        transport_->forget_credentials();
        continue;
      }
      if (failed.may_have_been_applied && effect != wire::Effect::none) doubt = failed.error;
      const bool may_go_on = !(doubt && effect == wire::Effect::once);
      const auto pause = may_go_on
                             ? retries.after(failed.failure, options_.random(), failed.retry_after, until(deadline))
                             : std::nullopt;
      if (!pause) co_return std::unexpected(final_error(std::move(failed.error), std::move(doubt)));
      co_await options_.pause(*pause);
    }
  }

  // Whoever asked must learn that an earlier attempt may have been applied. A cancelled transaction is a judgement on
  // that too: a repeat of one that was applied is answered with success.
  static dynamodb::Error final_error(dynamodb::Error last, std::optional<dynamodb::Error> doubt) {
    return doubt && last.code != ErrorCode::transaction_canceled ? *std::move(doubt) : std::move(last);
  }

  std::unique_ptr<Transport> transport_;
  RemoteOptions options_;
  RetryQuota quota_;
  std::atomic<std::size_t> calls_ = 0;
};

}  // namespace

std::unique_ptr<wire::ProtocolService> make_remote_database(std::unique_ptr<Transport> transport,
                                                            RemoteOptions options) {
  return std::make_unique<RemoteDatabase>(std::move(transport), std::move(options));
}

}  // namespace aws
