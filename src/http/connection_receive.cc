// The half of a connection that reads: from bytes to a request that may be answered.
#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <tuple>

#include "http/connection.h"
#include "http/foreign_request.h"
#include "http/limits.h"
#include "http/message.h"
#include "http/request_fault.h"
#include "http/request_parser.h"
#include "http/server_context.h"
#include "http/target.h"

namespace http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);

}  // namespace

asio::awaitable<std::optional<RequestFault>> Connection::receive_request() {
  std::optional<RequestFault> fault = co_await receive_header();
  if (fault != RequestFault::none) co_return fault;
  fault = judge_header();
  if (fault != RequestFault::none || parser_.state() == RequestParser::State::complete) co_return fault;
  if (parser_.expects_continue() && buffer_.empty()) {
    if (!co_await write("HTTP/1.1 100 Continue\r\n\r\n", {})) co_return std::nullopt;
  }
  co_return co_await receive_body();
}

asio::awaitable<std::optional<RequestFault>> Connection::receive_header() {
  const Limits& limits = context_->options.limits;
  begin(Phase::idle, is_first_request_ ? limits.header_timeout : limits.idle_timeout);
  while (true) {
    if (!buffer_.empty()) {
      if (phase_ == Phase::idle) {
        begin(Phase::header, limits.header_timeout);
        request_start_ = Clock::now();
      }
      const std::size_t taken = parser_.feed(buffer_.content());
      buffer_.consume(taken);
      request_bytes_ += taken;
      if (parser_.state() == RequestParser::State::failed) co_return parser_.fault();
      if (parser_.state() != RequestParser::State::header) co_return RequestFault::none;
    }
    const ReadResult result = co_await read_more();
    if (result != ReadResult::data) co_return fault_of(result);
  }
}

asio::awaitable<std::optional<RequestFault>> Connection::receive_body() {
  begin(Phase::body, context_->options.limits.body_timeout);
  while (true) {
    const std::size_t taken = parser_.feed(buffer_.content());
    buffer_.consume(taken);
    request_bytes_ += taken;
    if (parser_.state() == RequestParser::State::failed) co_return parser_.fault();
    if (parser_.state() == RequestParser::State::complete) co_return RequestFault::none;
    const ReadResult result = co_await read_more();
    if (result != ReadResult::data) co_return fault_of(result);
  }
}

std::optional<RequestFault> Connection::fault_of(ReadResult result) const {
  // Nothing was asked yet, or nobody listens.
  if (phase_ == Phase::idle || result == ReadResult::broken) return std::nullopt;
  if (result == ReadResult::ended) return RequestFault::ended_early;
  return phase_ == Phase::header ? RequestFault::header_timeout : RequestFault::body_timeout;
}

RequestFault Connection::judge_header() {
  const std::optional<Target> target = parse_target(request_.method, request_.target);
  if (!target) return RequestFault::malformed_target;
  RequestFault fault = check_host(request_.headers, parser_.is_http_1_1(), context_->host_policy);
  if (fault == RequestFault::none && target->authority) {
    fault = check_authority(*target->authority, context_->host_policy);
  }
  if (fault == RequestFault::none) fault = check_origin(request_.method, request_.headers);
  if (target->path_and_query.size() != request_.target.size()) {
    request_.target = std::string(target->path_and_query);
  }
  return fault;
}

// The parser never leaves more than header_bytes_max, so there is always some.
std::span<char> Connection::room_to_read() {
  return buffer_.room(std::max(buffer_bytes_first, context_->options.limits.header_bytes_max));
}

Connection::ReadResult Connection::read_what_is_there() {
  if (tls_) return ReadResult::ended;  // what is here may be no whole record, and waiting is over
  const std::span<char> room = room_to_read();
  error_code error;
  const std::size_t count = socket_.read_some(asio::buffer(room.data(), room.size()), error);
  if (error) return ReadResult::ended;
  buffer_.commit(count);
  return ReadResult::data;
}

asio::awaitable<Connection::ReadResult> Connection::read_more() {
  // The last look before an idle connection closes for good: a request that is here already is answered.
  if (phase_ == Phase::idle && context_->stopping) co_return read_what_is_there();
  const std::span<char> room = room_to_read();
  // Without TLS, not one coroutine more than there must be: this is the way of every request.
  Transferred came;
  if (tls_) {
    came = co_await tls_->read_some(room);
  } else {
    std::tie(came.error, came.count) =
        co_await socket_.async_read_some(asio::buffer(room.data(), room.size()), use_tuple);
  }
  const error_code error = came.error;
  if (!error) {
    buffer_.commit(came.count);
    co_return ReadResult::data;
  }
  if (error == asio::error::eof) {
    peer_is_gone_ = phase_ == Phase::idle;
    co_return ReadResult::ended;
  }
  if (error == asio::error::operation_aborted) {
    if (timed_out_) co_return ReadResult::timed_out;
    if (phase_ == Phase::idle && context_->stopping && !peer_is_gone_) co_return read_what_is_there();
  }
  peer_is_gone_ = true;
  co_return ReadResult::broken;
}

}  // namespace http
