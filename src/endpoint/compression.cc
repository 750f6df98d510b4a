#include "endpoint/compression.h"

#include <zlib.h>

#include <array>
#include <limits>
#include <new>

namespace endpoint {
namespace {

constexpr int gzip_window_bits = 15 + 16;  // 16 asks for gzip's header instead of zlib's
constexpr int default_memory_level = 8;
constexpr std::size_t piece_bytes = std::size_t{64} * 1024;

// zlib's interface is not const, but it only reads what next_in points at.
Bytef* input_of(std::string_view bytes) {
  return const_cast<Bytef*>(
      reinterpret_cast<const Bytef*>(bytes.data()));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

class Inflation {
 public:
  explicit Inflation(std::string_view bytes) {
    if (inflateInit2(&stream_, gzip_window_bits) != Z_OK) throw std::bad_alloc();
    stream_.next_in = input_of(bytes);
    stream_.avail_in = static_cast<uInt>(bytes.size());
  }
  ~Inflation() { inflateEnd(&stream_); }
  Inflation(const Inflation&) = delete;
  Inflation& operator=(const Inflation&) = delete;

  z_stream& stream() { return stream_; }

 private:
  z_stream stream_{};
};

}  // namespace

std::uint32_t crc32_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::string compress(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window_bits, default_memory_level, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();
  }
  std::string result(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = input_of(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  deflate(&stream, Z_FINISH);  // ends, for the bound is enough for it
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}

std::expected<std::string, ExpandError> expand(std::string_view bytes, std::size_t bytes_max) {
  if (bytes.empty() || bytes.size() > std::numeric_limits<uInt>::max()) return std::unexpected(ExpandError::malformed);
  Inflation inflation(bytes);
  z_stream& stream = inflation.stream();
  std::string result;
  std::array<char, piece_bytes> piece{};
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = piece.size();
    const int status = inflate(&stream, Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END) return std::unexpected(ExpandError::malformed);
    result.append(piece.data(), piece.size() - stream.avail_out);
    if (result.size() > bytes_max) return std::unexpected(ExpandError::too_large);
    if (status != Z_STREAM_END) continue;
    if (stream.avail_in == 0) return result;
    if (inflateReset(&stream) != Z_OK) return std::unexpected(ExpandError::malformed);
  }
}

}  // namespace endpoint
