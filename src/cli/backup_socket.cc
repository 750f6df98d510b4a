#include "cli/backup_socket.h"

#include <fmt/format.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <string_view>

#include "cli/logging.h"

namespace cli {
namespace {

namespace asio = boost::asio;
using LocalSocket = asio::local::stream_protocol;

constexpr std::string_view route = "/backup";

std::string socket_path(const std::string& data_directory) {
  return data_directory + "/backup.sock";
}

http::Response text_response(int status, std::string text) {
  http::Response response;
  response.status = status;
  response.headers.add("Content-Type", "text/plain; charset=utf-8");
  response.body = std::move(text);
  return response;
}

asio::awaitable<http::Response> answer(engine::EmbeddedDatabase& database, asio::thread_pool& copying,
                                       const http::Request& request) {
  if (request.path() != route) co_return text_response(404, "There is only /backup here.");
  if (request.method != "POST") co_return text_response(405, "Send POST.");
  // From here on until the answer we are on the pool's thread.
  co_await asio::post(asio::bind_executor(copying.get_executor(), asio::use_awaitable));
  log_info("Backup to " + request.body);
  const auto copied = database.backup_to(request.body);
  if (!copied) co_return text_response(500, copied.error());
  co_return text_response(200, "");
}

}  // namespace

std::unique_ptr<BackupSocket> BackupSocket::open(asio::any_io_executor executor, engine::EmbeddedDatabase& database,
                                                 const std::string& data_directory) {
  if (data_directory.empty()) return nullptr;
  std::unique_ptr<BackupSocket> result(new BackupSocket());
  result->path_ = socket_path(data_directory);
  http::ServerOptions options;
  options.address = std::string("unix:") + result->path_;
  auto application = [&database, &copying = result->copying_](const http::Request& request) {
    return answer(database, copying, request);
  };
  auto server = http::Server::create(std::move(executor), std::move(options), std::move(application));
  if (!server) {
    log_warning(server.error() + " To make a backup, stop this server first.");
    return nullptr;
  }
  result->server_ = *std::move(server);
  result->server_->start();
  return result;
}

BackupSocket::~BackupSocket() {
  if (server_) ::unlink(path_.c_str());
  copying_.join();
}

asio::awaitable<void> BackupSocket::stop() {
  return server_->stop();
}

std::optional<std::expected<void, std::string>> request_backup(const std::string& data_directory,
                                                               const std::string& backup_directory) {
  const auto path = socket_path(data_directory);
  if (path.size() >= sizeof(sockaddr_un::sun_path)) return std::nullopt;  // the server could not make it either
  asio::io_context context;
  LocalSocket::socket socket(context);
  boost::system::error_code error;
  (void)socket.connect(LocalSocket::endpoint(path), error);
  if (error) return std::nullopt;
  const auto request =
      fmt::format("POST {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{}", route,
                  backup_directory.size(), backup_directory);
  std::string response;
  (void)asio::write(socket, asio::buffer(request), error);
  if (!error) (void)asio::read(socket, asio::dynamic_buffer(response), error);  // to the end, for the server closes
  if (response.starts_with("HTTP/1.1 200 ")) return std::expected<void, std::string>();
  const auto end_of_head = response.find("\r\n\r\n");
  if (end_of_head == std::string::npos)
    return std::unexpected(fmt::format("The process that serves {} did not answer.", data_directory));
  return std::unexpected(response.substr(end_of_head + 4));
}

}  // namespace cli
