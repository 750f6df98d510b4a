// A stream's label: when it was enabled.
#pragma once

#include <string>

#include "engine/catalog.h"

namespace engine {

// "2026-11-23T13:38:11.956", UTC.
[[nodiscard]] std::string stream_label(Time enabled_at);

}  // namespace engine
