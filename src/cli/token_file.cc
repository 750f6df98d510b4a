#include "cli/token_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/secret_file.h"

namespace cli {
namespace {

std::string trimmed(const std::string& line) {
  constexpr const char* blanks = " \t\r";
  const auto first = line.find_first_not_of(blanks);
  if (first == std::string::npos) return "";
  return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

}  // namespace

std::expected<std::vector<std::string>, std::string> parse_tokens(const std::string& text,
                                                                  const std::string& file_name) {
  std::vector<std::string> tokens;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    auto token = trimmed(line);
    if (token.empty() || token.front() == '#') continue;
    const bool visible = std::ranges::all_of(token, [](char c) { return c > ' ' && c < '\x7f'; });
    if (!visible || token.size() < token_characters_min) {
      return std::unexpected(
          fmt::format("{}, line {}: a token is at least {} visible ASCII characters without blanks; make one with: "
                      "openssl rand -hex 32",
                      file_name, number, token_characters_min));
    }
    if (tokens.size() == tokens_max)
      return std::unexpected(fmt::format("{}: at most {} tokens are allowed.", file_name, tokens_max));
    tokens.push_back(std::move(token));
  }
  if (tokens.empty())
    return std::unexpected(
        fmt::format("{} holds no token; put one a line, made with: openssl rand -hex 32", file_name));
  return tokens;
}

std::expected<std::vector<std::string>, std::string> read_token_file(const std::string& file_name) {
  const auto text = read_secret_file("token file", file_name);
  if (!text) return std::unexpected(text.error());
  return parse_tokens(*text, file_name);
}

}  // namespace cli
