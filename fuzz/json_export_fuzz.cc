// Any bytes as a JSON export: no crash, and what is read can be stored.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "operations/json_elements.h"
#include "operations/json_records.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  operations::JsonElementReader reader(text);
  // Every element takes at least one byte.
  for (std::size_t count = 0; count <= size; ++count) {
    const auto element = reader.next();
    if (!element || !*element) return 0;
    (void)operations::read_exported_athlete((*element)->text);
    const auto session = operations::read_exported_session((*element)->text);
    if (!session) continue;
    if (!session->input.date.ok() || !std::isfinite(session->input.duration_minutes) || session->id->empty())
      std::abort();
  }
  std::abort();
}
