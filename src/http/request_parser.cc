#include "http/request_parser.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>
#include <boost/optional.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/ascii.h"
#include "http/body_budget.h"
#include "http/limits.h"
#include "http/message.h"
#include "http/request_fault.h"

namespace http {
namespace {

namespace beast_http = boost::beast::http;
using boost::beast::error_code;

// The smallest memory that a body gets; it doubles from there.
constexpr std::size_t body_bytes_first = 16 * 1024;
// "0\r\n\r\n". Beast asserts that it sees this much of a last chunk.
constexpr std::size_t last_chunk_bytes = 5;

std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

RequestFault fault_of(const error_code& error) {
  if (error == beast_http::error::bad_method || error == beast_http::error::bad_target) {
    return RequestFault::malformed_request_line;
  }
  if (error == beast_http::error::bad_version) return RequestFault::unsupported_version;
  if (error == beast_http::error::header_limit) return RequestFault::header_too_large;
  if (error == beast_http::error::body_limit) return RequestFault::body_too_large;
  if (error == beast_http::error::bad_transfer_encoding) return RequestFault::conflicting_body_length;
  if (error == beast_http::error::bad_content_length || error == beast_http::error::multiple_content_length) {
    return RequestFault::bad_content_length;
  }
  if (error == beast_http::error::bad_chunk || error == beast_http::error::bad_chunk_extension) {
    return RequestFault::bad_chunk;
  }
  return RequestFault::malformed_header;
}

// The digits of "HTTP/2.0" as Beast read them are gone when it refuses; 505 is only for what looks like a version.
bool names_a_version(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\r'));
  const std::size_t blank = line.rfind(' ');
  if (blank == std::string_view::npos) return false;
  const std::string_view version = line.substr(blank + 1);
  return version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) && version[6] == '.' &&
         is_digit(version[7]);
}

// One message. Beast's parser calls it back with what it finds, and it lands in the Request without a detour.
class MessageParser : public beast_http::basic_parser<true> {
 public:
  MessageParser(const Limits& limits, BodyBudget& budget, Request& request, std::size_t& body_bytes_reserved)
      : limits_(limits), budget_(budget), request_(request), body_bytes_reserved_(body_bytes_reserved) {
    // Beast counts the request line and the fields apart; RequestParser counts them together.
    header_limit(static_cast<std::uint32_t>(limits.header_bytes_max));
    body_limit(limits.body_bytes_max);
    eager(false);
  }

  [[nodiscard]] RequestFault fault() const { return fault_; }
  [[nodiscard]] bool is_http_1_1() const { return version_ >= 11; }
  [[nodiscard]] bool expects_continue() const { return expects_continue_; }
  [[nodiscard]] bool has_request_line() const { return version_ != 0; }

 private:
  void on_request_impl(beast_http::verb /*verb*/, boost::beast::string_view method, boost::beast::string_view target,
                       int version, error_code& error) override {
    error = {};
    request_.method.assign(method.data(), method.size());
    request_.target.assign(target.data(), target.size());
    version_ = version;
  }

  void on_response_impl(int /*code*/, boost::beast::string_view /*reason*/, int /*version*/,
                        error_code& error) override {
    error = beast_http::error::bad_method;
  }

  void on_field_impl(beast_http::field field, boost::beast::string_view name, boost::beast::string_view value,
                     error_code& error) override {
    error = {};
    // Fields behind a chunked body would pass for fields that were judged before it.
    if (header_done_) return;
    if (request_.headers.fields().size() == limits_.header_fields_max) {
      return fail(RequestFault::too_many_header_fields, error);
    }
    if (field == beast_http::field::transfer_encoding) {
      // Beast takes a coding that it does not know for no body at all, and the body for the next request.
      if (!equal_ignoring_case(view(value), "chunked")) return fail(RequestFault::unsupported_transfer_encoding, error);
      if (!is_http_1_1()) return fail(RequestFault::conflicting_body_length, error);
    } else if (field == beast_http::field::expect && is_http_1_1()) {
      if (!equal_ignoring_case(view(value), "100-continue")) return fail(RequestFault::unsupported_expectation, error);
      expects_continue_ = true;
    }
    request_.headers.add(std::string(view(name)), std::string(view(value)));
  }

  void on_header_impl(error_code& error) override {
    error = {};
    header_done_ = true;
  }

  void on_body_init_impl(const boost::optional<std::uint64_t>& content_length, error_code& error) override {
    error = {};
    if (content_length) content_length_ = static_cast<std::size_t>(*content_length);
  }

  std::size_t on_body_impl(boost::beast::string_view bytes, error_code& error) override {
    error = {};
    append_body(view(bytes), error);
    return bytes.size();
  }

  void on_chunk_header_impl(std::uint64_t /*size*/, boost::beast::string_view /*extensions*/,
                            error_code& error) override {
    error = {};
  }

  std::size_t on_chunk_body_impl(std::uint64_t /*remaining*/, boost::beast::string_view bytes,
                                 error_code& error) override {
    error = {};
    append_body(view(bytes), error);
    return bytes.size();
  }

  void on_finish_impl(error_code& error) override { error = {}; }

  void append_body(std::string_view bytes, error_code& error) {
    std::string& body = request_.body;
    const std::size_t needed = body.size() + bytes.size();
    if (needed > body_bytes_reserved_) {
      std::size_t wanted = std::max({needed, body.size() * 2, body_bytes_first});
      if (content_length_) wanted = std::min(wanted, *content_length_);
      if (!budget_.reserve(wanted - body_bytes_reserved_)) return fail(RequestFault::too_many_bodies, error);
      body_bytes_reserved_ = wanted;
      body.reserve(wanted);
    }
    body.append(bytes);
  }

