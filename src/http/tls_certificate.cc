#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>
#include <mutex>
#include <utility>

#include "http/tls.h"
#include "http/tls_context.h"

namespace http {
namespace {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using boost::system::error_code;

constexpr std::array<unsigned char, 9> protocols = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

// ALPN: HTTP/1.1, or none at all where the client offers only others.
int choose_protocol(SSL* /*stream*/, const unsigned char** chosen, unsigned char* chosen_length,
                    const unsigned char* offered, unsigned offered_length, void* /*argument*/) {
  unsigned char* found = nullptr;
  if (SSL_select_next_proto(&found, chosen_length, protocols.data(), protocols.size(), offered, offered_length) !=
      OPENSSL_NPN_NEGOTIATED) {
    return SSL_TLSEXT_ERR_NOACK;
  }
  *chosen = found;
  return SSL_TLSEXT_ERR_OK;
}

}  // namespace

std::expected<std::shared_ptr<TlsCertificate::Context>, std::string> TlsCertificate::Context::make(
    std::string_view chain, std::string_view key) {
  auto made = std::make_shared<Context>();
  error_code error;
  const auto refuse = [&](std::string_view sentence) {
    ERR_clear_error();
    return std::unexpected(std::string(sentence) + " (" + error.message() + ").");
  };
  made->ssl.set_options(
      ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 | ssl::context::no_sslv3,
      error);
  // A passphrase would be asked for on the terminal, where nobody may be.
  made->ssl.set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); }, error);
  made->ssl.use_certificate_chain(asio::buffer(chain), error);
  if (error) return refuse("It is not a certificate in PEM form");
  made->ssl.use_private_key(asio::buffer(key), ssl::context::pem, error);
  if (error) {
    return refuse("The private key is not one in PEM form without a passphrase, or it is not the certificate's");
  }
  SSL_CTX_set_alpn_select_cb(made->ssl.native_handle(), choose_protocol, nullptr);
  return made;
}

struct TlsCertificate::State {
  std::mutex mutex;
  std::shared_ptr<Context> context;
};

TlsCertificate::TlsCertificate(std::shared_ptr<Context> context) : state_(std::make_unique<State>()) {
  state_->context = std::move(context);
}

TlsCertificate::~TlsCertificate() = default;

std::expected<std::shared_ptr<TlsCertificate>, std::string> TlsCertificate::load(std::string_view chain,
                                                                                 std::string_view key) {
  auto context = Context::make(chain, key);
  if (!context) return std::unexpected(std::move(context).error());
  return std::shared_ptr<TlsCertificate>(new TlsCertificate(*std::move(context)));
}

std::expected<void, std::string> TlsCertificate::replace(std::string_view chain, std::string_view key) {
  auto context = Context::make(chain, key);
  if (!context) return std::unexpected(std::move(context).error());
  const std::scoped_lock lock(state_->mutex);
  state_->context = *std::move(context);
  return {};
}

std::shared_ptr<TlsCertificate::Context> TlsCertificate::current() const {
  const std::scoped_lock lock(state_->mutex);
  return state_->context;
}

}  // namespace http
