#include "http/client.h"

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <utility>
#include <vector>

namespace http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Protocol = asio::generic::stream_protocol;
using Stream = beast::basic_stream<Protocol>;

beast::http::request<beast::http::string_body> beast_request(Request request, const std::string& host) {
  constexpr unsigned http_1_1 = 11;
  beast::http::request<beast::http::string_body> result;
  result.version(http_1_1);
  result.method_string(request.method);
  result.target(request.target);
  result.set(beast::http::field::host, host);
  for (const auto& [name, value] : request.headers.fields()) {
    result.set(name, value);
  }
  result.body() = std::move(request.body);
  result.prepare_payload();
  return result;
}

Response response_of(beast::http::response<beast::http::string_body> incoming) {
  Response response;
  response.status = static_cast<int>(incoming.result_int());
  for (const auto& field : incoming) {
    response.headers.add(std::string(field.name_string()), std::string(field.value()));
  }
  response.body = std::move(incoming.body());
  return response;
}

std::string host_of(const Peer& peer) {
  const auto* tcp = std::get_if<TcpPeer>(&peer);
  if (tcp == nullptr) return "localhost";
  const bool is_ipv6 = tcp->host.find(':') != std::string::npos;
  return (is_ipv6 ? "[" + tcp->host + "]" : tcp->host) + ":" + tcp->port;
}

asio::awaitable<std::vector<Protocol::endpoint>> endpoints_of(const Peer& peer) {
  std::vector<Protocol::endpoint> endpoints;
  if (const auto* local = std::get_if<UnixSocketPath>(&peer)) {
    endpoints.emplace_back(asio::local::stream_protocol::endpoint(local->path));
    co_return endpoints;
  }
  const auto& tcp = std::get<TcpPeer>(peer);
  asio::ip::tcp::resolver resolver(co_await asio::this_coro::executor);
  for (const auto& each : co_await resolver.async_resolve(tcp.host, tcp.port, asio::use_awaitable)) {
    endpoints.emplace_back(each.endpoint());
  }
  co_return endpoints;
}

}  // namespace

struct Client::Implementation {
  explicit Implementation(Peer asked) : peer(std::move(asked)), host(host_of(peer)) {}

  void set_deadline(std::optional<std::chrono::seconds> deadline) {
    if (deadline) {
      stream->expires_after(*deadline);
    } else {
      stream->expires_never();
    }
  }

  // The first address that answers. Throws the last one's failure.
  asio::awaitable<void> connect(std::optional<std::chrono::seconds> deadline) {
    const auto endpoints = co_await endpoints_of(peer);
    boost::system::error_code error = asio::error::host_not_found;
    for (const auto& endpoint : endpoints) {
      stream.emplace(co_await asio::this_coro::executor);
      buffer.clear();
      set_deadline(deadline);
      co_await stream->async_connect(endpoint, asio::redirect_error(asio::use_awaitable, error));
      if (error) continue;
      if (std::holds_alternative<TcpPeer>(peer)) stream->socket().set_option(asio::ip::tcp::no_delay(true));
      co_return;
    }
    throw boost::system::system_error(error);
  }

  asio::awaitable<Response> converse(Request request, std::optional<std::chrono::seconds> deadline) {
    if (!stream) co_await connect(deadline);
    set_deadline(deadline);
    const auto outgoing = beast_request(std::move(request), host);
    co_await beast::http::async_write(*stream, outgoing, asio::use_awaitable);

    beast::http::response_parser<beast::http::string_body> parser;
    parser.body_limit(boost::none);
    parser.skip(outgoing.method() == beast::http::verb::head);
    co_await beast::http::async_read(*stream, buffer, parser, asio::use_awaitable);
    if (!outgoing.keep_alive() || !parser.keep_alive()) stream.reset();
    co_return response_of(parser.release());
  }

  const Peer peer;
  const std::string host;
  std::optional<Stream> stream;  // connected, between exchanges
  beast::flat_buffer buffer;
};

Client::Client(Peer peer) : implementation_(std::make_unique<Implementation>(std::move(peer))) {}
Client::~Client() = default;

asio::awaitable<std::expected<Response, std::string>> Client::exchange(Request request,
                                                                       std::optional<std::chrono::seconds> deadline) {
  try {
    co_return co_await implementation_->converse(std::move(request), deadline);
  } catch (const boost::system::system_error& failure) {
    implementation_->stream.reset();
    co_return std::unexpected(failure.code().message());
  }
}

}  // namespace http
