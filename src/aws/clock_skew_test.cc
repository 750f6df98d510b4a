// The remote store and its transport with a service whose clock says another time.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <future>

#include "aws/remote_database.h"
#include "aws/testing/loopback_server.h"
#include "aws/testing/transports.h"

namespace aws::testing {
namespace {

namespace asio = boost::asio;
using std::chrono::hours;

TEST(CrtTransportsClock, SignsByTheTimeThatItIsTold) {
  std::promise<std::string> first;
  std::promise<std::string> second;
  LoopbackServer server{[&](LoopbackServer::Socket& socket) {
    for (auto* request : {&first, &second}) {
      request->set_value(read_request(socket));
      send(socket, answer_of("{}", "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
    }
  }};
  const auto transport = transport_to(plain_endpoint(server.port()));
  const Answer answer = exchanged(*transport);
  ASSERT_TRUE(answer) << answer.error().message;
  constexpr auto there = std::chrono::sys_days{std::chrono::year{1994} / 11 / 6} + std::chrono::hours{8} +
                         std::chrono::minutes{49} + std::chrono::seconds{37};
  EXPECT_EQ(answer->date, there);
  EXPECT_LT(std::chrono::system_clock::now() - answer->signed_at, std::chrono::minutes{1});
  transport->set_clock(*answer->date);
  ASSERT_TRUE(exchanged(*transport));
  EXPECT_EQ(first.get_future().get().find("X-Amz-Date: 1994"), std::string::npos);
  const std::string sent = second.get_future().get();
  EXPECT_NE(sent.find("X-Amz-Date: 19941106T08"), std::string::npos) << sent;
  EXPECT_NE(sent.find("Credential=AKIDEXAMPLE/19941106/us-east-1/dynamodb/aws4_request"), std::string::npos) << sent;
}

TEST(CrtTransportsClock, TakesNoTimeFromADateThatIsNone) {
  LoopbackServer server{[](LoopbackServer::Socket& socket) {
    static_cast<void>(read_request(socket));
    send(socket, answer_of("{}", "Date: yesterday\r\n"));
  }};
  const Answer answer = exchanged(*transport_to(plain_endpoint(server.port())));
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_FALSE(answer->date);
}

// Refuses what is not signed in the hour of its own time, as DynamoDB refuses 15 minutes.
class ServiceElsewhere {
 public:
  explicit ServiceElsewhere(hours ahead) : ahead_(ahead) {}
  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  [[nodiscard]] int requests() const { return requests_; }

 private:
  void serve(LoopbackServer::Socket& socket) {
    while (true) {
      const std::string request = read_request(socket);
      if (request.empty()) return;
      ++requests_;
      const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now() + ahead_);
      const std::string date = fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} GMT\r\n", now);
      constexpr std::string_view field = "X-Amz-Date: ";
      const std::string signed_at = request.substr(request.find(field) + field.size(), std::size("20261123T17") - 1);
      // The hour may end on the way.
      const bool is_near = signed_at == fmt::format("{:%Y%m%dT%H}", now) ||
                           signed_at == fmt::format("{:%Y%m%dT%H}", now - std::chrono::minutes{1});
      if (is_near) {
        send(socket, answer_of("{}", date));
      } else {
        const std::string body = R"({"__type":"com.amazon.coral.service#InvalidSignatureException","message":"said"})";
        send(socket,
             fmt::format("HTTP/1.1 400 Bad Request\r\nContent-Length: {}\r\n{}\r\n{}", body.size(), date, body));
      }
    }
  }

  hours ahead_;
  std::atomic<int> requests_ = 0;
  LoopbackServer server_{[this](LoopbackServer::Socket& socket) { serve(socket); }};
};

class ClockSkew : public ::testing::TestWithParam<int> {
 protected:
  // How many of `calls` at once succeed.
  int successes(int calls) {
    asio::io_context context;
    int successes = 0;
    for (int call = 0; call < calls; ++call) {
      dynamodb::GetItemRequest request;
      request.table_name = "T";
      request.key = {{"PK", "1"}};
      asio::co_spawn(context, database_->get_item(std::move(request)),
                     [&](const std::exception_ptr& thrown, const auto& result) {
                       if (!thrown && result) ++successes;
                     });
    }
    context.run();
    return successes;
  }

  ServiceElsewhere service_{hours{GetParam()}};
  std::unique_ptr<wire::ProtocolService> database_ = make_remote_database(
      transport_to(plain_endpoint(service_.port())), {.endpoint = plain_endpoint(service_.port()),
                                                      .random = [] { return 0.0; },
                                                      .token = [] { return std::string("token"); }});
};
INSTANTIATE_TEST_SUITE_P(Hours, ClockSkew, ::testing::Values(-26, -3, 3, 26));

TEST_P(ClockSkew, CostsOneRequestAndIsRemembered) {
  EXPECT_EQ(successes(1), 1);
  EXPECT_EQ(service_.requests(), 2);
  EXPECT_EQ(successes(1), 1);
  EXPECT_EQ(service_.requests(), 3);
}

TEST_P(ClockSkew, IsCorrectedForAllThatAreUnderWay) {
  EXPECT_EQ(successes(20), 20);
  EXPECT_LE(service_.requests(), 40);
}

}  // namespace
}  // namespace aws::testing
