// Bearer tokens from a file.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <vector>

namespace cli {

inline constexpr std::size_t token_characters_min = 16;  // shorter ones are guessed
inline constexpr std::size_t tokens_max = 1000;

// One token a line; blank lines and lines that begin with # are skipped. Visible ASCII without blanks. The error is one
// sentence that names the line and never shows a token.
[[nodiscard]] std::expected<std::vector<std::string>, std::string> parse_tokens(const std::string& text,
                                                                                const std::string& file_name);
// The file must not be readable by everyone.
[[nodiscard]] std::expected<std::vector<std::string>, std::string> read_token_file(const std::string& file_name);

}  // namespace cli
