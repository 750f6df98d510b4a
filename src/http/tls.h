// The server's certificate, and a connection that is encrypted with it. OpenSSL's headers stay in tls*.cc.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "http/stream.h"

namespace http {

// What a server shows to its clients; may be replaced while it serves. Thread-safe.
class TlsCertificate {
 public:
  // `chain`: the server's certificate and those that signed it, PEM, in this order; `key`: its private key, PEM,
  // without a passphrase. TLS 1.2 and newer, HTTP/1.1. The error is one sentence, and never shows the key.
  [[nodiscard]] static std::expected<std::shared_ptr<TlsCertificate>, std::string> load(std::string_view chain,
                                                                                        std::string_view key);
  ~TlsCertificate();
  TlsCertificate(const TlsCertificate&) = delete;
  TlsCertificate& operator=(const TlsCertificate&) = delete;

  // Connections made from now on get these; where they do not load, the old ones stay.
  [[nodiscard]] std::expected<void, std::string> replace(std::string_view chain, std::string_view key);

 private:
  friend class TlsStream;
  struct Context;
  explicit TlsCertificate(std::shared_ptr<Context> context);
  [[nodiscard]] std::shared_ptr<Context> current() const;

  struct State;
  std::unique_ptr<State> state_;
};

struct Transferred {
  boost::system::error_code error;
  std::size_t count = 0;
};

// The encrypted side of one socket, which must outlive it. Deadlines are the socket's: cancel it.
class TlsStream {
 public:
  TlsStream(const TlsCertificate& certificate, StreamSocket& socket);
  ~TlsStream();
  TlsStream(const TlsStream&) = delete;
  TlsStream& operator=(const TlsStream&) = delete;

  enum class Handshake { done, plain_http, failed };
  boost::asio::awaitable<Handshake> accept();
  // As the socket's own: at least one byte, or an error; asio::error::eof when the peer has ended properly.
  boost::asio::awaitable<Transferred> read_some(std::span<char> room);
  boost::asio::awaitable<Transferred> write(std::string_view head, std::string_view body);  // all of it, or an error
  boost::asio::awaitable<void> close_notify();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace http
