#include "http/request_id.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace http {
namespace {

// A one-to-one scramble (the finaliser of SplitMix64), so that ids that follow each other look nothing alike.
std::uint64_t scramble(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

}  // namespace

RequestIds::RequestIds() {
  std::random_device device;
  counter_ = (static_cast<std::uint64_t>(device()) << 32) | device();
}

void RequestIds::next(std::string& id) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::uint64_t value = scramble(counter_.fetch_add(1, std::memory_order_relaxed));
  id.assign(16, '0');
  for (char& digit : id) {
    digit = digits[static_cast<std::size_t>(value & 0xF)];
    value >>= 4;
  }
}

}  // namespace http
