// Our server with a handler that does nothing but give a fixed body: what http/ costs by itself, beside
// bare_beast_responder.
//   http_echo BODY_BYTES [THREADS]
#include <boost/asio/io_context.hpp>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "http/server.h"

int main(int argument_count, char** arguments) {
  const std::size_t body_bytes = argument_count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 0;
  const std::size_t thread_count = argument_count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 2;
  if (argument_count < 2 || argument_count > 3 || thread_count < 1) {
    std::cerr << "usage: http_echo BODY_BYTES [THREADS]\n";
    return 2;
  }
  static const std::string body(body_bytes, 'x');
  boost::asio::io_context context(static_cast<int>(thread_count));
  auto server = http::Server::create(context.get_executor(), {},
                                     [](const http::Request& /*request*/) -> boost::asio::awaitable<http::Response> {
                                       http::Response response;
                                       response.headers.add("Content-Type", "application/json");
                                       response.body = body;
                                       co_return response;
                                     });
  if (!server) {
    std::cerr << server.error() << '\n';
    return 1;
  }
  (*server)->start();
  std::cout << "listening on http://127.0.0.1:" << (*server)->port() << std::endl;
  std::vector<std::jthread> threads;
  for (std::size_t count = 1; count < thread_count; ++count) threads.emplace_back([&context] { context.run(); });
  context.run();
  return 0;
}
