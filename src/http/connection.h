// One connection: reads requests, has them answered, writes responses, until either side has enough.
#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "http/message.h"
#include "http/read_buffer.h"
#include "http/request_fault.h"
#include "http/request_parser.h"
#include "http/stream.h"
#include "http/tls.h"

namespace http {

struct ServerContext;

// Everything runs on the strand that is the socket's executor, except is_overdue, which any thread may ask.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;

  // `socket` is accepted, and its executor is a strand of its own. Serves it until it is closed; beyond
  // limits.connections_max it is only told so.
  static void start(const std::shared_ptr<ServerContext>& context, StreamSocket socket);

  Connection(std::shared_ptr<ServerContext> context, StreamSocket socket);

  [[nodiscard]] bool is_overdue(Clock::time_point now) const;
  void post_overdue();    // the step that is under way has taken too long
  void post_stop();       // an idle connection closes, others when their request is answered
  void post_terminate();  // closes whatever is under way

 private:
  static constexpr std::size_t buffer_bytes_first = 16 * 1024;

  enum class Phase { handshake, idle, header, body, application, writing, lingering };
  enum class ReadResult { data, ended, timed_out, broken };

  static boost::asio::awaitable<void> run(std::shared_ptr<Connection> self, bool is_refused);
  boost::asio::awaitable<bool> shake_hands();  // true: whoever is there may be talked to
  boost::asio::awaitable<void> serve_requests();
  boost::asio::awaitable<void> refuse(RequestFault fault);

  // nullopt: there is no request, and nobody to answer. Otherwise why it cannot be served, or none.
  boost::asio::awaitable<std::optional<RequestFault>> receive_request();
  boost::asio::awaitable<std::optional<RequestFault>> receive_header();
  boost::asio::awaitable<std::optional<RequestFault>> receive_body();
  [[nodiscard]] RequestFault judge_header();
  [[nodiscard]] std::optional<RequestFault> fault_of(ReadResult result) const;
  boost::asio::awaitable<ReadResult> read_more();
  [[nodiscard]] std::span<char> room_to_read();
  [[nodiscard]] ReadResult read_what_is_there();

  boost::asio::awaitable<bool> answer(RequestFault fault);  // true: the connection goes on
  boost::asio::awaitable<Response> ask_application();
  boost::asio::awaitable<bool> write_response(const Response& response, bool keep_alive);
  boost::asio::awaitable<bool> write(std::string_view head, std::string_view body);
  boost::asio::awaitable<Transferred> write_piece(std::string_view head, std::string_view body);
  void report(const Response& response) const;
  boost::asio::awaitable<void> linger();

  void begin(Phase phase, std::chrono::milliseconds timeout);
  void begin_without_deadline(Phase phase);

  const std::shared_ptr<ServerContext> context_;
  StreamSocket socket_;
  std::optional<TlsStream> tls_;  // over the socket, where the server has a certificate
  RequestParser parser_;
  ReadBuffer buffer_;
  Request request_;
  std::string head_;
  Clock::time_point request_start_;
  std::atomic<Clock::rep> deadline_;
  Phase phase_ = Phase::idle;
  bool is_first_request_ = true;
  bool timed_out_ = false;
  bool peer_is_gone_ = false;
  std::size_t request_bytes_ = 0;
  std::size_t response_bytes_ = 0;
};

}  // namespace http
