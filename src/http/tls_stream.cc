#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "http/tls.h"
#include "http/tls_context.h"

namespace http {
namespace {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;

constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);

}  // namespace

struct TlsStream::Implementation {
  Implementation(std::shared_ptr<TlsCertificate::Context> shown, StreamSocket& socket)
      : context(std::move(shown)), stream(socket, context->ssl) {}

  const std::shared_ptr<TlsCertificate::Context> context;  // the one of this connection, though another may follow
  ssl::stream<StreamSocket&> stream;
};

TlsStream::TlsStream(const TlsCertificate& certificate, StreamSocket& socket)
    : implementation_(std::make_unique<Implementation>(certificate.current(), socket)) {}

TlsStream::~TlsStream() = default;

asio::awaitable<TlsStream::Handshake> TlsStream::accept() {
  const auto [error] =
      co_await implementation_->stream.async_handshake(ssl::stream_base::handshake_type::server, use_tuple);
  if (!error) co_return Handshake::done;
  const bool is_http = error.category() == asio::error::get_ssl_category() &&
                       ERR_GET_REASON(static_cast<unsigned long>(error.value())) == SSL_R_HTTP_REQUEST;
  co_return is_http ? Handshake::plain_http : Handshake::failed;
}

asio::awaitable<Transferred> TlsStream::read_some(std::span<char> room) {
  const auto [error, count] =
      co_await implementation_->stream.async_read_some(asio::buffer(room.data(), room.size()), use_tuple);
  // Many clients close their side without a word of TLS. Whether a request is whole, HTTP's framing says.
  if (error == ssl::error::stream_truncated) co_return Transferred{.error = asio::error::eof, .count = count};
  co_return Transferred{.error = error, .count = count};
}

asio::awaitable<Transferred> TlsStream::write(std::string_view head, std::string_view body) {
  const std::array whole = {asio::buffer(head), asio::buffer(body)};
  const auto [error, count] = co_await asio::async_write(implementation_->stream, whole, use_tuple);
  co_return Transferred{.error = error, .count = count};
}

asio::awaitable<void> TlsStream::close_notify() {
  (void)co_await implementation_->stream.async_shutdown(use_tuple);
}

}  // namespace http
