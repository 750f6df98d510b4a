#include "operations/fit_header.h"

#include <fmt/format.h>

#include "operations/crc16.h"

namespace operations {
namespace {

constexpr std::size_t header_bytes_min = 12;
constexpr std::size_t header_bytes_with_crc = 14;
constexpr std::size_t crc_bytes = 2;
constexpr std::size_t data_size_offset = 4;
constexpr std::size_t signature_offset = 8;
constexpr std::string_view signature = ".FIT";
constexpr unsigned protocol_major_max = 2;

unsigned byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

// Sizes and checksums are little-endian, whatever the messages are.
std::size_t little_endian(std::string_view bytes, std::size_t offset, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t at = size; at > 0; --at) value = (value << 8) | byte_at(bytes, offset + at - 1);
  return value;
}

}  // namespace

bool has_fit_signature(std::string_view bytes) {
  return bytes.size() >= header_bytes_min && bytes.substr(signature_offset).starts_with(signature);
}

std::expected<FitFile, std::string> first_fit_file(std::string_view bytes) {
  if (!has_fit_signature(bytes)) return std::unexpected("this is no FIT file: its header is not there.");
  const std::size_t header_bytes = byte_at(bytes, 0);
  if (header_bytes != header_bytes_min && header_bytes < header_bytes_with_crc) {
    return std::unexpected("the FIT file is damaged: its header says a size that no header has.");
  }
  if (bytes.size() < header_bytes) return std::unexpected("the FIT file is cut off in its header.");
  if (const unsigned major = byte_at(bytes, 1) >> 4; major > protocol_major_max) {
    return std::unexpected(
        fmt::format("the FIT file has version {} of the protocol; up to {} is known.", major, protocol_major_max));
  }
  if (header_bytes >= header_bytes_with_crc) {
    const std::size_t written = little_endian(bytes, header_bytes_min, crc_bytes);
    // Zero: the device did not compute one.
    if (written != 0 && written != crc16(bytes.substr(0, header_bytes_min))) {
      return std::unexpected("the FIT file is damaged: the checksum of its header is wrong.");
    }
  }
  const std::size_t data_bytes = little_endian(bytes, data_size_offset, 4);
  if (data_bytes == 0) return std::unexpected("the FIT file was not finished by the device: it says that it is empty.");
  const std::size_t available = bytes.size() - header_bytes;
  if (available < data_bytes + crc_bytes) {
    return std::unexpected(fmt::format("the FIT file is cut off: it has {} of its {} bytes.", bytes.size(),
                                       header_bytes + data_bytes + crc_bytes));
  }
  if (little_endian(bytes, header_bytes + data_bytes, crc_bytes) != crc16(bytes.substr(0, header_bytes + data_bytes))) {
    return std::unexpected("the FIT file is damaged: its checksum is wrong.");
  }
  return FitFile{bytes.substr(header_bytes, data_bytes), header_bytes + data_bytes + crc_bytes};
}

}  // namespace operations
