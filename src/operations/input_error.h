// What is wrong with a file that the user gave.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace operations {

struct InputError {
  std::size_t line = 0;  // 1 is the first line of the file; 0: the file as a whole
  std::string message;   // one sentence: what is wrong, and what is allowed
  friend bool operator==(const InputError&, const InputError&) = default;
};

// "activities.csv, line 7: the distance '3,4o' is not a number."
[[nodiscard]] std::string describe(std::string_view file_name, const InputError& error);

// A cell as an error quotes it: in quotes, cut when long, control characters as '?'.
[[nodiscard]] std::string quoted(std::string_view cell);

}  // namespace operations
