#include "cli/lambda_loop.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <utility>

#include "api/api.h"
#include "cli/fail.h"
#include "cli/logging.h"
#include "cli/serving.h"
#include "cli/store.h"
#include "http/client.h"
#include "lambda/answer.h"
#include "lambda/event.h"

namespace cli {
namespace {

namespace asio = boost::asio;
using std::chrono::milliseconds;
using std::chrono::seconds;

// What the answer needs on its way before Lambda ends the function.
constexpr milliseconds answer_margin{250};
constexpr seconds runtime_api_patience{30};  // for everything but the next event, which may take days
constexpr int internal_error = 500;
constexpr int unauthorized = 401;
constexpr int unavailable = 503;

http::Response refuse_stranger(const std::string& request_id) {
  auto response = api::make_error(
      unauthorized,
      "This function serves only requests that AWS has authorized: give its URL the auth type AWS_IAM, or its API an "
      "authorizer, or start training-tracker lambda with --token-file and send Authorization: Bearer TOKEN.",
      request_id);
  response.headers.set("WWW-Authenticate", "Bearer");
  return response;
}

http::Response say_too_late(const std::string& request_id) {
  auto response = api::make_error(
      unavailable,
      "The function's timeout came before the answer. The request may have been carried out; ask again, or give the "
      "function more time.",
      request_id);
  response.headers.set("Retry-After", "1");
  return response;
}

// One request that may outlive its event.
struct Pending {
  Pending(const asio::any_io_executor& executor, http::Request asked) : request(std::move(asked)), timer(executor) {}

  http::Request request;
  std::optional<http::Response> response;
  asio::steady_timer timer;  // of whoever waits for the response; cancelled when it is there
};

asio::awaitable<void> answer(http::Application application, std::shared_ptr<Pending> pending) {
  try {
    pending->response = co_await application(pending->request);
  } catch (const std::exception& exception) {
    log_exception(pending->request.id, exception.what());
    pending->response = api::make_error(internal_error, "The request could not be answered.", pending->request.id);
  }
  pending->timer.cancel();
}

asio::awaitable<http::Response> answer_in_time(http::Application application, http::Request request,
                                               std::chrono::system_clock::time_point deadline) {
  const auto executor = co_await asio::this_coro::executor;
  const auto pending = std::make_shared<Pending>(executor, std::move(request));
  const auto left = deadline - std::chrono::system_clock::now() - answer_margin;
  pending->timer.expires_after(std::max<std::chrono::system_clock::duration>(left, milliseconds(0)));
  asio::co_spawn(executor, answer(std::move(application), pending), asio::detached);
  boost::system::error_code ignored;  // cancelled: the response is there
  if (!pending->response) co_await pending->timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  if (pending->response) co_return *std::move(pending->response);
  co_return say_too_late(pending->request.id);
}

void log_answer(const http::Request& request, int status, std::size_t answer_bytes,
                std::chrono::steady_clock::time_point begin) {
  log_access(
      {.peer = request.peer,
       .request_id = request.id,
       .method = request.method,
       .target = request.target,
       .status = status,
       .request_bytes = request.body.size(),
       .response_bytes = answer_bytes,
       .duration = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin)});
}

// The JSON for Lambda.
asio::awaitable<std::string> answer_event(const LambdaServing& serving, lambda::Event event,
                                          const lambda::Invocation& invocation) {
  const auto begin = std::chrono::steady_clock::now();
  http::Request& request = event.request;
  request.id = invocation.request_id;
  if (!invocation.trace_id.empty()) request.headers.set("X-Amzn-Trace-Id", invocation.trace_id);
  auto response = serving.has_tokens || event.is_authorized
                      ? co_await answer_in_time(serving.application, request, invocation.deadline)
                      : refuse_stranger(request.id);
  auto text = lambda::serialize_answer(response, event.sender, request.method, request.id);
  if (text.size() > lambda::answer_bytes_max) {
    response = api::make_error(internal_error,
                               "The answer is larger than Lambda carries (6 MB); ask for a smaller page.", request.id);
    text = lambda::serialize_answer(response, event.sender, request.method, request.id);
  }
  if (serving.access_log) log_answer(request, response.status, text.size(), begin);
  co_return text;
}

asio::awaitable<http::Request> carry_out(const LambdaServing& serving, const lambda::Invocation& invocation) {
  auto event = lambda::parse_event(invocation.payload);
  if (!event) {
    log_warning(fmt::format("invocation {}: {}", invocation.request_id, event.error()));
    co_return lambda::error_request(invocation.request_id,
                                    {.type = "TrainingTracker.UnknownEvent", .message = std::move(event).error()});
  }
  auto text = co_await answer_event(serving, *std::move(event), invocation);
  co_return lambda::response_request(invocation.request_id, std::move(text));
}

// The client must end before the context that `run` makes.
asio::awaitable<std::expected<http::Response, std::string>> tell_init_error(lambda::RuntimeAddress runtime,
                                                                            std::string sentence) {
  http::Client client(http::TcpPeer{.host = std::move(runtime.host), .port = std::move(runtime.port)});
  co_return co_await client.exchange(
      lambda::init_error_request({.type = "TrainingTracker.CannotStart", .message = std::move(sentence)}),
      runtime_api_patience);
}

}  // namespace

asio::awaitable<int> serve_invocations(LambdaServing serving) {
  http::Client runtime(http::TcpPeer{.host = serving.runtime.host, .port = serving.runtime.port});
  while (true) {
    // "Do not set a timeout on the GET request as the response may be delayed."
    auto next = co_await runtime.exchange(lambda::next_invocation_request(), std::nullopt);
    if (!next) co_return fail("Lambda's runtime API gave no event: " + next.error() + ".");
    const auto invocation = lambda::parse_invocation(*std::move(next));
    if (!invocation) co_return fail(invocation.error());
    auto outcome = co_await carry_out(serving, *invocation);
    const auto taken = co_await runtime.exchange(std::move(outcome), runtime_api_patience);
    if (!taken) co_return fail("Lambda's runtime API took no answer: " + taken.error() + ".");
    if (taken->status == internal_error)
      co_return fail("Lambda's runtime API is in a state that does not end by itself.");
    constexpr int accepted = 202;
    if (taken->status != accepted) {
      log_warning(fmt::format("invocation {}: Lambda refused the answer with {}: {}", invocation->request_id,
                              taken->status, taken->body));
    }
  }
}

int fail_to_start(const lambda::RuntimeAddress& runtime, const std::string& sentence, int status) {
  const auto told = run(tell_init_error(runtime, sentence));
  if (!told) log_warning("Lambda's runtime API was not told: " + told.error() + ".");
  return fail(sentence, status);
}

}  // namespace cli
