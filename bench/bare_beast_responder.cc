// The peer of the benchmarks: the least that answers HTTP with Beast, one fixed body for every request. What our server
// does besides (routing, limits, timeouts, checks, the store) is measured as a ratio to it.
//   bare_beast_responder BODY_BYTES [THREADS]
// Prints "listening on http://127.0.0.1:PORT" and runs until it is killed.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

constexpr std::size_t body_bytes_max = 16 * 1024 * 1024;

asio::awaitable<void> serve(tcp::socket socket, std::string body) {
  try {
    socket.set_option(tcp::no_delay(true));
    boost::beast::flat_buffer buffer;
    bool keep_alive = true;
    while (keep_alive) {
      http::request<http::string_body> request;
      co_await http::async_read(socket, buffer, request, asio::use_awaitable);
      http::response<http::string_body> response(http::status::ok, request.version());
      response.set(http::field::content_type, "application/json");
      response.body() = body;
      response.keep_alive(request.keep_alive());
      response.prepare_payload();
      co_await http::async_write(socket, response, asio::use_awaitable);
      keep_alive = request.keep_alive();
    }
  } catch (const std::exception&) {
    // The client went away.
  }
}

asio::awaitable<void> accept(tcp::acceptor& acceptor, asio::io_context& context, std::string body) {
  while (true) {
    tcp::socket socket(asio::make_strand(context));
    co_await acceptor.async_accept(socket, asio::use_awaitable);
    const auto executor = socket.get_executor();
    asio::co_spawn(executor, serve(std::move(socket), body), asio::detached);
  }
}

}  // namespace

int main(int argument_count, char** arguments) {
  const std::size_t body_bytes = argument_count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 0;
  const std::size_t thread_count = argument_count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 2;
  if (argument_count < 2 || argument_count > 3 || body_bytes > body_bytes_max || thread_count < 1) {
    std::cerr << "usage: bare_beast_responder BODY_BYTES [THREADS]\n";
    return 2;
  }
  try {
    asio::io_context context(static_cast<int>(thread_count));
    tcp::acceptor acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    std::cout << "listening on http://127.0.0.1:" << acceptor.local_endpoint().port() << std::endl;
    asio::co_spawn(context, accept(acceptor, context, std::string(body_bytes, 'x')), asio::detached);
    std::vector<std::jthread> threads;
    for (std::size_t count = 1; count < thread_count; ++count) threads.emplace_back([&context] { context.run(); });
    context.run();
  } catch (const std::exception& exception) {
    std::cerr << exception.what() << '\n';
    return 1;
  }
  return 0;
}
