// What is wrong with a file that the user gave.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace operations {

// What would help.
enum class InputFault {
  file,          // another file
  columns,       // saying which column is which (LogOptions::columns)
  date_order,    // LogOptions::date_order
  decimal_mark,  // LogOptions::decimal_mark
  athlete,       // naming the athlete, or naming it by its id
  store,         // trying again: the file is right, the store is not
};

struct InputError {
  std::size_t line = 0;  // 1 is the first line of the file; 0: the file as a whole
  std::string message;   // one sentence: what is wrong, and what is allowed
  InputFault fault = InputFault::file;
  std::vector<std::string> columns = {};  // the headers that there are, with InputFault::columns
  friend bool operator==(const InputError&, const InputError&) = default;
};

// "activities.csv, line 7: the distance '3,4o' is not a number."
[[nodiscard]] std::string describe(std::string_view file_name, const InputError& error);

// A cell as an error quotes it: in quotes, cut when long, control characters as '?'.
[[nodiscard]] std::string quoted(std::string_view cell);

}  // namespace operations
