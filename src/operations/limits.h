// How large the files may be that an import reads. Beyond a limit is an error that names it, never a crash or a cut.
#pragma once

#include <cstddef>

namespace operations::limits {

inline constexpr std::size_t csv_file_bytes_max = std::size_t{256} << 20;
inline constexpr std::size_t json_file_bytes_max = std::size_t{1} << 30;
inline constexpr std::size_t csv_field_bytes_max = std::size_t{256} << 10;
inline constexpr std::size_t csv_row_bytes_max = std::size_t{1} << 20;
inline constexpr std::size_t csv_columns_max = 1000;
inline constexpr std::size_t csv_rows_max = 2'000'000;
// A cell that is longer is no number, date or duration; it is refused before it is looked at.
inline constexpr std::size_t short_cell_bytes_max = 200;
// FIT, TCX and GPX: a day of recording every second is some 10 MiB of XML.
inline constexpr std::size_t device_file_bytes_max = std::size_t{64} << 20;
inline constexpr std::size_t device_sessions_max = 10'000;
inline constexpr std::size_t xml_depth_max = 64;
inline constexpr std::size_t xml_name_bytes_max = 64;
inline constexpr std::size_t xml_text_bytes_max = std::size_t{16} << 10;
inline constexpr std::size_t xml_token_bytes_max = std::size_t{256} << 10;
inline constexpr std::size_t xml_part_bytes = std::size_t{64} << 10;  // what the parser is given at once
// One athlete or session of a JSON export. Far above what DynamoDB stores in an item (400 KB).
inline constexpr std::size_t json_element_bytes_max = std::size_t{4} << 20;
// What one call to the repository carries: a few transactions, so that progress is seen.
inline constexpr std::size_t import_chunk_sessions_max = 990;
// Of a cell that is quoted in an error.
inline constexpr std::size_t quoted_cell_characters_max = 60;

}  // namespace operations::limits
