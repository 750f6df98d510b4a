#include "cli/directory_socket.h"

#include <fmt/format.h>
#include <unistd.h>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <string_view>

#include "cli/logging.h"
#include "cli/serving.h"
#include "cli/store.h"
#include "endpoint/endpoint.h"
#include "http/unix_client.h"

namespace cli {
namespace {

namespace asio = boost::asio;

constexpr std::string_view backup_route = "/backup";
constexpr std::chrono::hours copy_duration_max{24};

http::Response text_response(int status, std::string text) {
  http::Response response;
  response.status = status;
  response.headers.add("Content-Type", "text/plain; charset=utf-8");
  response.body = std::move(text);
  return response;
}

asio::awaitable<http::Response> answer_backup(engine::EmbeddedDatabase& database, asio::thread_pool& copying,
                                              const http::Request& request) {
  if (request.method != "POST") co_return text_response(405, "Send POST.");
  // From here on until the answer we are on the pool's thread.
  co_await asio::post(asio::bind_executor(copying.get_executor(), asio::use_awaitable));
  log_info("Backup to " + request.body);
  const auto copied = database.backup_to(request.body);
  if (!copied) co_return text_response(500, copied.error());
  co_return text_response(200, "");
}

endpoint::Options endpoint_options() {
  endpoint::Options options;
  options.authentication.unsigned_allowed = true;
  return options;
}

}  // namespace

std::string directory_socket_path(const std::string& data_directory) {
  return data_directory + "/training-tracker.sock";
}

std::unique_ptr<DirectorySocket> DirectorySocket::open(asio::any_io_executor executor,
                                                       engine::EmbeddedDatabase& database,
                                                       const std::string& data_directory) {
  if (data_directory.empty()) return nullptr;
  std::unique_ptr<DirectorySocket> result(new DirectorySocket());
  result->path_ = directory_socket_path(data_directory);
  http::ServerOptions options;
  options.address = std::string("unix:") + result->path_;
  options.limits.body_bytes_max = endpoint::body_bytes_max;
  options.make_error = endpoint::make_error;
  options.on_exception = log_exception;
  auto application = [&database, &copying = result->copying_,
                      dynamodb =
                          endpoint::make_application(database, endpoint_options())](const http::Request& request) {
    return request.path() == backup_route ? answer_backup(database, copying, request) : dynamodb(request);
  };
  auto server = http::Server::create(std::move(executor), std::move(options), std::move(application));
  if (!server) {
    log_warning(server.error() + " Other commands on this data directory need this server stopped.");
    return nullptr;
  }
  result->server_ = *std::move(server);
  result->server_->start();
  return result;
}

DirectorySocket::~DirectorySocket() {
  if (server_) ::unlink(path_.c_str());
  copying_.join();
}

asio::awaitable<void> DirectorySocket::stop() {
  return server_->stop();
}

std::optional<std::expected<void, std::string>> request_backup(const std::string& data_directory,
                                                               const std::string& backup_directory) {
  const auto path = directory_socket_path(data_directory);
  if (!http::is_unix_socket_served(path)) return std::nullopt;
  http::Request request;
  request.method = "POST";
  request.target = backup_route;
  request.body = backup_directory;
  const auto answer = run(http::exchange_over_unix_socket(path, std::move(request), copy_duration_max));
  if (!answer) {
    return std::unexpected(
        fmt::format("The process that serves {} did not answer: {}.", data_directory, answer.error()));
  }
  constexpr int ok = 200;
  if (answer->status != ok) return std::unexpected(answer->body);
  return std::expected<void, std::string>();
}

}  // namespace cli
