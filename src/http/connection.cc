#include "http/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/error_code.hpp>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <exception>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "http/http_date.h"
#include "http/message.h"
#include "http/request_fault.h"
#include "http/response_head.h"
#include "http/server_context.h"

namespace http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);
constexpr auto no_deadline = std::numeric_limits<Connection::Clock::rep>::max();

// Takes the connection out of the registry, also when its coroutine is destroyed with the io_context.
class Membership {
 public:
  Membership(ServerContext& context, const Connection& connection) : context_(context), connection_(connection) {}
  ~Membership() { context_.connections.leave(connection_); }
  Membership(const Membership&) = delete;
  Membership& operator=(const Membership&) = delete;

 private:
  ServerContext& context_;
  const Connection& connection_;
};

std::string peer_of(const StreamSocket& socket) {
  error_code error;
  const auto endpoint = socket.remote_endpoint(error);
  if (error) return {};
  if (endpoint.protocol().family() == AF_UNIX) return "unix";
  tcp::endpoint address;
  address.resize(endpoint.size());
  std::memcpy(address.data(), endpoint.data(), endpoint.size());
  return address.address().to_string();
}

bool asks_to_close(const Response& response) {
  return response.headers.find("Connection") == "close";
}

}  // namespace

void Connection::start(const std::shared_ptr<ServerContext>& context, StreamSocket socket) {
  const Limits& limits = context->options.limits;
  auto connection = std::make_shared<Connection>(context, std::move(socket));
  bool is_refused = false;
  if (!context->connections.enter(connection, limits.connections_max)) {
    is_refused = true;
    if (!context->connections.enter(connection, limits.connections_max + limits.refusals_max)) return;
  }
  const auto executor = connection->socket_.get_executor();
  asio::co_spawn(executor, run(std::move(connection), is_refused), asio::detached);
}

Connection::Connection(std::shared_ptr<ServerContext> context, StreamSocket socket)
    : context_(std::move(context)),
      socket_(std::move(socket)),
      parser_(context_->options.limits, context_->body_budget),
      buffer_(buffer_bytes_first),
      deadline_(no_deadline) {
  request_.peer = peer_of(socket_);
}

bool Connection::is_overdue(Clock::time_point now) const {
  return deadline_.load(std::memory_order_relaxed) <= now.time_since_epoch().count();
}

void Connection::post_overdue() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    // It may have gone on since somebody looked at the clock.
    if (!self->is_overdue(Clock::now())) return;
    self->timed_out_ = true;
    error_code ignored;
    (void)self->socket_.cancel(ignored);
  });
}

void Connection::post_stop() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    const Limits& limits = self->context_->options.limits;
    if (self->phase_ == Phase::lingering) self->begin(Phase::lingering, limits.linger_timeout_when_stopping);
    if (self->phase_ != Phase::idle) return;
    error_code ignored;
    (void)self->socket_.cancel(ignored);
  });
}

void Connection::post_terminate() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    self->peer_is_gone_ = true;
    error_code ignored;
    (void)self->socket_.close(ignored);
  });
}

void Connection::begin(Phase phase, std::chrono::milliseconds timeout) {
  phase_ = phase;
  timed_out_ = false;
  deadline_.store((Clock::now() + timeout).time_since_epoch().count(), std::memory_order_relaxed);
}

void Connection::begin_without_deadline(Phase phase) {
  phase_ = phase;
  timed_out_ = false;
  deadline_.store(no_deadline, std::memory_order_relaxed);
}

asio::awaitable<void> Connection::run(std::shared_ptr<Connection> self, bool is_refused) {
  const Membership membership(*self->context_, *self);
  try {
    error_code error;
    // A response is one write; waiting for more to send with it would only delay it.
    (void)self->socket_.set_option(tcp::no_delay(true), error);  // a Unix socket has no such delay, and says so
    (void)self->socket_.non_blocking(true, error);
    if (error) co_return;
    if (!co_await self->shake_hands()) {
      // Whoever spoke no TLS was told so.
    } else if (is_refused) {
      co_await self->refuse(RequestFault::too_many_connections);
    } else {
      co_await self->serve_requests();
    }
    if (!self->peer_is_gone_) co_await self->linger();
  } catch (const std::exception& exception) {
    // Memory ran out, or a callback threw. This connection ends, the others go on.
    const auto& on_exception = self->context_->options.on_exception;
    if (on_exception) on_exception(self->request_.id, exception.what());
  }
  error_code ignored;
  (void)self->socket_.close(ignored);
}

asio::awaitable<bool> Connection::shake_hands() {
  const auto& certificate = context_->options.certificate;
  if (!certificate) co_return true;
  tls_.emplace(*certificate, socket_);
  begin(Phase::handshake, context_->options.limits.header_timeout);
  const auto handshake = co_await tls_->accept();
  if (handshake == TlsStream::Handshake::done) co_return true;
  tls_.reset();
  if (handshake == TlsStream::Handshake::plain_http) {
    co_await refuse(RequestFault::plain_text_to_tls);
  } else {
    peer_is_gone_ = true;
  }
  co_return false;
}

