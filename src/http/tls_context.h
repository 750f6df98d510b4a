// OpenSSL's side of a TlsCertificate; only tls*.cc include this.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "http/tls.h"

namespace http {

struct TlsCertificate::Context {
  boost::asio::ssl::context ssl{boost::asio::ssl::context::tls_server};

  [[nodiscard]] static std::expected<std::shared_ptr<Context>, std::string> make(std::string_view chain,
                                                                                 std::string_view key);
};

}  // namespace http
