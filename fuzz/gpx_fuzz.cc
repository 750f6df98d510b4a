// Any bytes as a GPX file.
#include "operations/gpx_log.h"

#include <cstddef>
#include <cstdint>

#include "device_log.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  require_storable(operations::parse_gpx_log({reinterpret_cast<const char*>(data), size}, {}));
  return 0;
}
