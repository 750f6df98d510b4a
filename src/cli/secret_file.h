// Files that hold secrets: bearer tokens, access keys.
#pragma once

#include <expected>
#include <string>

namespace cli {

// The text of a regular file that not everyone on this machine can read. Error: one sentence; `what` names the file in
// it ("token file").
[[nodiscard]] std::expected<std::string, std::string> read_secret_file(const std::string& what,
                                                                       const std::string& file_name);
// The same for what is no secret.
[[nodiscard]] std::expected<std::string, std::string> read_file(const std::string& what, const std::string& file_name);

}  // namespace cli
