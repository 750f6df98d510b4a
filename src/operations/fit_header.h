// Where a FIT file begins and ends, and whether it is whole. https://developer.garmin.com/fit/protocol/
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace operations {

// ".FIT" stands after the sizes and versions of the header.
[[nodiscard]] bool has_fit_signature(std::string_view bytes);

struct FitFile {
  std::string_view data;        // the messages, without header and checksum
  std::size_t whole_bytes = 0;  // with both: where a chained file begins
};

// The first file in `bytes`. Errors are sentences: no header, a header or file that is damaged (checksums), cut off, or
// of a protocol that is newer than 2.
[[nodiscard]] std::expected<FitFile, std::string> first_fit_file(std::string_view bytes);

}  // namespace operations
