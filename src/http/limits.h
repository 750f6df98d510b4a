// What one server may spend on its clients. Every queue, buffer and wait of this folder is bounded by a name in here.
#pragma once

#include <chrono>
#include <cstddef>

namespace http {

struct Limits {
  std::size_t header_bytes_max = 64 * 1024;  // request line and fields together, also chunk sizes and trailers
  std::size_t body_bytes_max = 16 * 1024 * 1024;
  std::size_t connections_max = 1024;                        // further ones are answered 503 and closed
  std::size_t body_bytes_in_flight_max = 256 * 1024 * 1024;  // over all connections; beyond it 503
  std::chrono::milliseconds header_timeout{10'000};  // from the first byte of a request to the end of its headers
  std::chrono::milliseconds body_timeout{30'000};    // from the end of the headers to the end of the body
  std::chrono::milliseconds idle_timeout{75'000};    // between requests of one connection
  std::chrono::milliseconds write_timeout{30'000};   // for every write_piece_bytes of a response
  std::chrono::milliseconds stop_timeout{10'000};    // how long stop() waits for what is in flight
  std::size_t header_fields_max = 256;
  std::size_t write_piece_bytes = 256 * 1024;
  std::size_t refusals_max = 64;  // connections beyond connections_max that are told so at the same moment
  // A refused request is still being sent. Closing at once would reset the connection and take the answer with it, so
  // what comes is read and thrown away, this much and this long.
  std::size_t linger_bytes_max = 64 * 1024 * 1024;
  std::chrono::milliseconds linger_timeout{2'000};
  std::chrono::milliseconds linger_timeout_when_stopping{200};
};

}  // namespace http
