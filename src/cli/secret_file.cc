#include "cli/secret_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace cli {

std::expected<std::string, std::string> read_file(const std::string& what, const std::string& file_name) {
  std::error_code error;
  std::ifstream file(file_name);
  if (!std::filesystem::is_regular_file(file_name, error) || !file)
    return std::unexpected(fmt::format("The {} {} cannot be read.", what, file_name));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::expected<std::string, std::string> read_secret_file(const std::string& what, const std::string& file_name) {
  auto text = read_file(what, file_name);
  if (!text) return text;
  std::error_code error;
  const auto permissions = std::filesystem::status(file_name, error).permissions();
  if (error || (permissions & std::filesystem::perms::others_read) != std::filesystem::perms::none) {
    return std::unexpected(
        fmt::format("Everyone on this machine can read {}; forbid it with: chmod 600 {}", file_name, file_name));
  }
  return text;
}

}  // namespace cli
