#include "http/tls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/x509.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/system/system_error.hpp>
#include <chrono>
#include <string>

#include "http/testing/running_server.h"
#include "http/testing/test_certificate.h"

namespace http {
namespace {

using testing::get;
using ::testing::HasSubstr;
using testing::make_certificate;
using ::testing::Not;
using testing::RunningServer;
namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using namespace std::chrono_literals;

std::shared_ptr<TlsCertificate> certificate_of(const std::string& name) {
  const auto pem = make_certificate(name);
  return TlsCertificate::load(pem.chain, pem.key).value();
}

ServerOptions with_certificate() {
  ServerOptions options;
  options.certificate = certificate_of("first");
  return options;
}

// Speaks TLS with the server, whoever it is.
class TlsClient {
 public:
  explicit TlsClient(std::uint16_t port, ssl::context::method method = ssl::context::tls_client)
      : ssl_(method), stream_(context_, ssl_) {
    stream_.next_layer().connect({asio::ip::address_v4::loopback(), port});
    stream_.handshake(ssl::stream_base::client);
  }

  std::string ask(const std::string& request) {
    asio::write(stream_, asio::buffer(request));
    return receive();
  }
  // Head and body of one response.
  std::string receive() {
    while (answer_.find("\r\n\r\n") == std::string::npos) read_some();
    const auto head_end = answer_.find("\r\n\r\n") + 4;
    const auto length_at = answer_.find("Content-Length: ");
    const std::size_t length = std::stoul(answer_.substr(length_at + 16));
    while (answer_.size() < head_end + length) read_some();
    std::string whole = answer_.substr(0, head_end + length);
    answer_.erase(0, head_end + length);
    return whole;
  }
  // True: the server said in TLS that it closes.
  bool is_closed_properly() {
    std::array<char, 1> byte{};
    boost::system::error_code error;
    stream_.read_some(asio::buffer(byte), error);
    return error == asio::error::eof;
  }
  std::string common_name() {
    const std::unique_ptr<X509, decltype(&X509_free)> peer(SSL_get1_peer_certificate(stream_.native_handle()),
                                                           X509_free);
    std::array<char, 100> name{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(peer.get()), NID_commonName, name.data(), name.size());
    return name.data();
  }

 private:
  void read_some() {
    std::array<char, 65536> bytes{};
    const std::size_t count = stream_.read_some(asio::buffer(bytes));
    answer_.append(bytes.data(), count);
  }

  asio::io_context context_;
  ssl::context ssl_;
  ssl::stream<asio::ip::tcp::socket> stream_;
  std::string answer_;
};

TEST(Tls, AnswersRequestAfterRequest) {
  const RunningServer server(with_certificate());
  TlsClient client(server.port());
  for (int count = 0; count < 3; ++count) {
    EXPECT_THAT(client.ask(get("/hello")), HasSubstr("GET /hello "));
  }
  EXPECT_THAT(client.ask("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), HasSubstr("close"));
  EXPECT_TRUE(client.is_closed_properly());
}

TEST(Tls, CarriesLargeBodiesBothWays) {
  const RunningServer server(with_certificate());
  TlsClient client(server.port());
  const std::string body(5'000'000, 'x');
  const std::string answer = client.ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000\r\n\r\n" + body);
  EXPECT_TRUE(answer.ends_with(body));
}

TEST(Tls, ARefusalReachesAClientThatStillSends) {
  ServerOptions options = with_certificate();
  options.limits.body_bytes_max = 10;
  const RunningServer server(std::move(options));
  TlsClient client(server.port());
  EXPECT_THAT(
      client.ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" + std::string(100'000, 'x')),
      HasSubstr("413"));
}

TEST(Tls, ANewCertificateIsForNewConnections) {
  const ServerOptions options = with_certificate();
  const auto certificate = options.certificate;
  const RunningServer server(options);
  TlsClient before(server.port());
  EXPECT_EQ(before.common_name(), "first");
  const auto second = make_certificate("second");
  ASSERT_TRUE(certificate->replace(second.chain, second.key));
  EXPECT_EQ(TlsClient(server.port()).common_name(), "second");
  EXPECT_THAT(before.ask(get("/still")), HasSubstr("GET /still "));

  EXPECT_FALSE(certificate->replace("nonsense", second.key));
  EXPECT_EQ(TlsClient(server.port()).common_name(), "second");
}

TEST(Tls, RefusesAKeyThatIsNotTheCertificates) {
  const auto one = make_certificate("one");
  const auto other = make_certificate("other");
  const auto loaded = TlsCertificate::load(one.chain, other.key);
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error(), HasSubstr("private key"));
  EXPECT_THAT(loaded.error(), Not(HasSubstr(other.key.substr(40, 20))));
  EXPECT_FALSE(TlsCertificate::load("", one.key));
}

TEST(Tls, TellsAClientWithoutTlsToSpeakIt) {
  const RunningServer server(with_certificate());
  const auto reply = server.ask(get("/"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 400);
  EXPECT_THAT(reply->body, HasSubstr("https://"));
}

TEST(Tls, ASilentOrBrokenClientIsNotWaitedForForEver) {
  ServerOptions options = with_certificate();
  options.limits.header_timeout = 50ms;
  const RunningServer server(std::move(options));
  testing::Client silent = server.connect();
  EXPECT_TRUE(silent.is_closed());
  testing::Client broken = server.connect();
  broken.send(std::string("\x16\x03\x01\xff\xff garbage", 13));
  broken.send(std::string(70'000, '\xff'));
  EXPECT_FALSE(broken.receive());
  EXPECT_THAT(TlsClient(server.port()).ask(get("/alive")), HasSubstr("/alive"));
}

TEST(Tls, OlderVersionsAreRefused) {
  const RunningServer server(with_certificate());
  EXPECT_THROW(TlsClient(server.port(), ssl::context::tlsv11_client), boost::system::system_error);
  EXPECT_NO_THROW(TlsClient(server.port(), ssl::context::tlsv12_client));
  EXPECT_NO_THROW(TlsClient(server.port(), ssl::context::tlsv13_client));
}

TEST(Tls, StopsWithAnIdleConnectionOpen) {
  RunningServer server(with_certificate());
  TlsClient client(server.port());
  EXPECT_THAT(client.ask(get("/")), HasSubstr("200"));
  const auto began = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
  EXPECT_TRUE(client.is_closed_properly());
}

}  // namespace
}  // namespace http
