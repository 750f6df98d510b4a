// An environment and settings that a test makes up.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "aws/shared_settings.h"

namespace aws::testing {

using Variables = std::map<std::string, std::string, std::less<>>;

inline Environment environment_of(Variables variables) {
  return [variables = std::move(variables)](std::string_view name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

inline SharedSettings settings_of(Variables variables, std::string config = {}) {
  return SharedSettings::load(environment_of(std::move(variables)), {.config = std::move(config), .credentials = {}})
      .value();
}

}  // namespace aws::testing
