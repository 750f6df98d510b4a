// One request of DynamoDB's protocol, signed, to the other side and back: no retries, no opinion on the answer.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>

namespace aws {

// Any status. The body is unpacked and complete (its length was checked), its checksum is not checked yet.
struct Reply {
  int status = 0;
  std::string body;
  std::string request_id;                                     // x-amzn-RequestId, empty: none
  std::optional<std::uint32_t> crc32 = {};                    // x-amz-crc32
  std::optional<std::chrono::milliseconds> retry_after = {};  // x-amz-retry-after
  std::optional<std::chrono::sys_seconds> date = {};          // Date: the time there
  std::chrono::system_clock::time_point signed_at = {};       // the time that the request was signed with
};

struct TransportFailure {
  enum class Kind {
    no_credentials,      // the whole chain was asked; `message` says what was tried
    name_not_resolved,   // the host name of the endpoint
    connection_refused,  // nobody listens there
    not_trusted,         // TLS: the certificate or the handshake
    timed_out,           // the deadline passed, waiting for a free connection included
    interrupted,         // the connection broke: before, while or after the request was sent
    overloaded,          // too many requests wait already; this one was not sent
  };
  Kind kind = Kind::interrupted;
  std::string message;  // a sentence without secrets
};

// Thread-safe; a coroutine resumes on the executor of its caller.
class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  // `target`: "DynamoDB_20120810.GetItem". Every attempt is signed anew.
  virtual boost::asio::awaitable<std::expected<Reply, TransportFailure>> exchange(
      std::string target, std::string body, std::chrono::milliseconds deadline) = 0;
  // The credentials that are held are refused by the other side (expired): the next exchange asks their source again.
  virtual void forget_credentials() = 0;
  // It is that time there: the following exchanges are signed by it, and not by this machine's clock.
  virtual void set_clock(std::chrono::sys_seconds there) = 0;
};

}  // namespace aws
