// The bytes of a connection that have come and are not parsed yet.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace http {

class ReadBuffer {
 public:
  explicit ReadBuffer(std::size_t bytes) : bytes_(bytes) {}

  [[nodiscard]] std::string_view content() const { return {bytes_.data() + begin_, end_ - begin_}; }
  [[nodiscard]] bool empty() const { return begin_ == end_; }

  void consume(std::size_t count) {
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
  }

  // Room behind the content: moves the content to the front, and doubles up to bytes_max, when half of it is taken.
  // Empty when the content alone has bytes_max.
  [[nodiscard]] std::span<char> room(std::size_t bytes_max) {
    if (end_ > bytes_.size() / 2) {
      std::copy(bytes_.begin() + static_cast<std::ptrdiff_t>(begin_),
                bytes_.begin() + static_cast<std::ptrdiff_t>(end_), bytes_.begin());
      end_ -= begin_;
      begin_ = 0;
      if (end_ > bytes_.size() / 2 && bytes_.size() < bytes_max) bytes_.resize(std::min(bytes_.size() * 2, bytes_max));
    }
    return std::span(bytes_).subspan(end_);
  }
  void commit(std::size_t count) { end_ += count; }

 private:
  std::vector<char> bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace http
