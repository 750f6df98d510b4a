// CSV by RFC 4180, as exports and spreadsheets really write it: comma, semicolon or tab; CRLF, LF or CR; quoted fields
// with newlines and doubled quotes. Debian's libcsv was considered: it knows no line numbers and no limits.
#pragma once

#include <cstddef>
#include <expected>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "operations/input_error.h"

namespace operations {

struct CsvRecord {
  std::size_t line = 0;  // where it begins
  std::vector<std::string> fields;
};

// Reads record after record; nothing of the text is copied but the record that is being read.
class CsvReader {
 public:
  // `text`: UTF-8 without byte order mark, and stays alive. The delimiter is the one of `,` `;` and tab that the first
  // line has most of outside quotes, or what Excel's "sep=;" line says, which is then no record.
  explicit CsvReader(std::string_view text);

  // Fills `record` and gives true, or false at the end. Blank lines are no records. Errors, after which nothing more
  // can be read: a quote that is not closed (names the line where it opens), text after a closing quote, and the limits
  // csv_field_bytes_max, csv_row_bytes_max, csv_columns_max and csv_rows_max.
  [[nodiscard]] std::expected<bool, InputError> next(CsvRecord& record);

  [[nodiscard]] char delimiter() const { return delimiter_; }

 private:
  enum class FieldEnd { delimiter, record };
  std::expected<FieldEnd, InputError> read_field(std::string& field);
  std::expected<void, InputError> read_quoted(std::string& field);
  void read_unquoted(std::string& field);
  void skip_line_end();

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
  std::size_t records_ = 0;
  char delimiter_ = ',';
};

// One record with commas and CRLF at the end; fields are quoted only where they must be.
void write_csv_record(std::ostream& output, std::span<const std::string> fields);

}  // namespace operations
