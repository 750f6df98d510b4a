#include <gtest/gtest.h>

#include <fmt/format.h>

#include "aws/testing/stand_in.h"
#include "aws/testing/transports.h"

namespace aws::testing {
namespace {

namespace asio = boost::asio;
using Kind = TransportFailure::Kind;

Endpoint tls_endpoint(std::uint16_t port, const std::string& host = "localhost") {
  return {.tls = true, .host = host, .port = port, .region = "us-east-1"};
}

Variables trusting(const std::string& authority) {
  Variables variables = with_keys();
  variables.emplace("AWS_CA_BUNDLE", authority);
  return variables;
}

TEST(CrtTls, TrustsTheAuthoritiesOfAwsCaBundle) {
  const Directory directory;
  const Certificates certificates = make_certificates(directory);
  const StandIn server{{"--tls", certificates.certificate, certificates.key}};
  const auto transport = transport_to(tls_endpoint(server.port()), trusting(certificates.authority));
  const Answer answer = exchanged(*transport, "{\"over\":\"TLS\"}");
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->body, "{\"over\":\"TLS\"}");
  const auto by_address = transport_to(tls_endpoint(server.port(), "127.0.0.1"), trusting(certificates.authority));
  EXPECT_TRUE(exchanged(*by_address));
}

// s2n holds a failed handshake open for 10 to 30 seconds; nobody shall wait for that, nor does it use up the
// connections.
TEST(CrtTls, SaysAtOnceThatACertificateIsNotTrusted) {
  const Directory directory;
  const Certificates certificates = make_certificates(directory);
  const StandIn server{{"--tls", certificates.certificate, certificates.key}};
  const auto transport = transport_to(tls_endpoint(server.port()), with_keys(), {.connections_max = 2});
  const auto started = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < rejected_connections_max + 4; ++i) {
    const Answer answer = exchanged(*transport);
    ASSERT_EQ(kind_of(answer), Kind::not_trusted);
    EXPECT_NE(answer.error().message.find("AWS_CA_BUNDLE"), std::string::npos);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds{8});
}

TEST(CrtTls, DoesNotTrustACertificateForAnotherName) {
  const Directory directory;
  const Certificates certificates = make_certificates(directory, "DNS:elsewhere.test");
  const StandIn server{{"--tls", certificates.certificate, certificates.key}};
  const auto transport = transport_to(tls_endpoint(server.port()), trusting(certificates.authority));
  EXPECT_EQ(kind_of(exchanged(*transport)), Kind::not_trusted);
}

TEST(CrtTls, SpeaksNothingOlderThanTls12) {
  const Directory directory;
  const Certificates certificates = make_certificates(directory);
  const StandIn server{{"--tls", certificates.certificate, certificates.key, "--tls-max", "1.1"}};
  const auto transport = transport_to(tls_endpoint(server.port()), trusting(certificates.authority));
  EXPECT_EQ(kind_of(exchanged(*transport)), Kind::not_trusted);
}

TEST(CrtTls, TrustsTheAuthoritiesOfTheProfilesCaBundleUnlessAwsCaBundleIsSet) {
  const Directory directory;
  const Certificates certificates = make_certificates(directory);
  const StandIn server{{"--tls", certificates.certificate, certificates.key}};
  Variables variables = with_keys();
  variables.emplace("AWS_CONFIG_FILE",
                    directory.file("config", "[default]\nca_bundle = " + certificates.authority + "\n"));
  const Answer answer = exchanged(*transport_to(tls_endpoint(server.port()), variables));
  EXPECT_TRUE(answer) << answer.error().message;
  const Directory other;
  variables.emplace("AWS_CA_BUNDLE", make_certificates(other).authority);
  EXPECT_EQ(kind_of(exchanged(*transport_to(tls_endpoint(server.port()), variables))), Kind::not_trusted);
}

TEST(CrtTls, SaysThatAwsCaBundleCannotBeRead) {
  const auto made =
      make_transport(tls_endpoint(1), {.environment = environment_with(trusting("/nonexistent/authorities.pem"))});
  ASSERT_FALSE(made);
  EXPECT_NE(made.error().find("/nonexistent/authorities.pem"), std::string::npos);
}

TEST(CrtProxy, ForwardsPlainRequests) {
  StandIn proxy;
  const Variable http_proxy{"http_proxy", fmt::format("http://127.0.0.1:{}", proxy.port())};
  const auto transport = transport_to({.tls = false, .host = "db.test", .port = 8000, .region = "us-east-1"});
  const Answer answer = exchanged(*transport, "{\"by\":\"proxy\"}");
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->body, "{\"by\":\"proxy\"}");
  EXPECT_EQ(proxy.next_request(), "POST http://db.test:8000/ db.test:8000 AKIDEXAMPLE");
}

TEST(CrtProxy, TunnelsTls) {
  const Directory directory;
  const Certificates certificates = make_certificates(directory, "DNS:db.test");
  const StandIn server{{"--tls", certificates.certificate, certificates.key}};
  StandIn proxy;
  const Variable https_proxy{"HTTPS_PROXY", fmt::format("http://127.0.0.1:{}", proxy.port())};
  const auto transport = transport_to(tls_endpoint(server.port(), "db.test"), trusting(certificates.authority));
  const Answer answer = exchanged(*transport, "{\"by\":\"tunnel\"}");
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->body, "{\"by\":\"tunnel\"}");
  EXPECT_TRUE(proxy.next_request().starts_with(fmt::format("CONNECT db.test:{} ", server.port())));
}

TEST(CrtProxy, IsPassedByWhereNoProxySaysSo) {
  StandIn proxy;
  const Variable http_proxy{"http_proxy", fmt::format("http://127.0.0.1:{}", proxy.port())};
  const Variable no_proxy{"no_proxy", "no-such-host.invalid"};
  const auto transport =
      transport_to({.tls = false, .host = "no-such-host.invalid", .port = 8000, .region = "us-east-1"});
  EXPECT_EQ(kind_of(exchanged(*transport)), Kind::name_not_resolved);
}

TEST(CrtProxy, IsNotAskedForALoopbackAddress) {
  const StandIn server;
  const Variable http_proxy{"http_proxy", "http://127.0.0.1:1"};
  const auto transport = transport_to(plain_endpoint(server.port()));
  EXPECT_TRUE(exchanged(*transport));
}

}  // namespace
}  // namespace aws::testing
