#include "cli/tls_files.h"

#include <fmt/format.h>

#include <utility>

#include "cli/logging.h"
#include "cli/secret_file.h"

namespace cli {
namespace {

struct Texts {
  std::string chain;
  std::string key;
};

std::expected<Texts, std::string> read(const TlsFiles& files) {
  auto chain = read_file("certificate", *files.certificate);
  if (!chain) return std::unexpected(std::move(chain).error());
  auto key = read_secret_file("private key", *files.key);
  if (!key) return std::unexpected(std::move(key).error());
  return Texts{.chain = *std::move(chain), .key = *std::move(key)};
}

std::string sentence(const TlsFiles& files, const std::string& error) {
  return fmt::format("The certificate {} with the key {} cannot be used: {}", *files.certificate, *files.key, error);
}

}  // namespace

std::expected<std::shared_ptr<http::TlsCertificate>, std::string> load_certificate(const TlsFiles& files) {
  if (!files.certificate && !files.key) return nullptr;
  if (!files.certificate || !files.key) return std::unexpected("--tls-cert and --tls-key belong together.");
  const auto texts = read(files);
  if (!texts) return std::unexpected(texts.error());
  auto certificate = http::TlsCertificate::load(texts->chain, texts->key);
  if (!certificate) return std::unexpected(sentence(files, certificate.error()));
  return certificate;
}

void reload_certificate(http::TlsCertificate& certificate, const TlsFiles& files) {
  const auto texts = read(files);
  if (!texts) return log_error(texts.error() + " The old certificate stays.");
  if (const auto replaced = certificate.replace(texts->chain, texts->key); !replaced) {
    return log_error(sentence(files, replaced.error()) + " The old one stays.");
  }
  log_info("The certificate was read again; new connections get it.");
}

}  // namespace cli