asio::awaitable<void> Connection::refuse(RequestFault fault) {
  context_->request_ids.next(request_.id);
  request_start_ = Clock::now();
  (void)co_await answer(fault);
}

asio::awaitable<void> Connection::serve_requests() {
  bool goes_on = true;
  while (goes_on) {
    parser_.restart(request_);
    context_->request_ids.next(request_.id);
    request_bytes_ = 0;
    const std::optional<RequestFault> fault = co_await receive_request();
    if (!fault) co_return;
    goes_on = co_await answer(*fault);
    is_first_request_ = false;
  }
}

asio::awaitable<bool> Connection::answer(RequestFault fault) {
  Response response;
  bool keep_alive = false;
  if (fault == RequestFault::none) {
    begin_without_deadline(Phase::application);
    response = co_await ask_application();
    // Requests that were sent one behind the other and are here already are answered before a stop.
    const bool stops = context_->stopping && buffer_.empty();
    keep_alive = parser_.keep_alive() && !stops && !asks_to_close(response);
  } else {
    response = context_->error_response(fault, request_.id);
  }
  const bool written = co_await write_response(response, keep_alive);
  if (context_->options.on_access) report(response);
  co_return written&& keep_alive;
}

asio::awaitable<Response> Connection::ask_application() {
  std::string what;
  try {
    Response response = co_await context_->application(request_);
    if (response.status >= 200 && response.status <= 599) co_return response;
    what = "the application answered with a status that is none: " + std::to_string(response.status);
  } catch (const std::exception& exception) {
    what = exception.what();
  } catch (...) {
    what = "an exception of unknown type";
  }
  if (context_->options.on_exception) context_->options.on_exception(request_.id, what);
  co_return context_->error_response(RequestFault::application_failed, request_.id);
}

asio::awaitable<bool> Connection::write_response(const Response& response, bool keep_alive) {
  const std::string_view body = response.static_body ? *response.static_body : std::string_view(response.body);
  ResponseFraming framing{.date = http_date_now(), .request_id = request_.id};
  if (!keep_alive) {
    framing.connection = ConnectionField::close;
  } else if (!parser_.is_http_1_1()) {
    framing.connection = ConnectionField::keep_alive;
  }
  head_.clear();
  append_response_head(head_, response, body.size(), framing);
  const bool has_body = status_has_body(response.status) && request_.method != "HEAD";
  response_bytes_ = head_.size() + (has_body ? body.size() : 0);
  co_return co_await write(head_, has_body ? body : std::string_view());
}

asio::awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
  error_code error;
  std::size_t written = 0;
  if (!tls_) {
    // Nearly every response fits into the socket's buffer, and then there is nothing to wait for.
    const std::array whole = {asio::buffer(head), asio::buffer(body)};
    written = socket_.write_some(whole, error);
  }
  while (written < head.size() + body.size()) {
    if (error && error != asio::error::would_block) {
      peer_is_gone_ = true;
      co_return false;
    }
    const Limits& limits = context_->options.limits;
    // Piece by piece, so that a large response to a slow but living client is not cut off.
    const std::string_view rest_of_head = head.substr(std::min(written, head.size()));
    const std::size_t body_begin = written - (head.size() - rest_of_head.size());
    const std::string_view piece = body.substr(body_begin, limits.write_piece_bytes);
    begin(Phase::writing, limits.write_timeout);
    const Transferred piece_written = co_await write_piece(rest_of_head, piece);
    written += piece_written.count;
    error = piece_written.error;
  }
  co_return true;
}

asio::awaitable<Transferred> Connection::write_piece(std::string_view head, std::string_view body) {
  if (tls_) co_return co_await tls_->write(head, body);
  const std::array pieces = {asio::buffer(head), asio::buffer(body)};
  const auto [error, count] = co_await asio::async_write(socket_, pieces, use_tuple);
  co_return Transferred{.error = error, .count = count};
}

void Connection::report(const Response& response) const {
  AccessRecord record;
  record.peer = request_.peer;
  record.request_id = request_.id;
  record.method = request_.method;
  record.target = request_.target;
  record.operation = response.operation;
  record.status = response.status;
  record.request_bytes = request_bytes_;
  record.response_bytes = response_bytes_;
  record.duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - request_start_);
  context_->options.on_access(record);
}

asio::awaitable<void> Connection::linger() {
  const Limits& limits = context_->options.limits;
  error_code error;
  begin(Phase::lingering, context_->stopping ? limits.linger_timeout_when_stopping : limits.linger_timeout);
  if (tls_) co_await tls_->close_notify();
  (void)socket_.shutdown(StreamSocket::shutdown_send, error);
  if (error) co_return;
  buffer_.consume(buffer_.content().size());
  std::size_t dropped = 0;
  while (dropped < limits.linger_bytes_max && !timed_out_) {
    const std::span<char> room = buffer_.room(buffer_bytes_first);
    const auto [read_error, count] =
        co_await socket_.async_read_some(asio::buffer(room.data(), room.size()), use_tuple);
    if (read_error) co_return;
    dropped += count;
  }
}

}  // namespace http
