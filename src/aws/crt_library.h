// AWS's C libraries, running: their threads, name resolution, and what TLS trusts.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "aws/crt_types.h"

namespace aws {

struct CrtSettings {
  std::uint16_t io_threads = 1;
  // PEM file of the authorities to trust instead of the system's; empty: the system's.
  std::string certificate_authorities;
};

// Made only when a remote store is: nothing of the libraries runs before. They are silent (their logs would hold
// secrets).
class CrtLibrary {
 public:
  // The error is a sentence: what TLS should trust cannot be read, or threads cannot be had.
  [[nodiscard]] static std::expected<std::unique_ptr<CrtLibrary>, std::string> start(const CrtSettings& settings);
  CrtLibrary(const CrtLibrary&) = delete;
  CrtLibrary& operator=(const CrtLibrary&) = delete;
  // Waits for the threads, but at most twice shutdown_wait: a name that is being resolved, a credential_process that
  // hangs and a TLS handshake that failed (held open by s2n against timing attacks) cannot be interrupted; what they
  // hold goes when they end.
  ~CrtLibrary();

  // These outlive the library where someone still holds them.
  [[nodiscard]] const std::shared_ptr<aws_client_bootstrap>& bootstrap() const { return bootstrap_; }
  [[nodiscard]] const std::shared_ptr<aws_tls_ctx>& tls() const { return tls_; }

 private:
  struct Ended;
  CrtLibrary() = default;

  std::shared_ptr<Ended> ended_;
  std::shared_ptr<aws_client_bootstrap> bootstrap_;
  std::shared_ptr<aws_tls_ctx> tls_;
};

inline constexpr std::chrono::milliseconds shutdown_wait{750};

// On a thread that lives only for it: for what blocks, as asking a credential_process does.
void run_on_own_thread(std::function<void()> work);

}  // namespace aws
