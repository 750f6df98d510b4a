#include "aws/testing/loopback_server.h"

#include <fmt/format.h>

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

namespace aws::testing {

namespace asio = boost::asio;
using asio::ip::tcp;

LoopbackServer::LoopbackServer(std::function<void(Socket&)> serve, std::uint16_t port)
    : acceptor_(context_, tcp::endpoint{asio::ip::address_v4::loopback(), port}),
      port_(acceptor_.local_endpoint().port()) {
  accepting_ = std::jthread{[this, serve = std::move(serve)] {
    while (true) {
      auto socket = std::make_shared<Socket>(context_);
      acceptor_.accept(*socket);
      if (stopping_) return;
      ++connections_;
      threads_.emplace_back([serve, socket] { serve(*socket); });
    }
  }};
}

LoopbackServer::~LoopbackServer() {
  stopping_ = true;
  Socket last{context_};
  boost::system::error_code ignored;
  last.connect({asio::ip::address_v4::loopback(), port_}, ignored);
  accepting_.join();
}

std::string read_request(LoopbackServer::Socket& socket) {
  std::string request;
  boost::system::error_code error;
  const std::size_t head = asio::read_until(socket, asio::dynamic_buffer(request), "\r\n\r\n", error);
  if (error) return "";
  const std::size_t length_at = request.find("content-length: ");
  const std::size_t length = length_at < head ? std::stoul(request.substr(length_at + 16)) : 0;
  if (request.size() < head + length)
    asio::read(socket, asio::dynamic_buffer(request), asio::transfer_exactly(head + length - request.size()), error);
  return error ? "" : request;
}

void send(LoopbackServer::Socket& socket, const std::string& text) {
  boost::system::error_code ignored;
  asio::write(socket, asio::buffer(text), ignored);
}

std::string answer_of(const std::string& body, const std::string& headers) {
  return fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n{}\r\n{}", body.size(), headers, body);
}

void hang(LoopbackServer::Socket& socket) {
  std::array<char, 4096> dropped{};
  boost::system::error_code error;
  while (!error) socket.read_some(asio::buffer(dropped), error);
}

}  // namespace aws::testing
