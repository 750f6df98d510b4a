// The variables of a process, or a test's.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace aws {

// nullopt: not set. May be asked from any thread.
using Environment = std::function<std::optional<std::string>(std::string_view name)>;

// nullopt also where it is set to nothing, which every SDK takes for not set.
[[nodiscard]] inline std::optional<std::string> non_empty(const Environment& environment, std::string_view name) {
  std::optional<std::string> value = environment(name);
  return value && !value->empty() ? value : std::nullopt;
}

}  // namespace aws
