// The server's certificate from files, and again when they were renewed.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "http/tls.h"

namespace cli {

struct TlsFiles {
  std::optional<std::string> certificate;  // PEM: the server's own, then those that signed it
  std::optional<std::string> key;          // PEM without a passphrase, not readable by everyone
};

// nullptr: neither file is given, so no TLS. Error: one sentence that names the file or the flag.
[[nodiscard]] std::expected<std::shared_ptr<http::TlsCertificate>, std::string> load_certificate(const TlsFiles& files);

// Reads the files again; what became of it goes to the log, and where they do not load the old certificate stays.
void reload_certificate(http::TlsCertificate& certificate, const TlsFiles& files);

}  // namespace cli
