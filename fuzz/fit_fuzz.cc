// Any bytes as a FIT file, and as the messages of one whose header and checksums are right, which few inputs have.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "device_log.h"
#include "operations/fit_log.h"
#include "operations/testing/fit_builder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require_storable(operations::parse_fit_log(bytes, {}));
  constexpr std::size_t header_bytes = 14;
  constexpr std::size_t crc_bytes = 2;
  if (size <= header_bytes + crc_bytes) return 0;
  const std::string messages(bytes.substr(header_bytes, size - header_bytes - crc_bytes));
  require_storable(operations::parse_fit_log(operations::testing::fit_file(messages), {}));
  return 0;
}