  void fail(RequestFault fault, error_code& error) {
    fault_ = fault;
    error = beast_http::error::bad_value;
  }

  const Limits& limits_;
  BodyBudget& budget_;
  Request& request_;
  std::size_t& body_bytes_reserved_;
  std::optional<std::size_t> content_length_;
  RequestFault fault_ = RequestFault::none;
  int version_ = 0;
  bool header_done_ = false;
  bool expects_continue_ = false;
};

}  // namespace

class RequestParser::Implementation {
 public:
  Implementation(const Limits& limits, BodyBudget& budget) : limits_(limits), budget_(budget) {}
  ~Implementation() { budget_.release(body_bytes_reserved_); }
  Implementation(const Implementation&) = delete;
  Implementation& operator=(const Implementation&) = delete;

  void restart(Request& request) {
    budget_.release(body_bytes_reserved_);
    // A large body's memory goes back with its reservation; a small one's is kept for the next.
    if (request.body.capacity() > body_bytes_first) std::string().swap(request.body);
    body_bytes_reserved_ = 0;
    request.body.clear();
    request.method.clear();
    request.target.clear();
    request.headers.clear();
    header_bytes_ = 0;
    state_ = State::header;
    fault_ = RequestFault::none;
    message_.emplace(limits_, budget_, request, body_bytes_reserved_);
  }

  std::size_t feed(std::string_view bytes) {
    if (state_ == State::header) return feed_header(bytes);
    if (state_ == State::body) return feed_body(bytes);
    return 0;
  }

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] RequestFault fault() const { return fault_; }
  [[nodiscard]] const MessageParser& message() const { return *message_; }

 private:
  std::size_t feed_header(std::string_view bytes) {
    std::size_t blank = 0;
    if (!message_->has_request_line()) {
      // An empty line before a request is from a client that ended its last body with one (RFC 9112, 2.2).
      while (bytes.substr(blank).starts_with("\r\n")) blank += 2;
    }
    bytes.remove_prefix(blank);
    if (bytes.empty() || bytes == "\r") return blank + leave(blank, bytes.size());
    error_code error;
    const std::size_t taken = put(bytes, error);
    header_bytes_ += blank + taken;
    if (error == beast_http::error::need_more) {
      if (header_bytes_ + bytes.size() - taken >= limits_.header_bytes_max) fail_header_too_large(bytes);
    } else if (error) {
      fail(error);
      const bool is_garbage = fault_ == RequestFault::unsupported_version && !names_a_version(bytes);
      if (is_garbage) fault_ = RequestFault::malformed_request_line;
      if (error == beast_http::error::header_limit) fail_header_too_large(bytes);
    } else if (header_bytes_ > limits_.header_bytes_max) {
      fail_header_too_large(bytes);
    } else if (message_->is_header_done()) {
      state_ = message_->is_done() ? State::complete : State::body;
      message_->eager(true);
    }
    return blank + taken;
  }

  // Empty lines without end are a header without end.
  std::size_t leave(std::size_t blank, std::size_t left) {
    header_bytes_ += blank;
    if (header_bytes_ + left >= limits_.header_bytes_max) fail_header_too_large({});
    return 0;
  }

  std::size_t feed_body(std::string_view bytes) {
    if (bytes.empty() || (message_->chunked() && bytes.size() < last_chunk_bytes)) return 0;
    error_code error;
    const std::size_t taken = put(bytes, error);
    if (error && error != beast_http::error::need_more) {
      fail(error);
    } else if (message_->is_done()) {
      state_ = State::complete;
    } else if (bytes.size() - taken >= limits_.header_bytes_max) {
      // The line of a chunk, or the trailers, that do not end.
      state_ = State::failed;
      fault_ = RequestFault::bad_chunk;
    }
    return taken;
  }

  std::size_t put(std::string_view bytes, error_code& error) {
    return message_->put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  }

  void fail(const error_code& error) {
    state_ = State::failed;
    fault_ = message_->fault() == RequestFault::none ? fault_of(error) : message_->fault();
  }

  // Beast parses nothing of a header that came in pieces until all of it is there.
  void fail_header_too_large(std::string_view bytes) {
    state_ = State::failed;
    const bool is_line_complete =
        message_->has_request_line() || bytes.substr(0, limits_.header_bytes_max).contains("\r\n");
    fault_ = bytes.empty() || is_line_complete ? RequestFault::header_too_large : RequestFault::target_too_long;
  }

  const Limits& limits_;
  BodyBudget& budget_;
  std::optional<MessageParser> message_;
  std::size_t header_bytes_ = 0;
  std::size_t body_bytes_reserved_ = 0;
  State state_ = State::header;
  RequestFault fault_ = RequestFault::none;
};

RequestParser::RequestParser(const Limits& limits, BodyBudget& budget)
    : implementation_(std::make_unique<Implementation>(limits, budget)) {}

RequestParser::~RequestParser() = default;

void RequestParser::restart(Request& request) {
  implementation_->restart(request);
}

std::size_t RequestParser::feed(std::string_view bytes) {
  return implementation_->feed(bytes);
}

RequestParser::State RequestParser::state() const {
  return implementation_->state();
}

RequestFault RequestParser::fault() const {
  return implementation_->fault();
}

bool RequestParser::is_http_1_1() const {
  return implementation_->message().is_http_1_1();
}

bool RequestParser::keep_alive() const {
  return implementation_->message().keep_alive();
}

bool RequestParser::expects_continue() const {
  return implementation_->message().expects_continue();
}

}  // namespace http
