#include "http/unix_client.h"

#include <sys/un.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <utility>

namespace http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using LocalSocket = asio::local::stream_protocol;
using Stream = beast::basic_stream<LocalSocket>;

beast::http::request<beast::http::string_body> beast_request(Request request) {
  constexpr unsigned http_1_1 = 11;
  beast::http::request<beast::http::string_body> result;
  result.version(http_1_1);
  result.method_string(request.method);
  result.target(request.target);
  result.set(beast::http::field::host, "localhost");
  for (const auto& [name, value] : request.headers.fields()) {
    result.set(name, value);
  }
  result.keep_alive(false);
  result.body() = std::move(request.body);
  result.prepare_payload();
  return result;
}

asio::awaitable<Response> converse(const std::string& socket_path, Request request, std::chrono::seconds deadline) {
  Stream stream(co_await asio::this_coro::executor);
  stream.expires_after(deadline);
  co_await stream.async_connect(LocalSocket::endpoint(socket_path), asio::use_awaitable);
  const auto outgoing = beast_request(std::move(request));
  co_await beast::http::async_write(stream, outgoing, asio::use_awaitable);

  beast::flat_buffer buffer;
  beast::http::response_parser<beast::http::string_body> parser;
  parser.body_limit(boost::none);
  co_await beast::http::async_read(stream, buffer, parser, asio::use_awaitable);
  auto incoming = parser.release();
  Response response;
  response.status = static_cast<int>(incoming.result_int());
  for (const auto& field : incoming) {
    response.headers.add(std::string(field.name_string()), std::string(field.value()));
  }
  response.body = std::move(incoming.body());
  co_return response;
}

}  // namespace

asio::awaitable<std::expected<Response, std::string>> exchange_over_unix_socket(std::string socket_path,
                                                                                Request request,
                                                                                std::chrono::seconds deadline) {
  try {
    co_return co_await converse(socket_path, std::move(request), deadline);
  } catch (const boost::system::system_error& failure) {
    co_return std::unexpected(failure.code().message());
  }
}

bool is_unix_socket_served(const std::string& socket_path) {
  if (socket_path.size() >= sizeof(sockaddr_un::sun_path)) return false;
  asio::io_context context;
  LocalSocket::socket socket(context);
  boost::system::error_code error;
  (void)socket.connect(LocalSocket::endpoint(socket_path), error);
  return !error;
}

}  // namespace http
