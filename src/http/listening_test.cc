#include "http/listening.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>

#include "http/server.h"
#include "http/testing/running_server.h"

namespace http {
namespace {

using testing::Client;
using testing::get;
using testing::RunningServer;
namespace asio = boost::asio;

TEST(Listening, says_in_one_sentence_why_it_cannot_listen) {
  const RunningServer server;
  asio::io_context context;
  const auto error_at = [&context](std::string address, std::uint16_t port) {
    ServerOptions options;
    options.address = std::move(address);
    options.port = port;
    const auto created = Server::create(context.get_executor(), std::move(options), testing::echo);
    return created ? std::string("no error") : created.error();
  };
  EXPECT_EQ(error_at("127.0.0.1", server.port()),
            "127.0.0.1:" + std::to_string(server.port()) + " is in use: another program listens there.");
  EXPECT_EQ(error_at("192.0.2.1", 0), "192.0.2.1 is not an address of this machine.");
  EXPECT_EQ(error_at("elsewhere", 0),
            "Cannot listen at 'elsewhere': it is not an IP address, such as 127.0.0.1, nor localhost.");
  EXPECT_EQ(error_at("localhost", 0), "no error");
}

class UnixSocket : public ::testing::Test {
 protected:
  UnixSocket() {
    std::string pattern = (std::filesystem::temp_directory_path() / "http_test_XXXXXX").string();
    directory_ = ::mkdtemp(pattern.data());
    path_ = (directory_ / "socket").string();
  }
  ~UnixSocket() override { std::filesystem::remove_all(directory_); }

  [[nodiscard]] ServerOptions options() const {
    ServerOptions options;
    options.address = "unix:" + path_;
    return options;
  }

  std::filesystem::path directory_;
  std::string path_;
};

TEST_F(UnixSocket, is_served_like_any_other) {
  const RunningServer server(options());
  Client client(path_);
  const auto reply = client.ask(get("/a"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "GET /a ");
}

TEST_F(UnixSocket, is_for_its_owner_only) {
  const RunningServer server(options());
  struct stat status{};
  ASSERT_EQ(::stat(path_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600);
}

TEST_F(UnixSocket, replaces_what_a_killed_process_left) {
  {
    asio::io_context context;
    // The acceptor is closed without a word, and the file stays.
    ASSERT_TRUE(listen_at(context.get_executor(), "unix:" + path_, 0));
  }
  ASSERT_TRUE(std::filesystem::exists(path_));
  const RunningServer server(options());
  EXPECT_TRUE(Client(path_).ask(get("/")));
}

TEST_F(UnixSocket, is_not_taken_from_a_living_server) {
  const RunningServer server(options());
  asio::io_context context;
  EXPECT_FALSE(listen_at(context.get_executor(), "unix:" + path_, 0));
  EXPECT_TRUE(Client(path_).ask(get("/")));
}

TEST_F(UnixSocket, refuses_a_path_that_does_not_fit) {
  asio::io_context context;
  EXPECT_FALSE(listen_at(context.get_executor(), "unix:" + std::string(200, 'a'), 0));
  EXPECT_FALSE(listen_at(context.get_executor(), "unix:", 0));
  EXPECT_FALSE(listen_at(context.get_executor(), "unix:/nowhere/at/all", 0));
}

}  // namespace
}  // namespace http
