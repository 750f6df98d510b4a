#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace http {

// Ids that differ within a process and very probably between processes. Thread-safe.
class RequestIds {
 public:
  RequestIds();
  // Fills `id` with 16 hex digits.
  void next(std::string& id);

 private:
  std::atomic<std::uint64_t> counter_;
};

}  // namespace http
