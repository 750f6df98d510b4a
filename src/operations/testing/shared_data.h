// The project's shared data, beside the checkout or where TT_SHARED says. The including test must have TT_SOURCE_DIR.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "json/value.h"

namespace operations::testing {

inline std::filesystem::path shared_data() {
  const char* const directory = std::getenv("TT_SHARED");
  const std::filesystem::path shared = directory != nullptr ? directory : TT_SOURCE_DIR "/../shared";
  return shared / "data";
}

inline std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline double number(const json::Value& value) {
  return std::stod(value.get_if<json::Number>()->text);
}

}  // namespace operations::testing
