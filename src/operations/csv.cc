#include "operations/csv.h"

#include <fmt/format.h>

#include <array>

#include "operations/limits.h"

namespace operations {
namespace {

bool is_line_end(char character) {
  return character == '\n' || character == '\r';
}

// The first line only: a delimiter in quotes or in later notes says nothing.
char detect_delimiter(std::string_view text) {
  constexpr std::array candidates = {',', ';', '\t'};
  std::array<std::size_t, candidates.size()> counts{};
  bool in_quotes = false;
  for (const char character : text) {
    if (character == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (is_line_end(character)) break;
    for (std::size_t index = 0; index < candidates.size(); ++index) counts[index] += character == candidates[index];
  }
  std::size_t best = 0;
  for (std::size_t index = 1; index < candidates.size(); ++index) {
    if (counts[index] > counts[best]) best = index;
  }
  return candidates[best];
}

std::unexpected<InputError> error_at(std::size_t line, std::string message) {
  return std::unexpected(InputError{line, std::move(message)});
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text) {
  // "sep=;" is how Excel is told the delimiter.
  if (text_.starts_with("sep=") && text_.size() > 5 && is_line_end(text_[5]) &&
      std::string_view(",;\t|").contains(text_[4])) {
    delimiter_ = text_[4];
    position_ = 5;
    skip_line_end();
  } else {
    while (position_ < text_.size() && is_line_end(text_[position_])) skip_line_end();
    delimiter_ = detect_delimiter(text_.substr(position_));
  }
}

std::expected<bool, InputError> CsvReader::next(CsvRecord& record) {
  while (position_ < text_.size() && is_line_end(text_[position_])) skip_line_end();
  if (position_ >= text_.size()) return false;
  record.line = line_;
  record.fields.clear();
  if (++records_ > limits::csv_rows_max) {
    return error_at(line_, fmt::format("the file has more than {} rows; split it.", limits::csv_rows_max));
  }
  const std::size_t begin = position_;
  while (true) {
    if (record.fields.size() == limits::csv_columns_max) {
      return error_at(record.line, fmt::format("the row has more than {} fields.", limits::csv_columns_max));
    }
    auto end = read_field(record.fields.emplace_back());
    if (!end) return std::unexpected(end.error());
    if (position_ - begin > limits::csv_row_bytes_max) {
      return error_at(record.line, fmt::format("the row is longer than {} bytes.", limits::csv_row_bytes_max));
    }
    if (*end == FieldEnd::record) return true;
  }
}

std::expected<CsvReader::FieldEnd, InputError> CsvReader::read_field(std::string& field) {
  const std::size_t line = line_;
  if (position_ < text_.size() && text_[position_] == '"') {
    if (auto read = read_quoted(field); !read) return std::unexpected(read.error());
  } else {
    read_unquoted(field);
  }
  if (field.size() > limits::csv_field_bytes_max) {
    return error_at(line, fmt::format("a field is longer than {} bytes; is a quote missing that closes it?",
                                      limits::csv_field_bytes_max));
  }
  if (position_ >= text_.size()) return FieldEnd::record;
  if (text_[position_] == delimiter_) {
    ++position_;
    return FieldEnd::delimiter;
  }
  if (!is_line_end(text_[position_])) {
    return error_at(line_, "there is text after a closing quote; a quote inside a quoted field is written twice.");
  }
  skip_line_end();
  return FieldEnd::record;
}

std::expected<void, InputError> CsvReader::read_quoted(std::string& field) {
  const std::size_t opening_line = line_;
  ++position_;
  while (true) {
    const std::size_t stop = text_.find_first_of("\"\r\n", position_);
    if (stop == std::string_view::npos)
      return error_at(opening_line, "a quoted field is opened here and never closed.");
    field.append(text_, position_, stop - position_);
    position_ = stop;
    if (field.size() > limits::csv_field_bytes_max) return {};  // read_field says so
    if (is_line_end(text_[position_])) {
      const std::size_t line_end = position_;
      skip_line_end();
      field.append(text_, line_end, position_ - line_end);
      continue;
    }
    ++position_;
    if (position_ < text_.size() && text_[position_] == '"') {
      field.push_back('"');
      ++position_;
      continue;
    }
    // Some writers put a space between the closing quote and the delimiter.
    while (position_ < text_.size() && text_[position_] == ' ') ++position_;
    return {};
  }
}

void CsvReader::read_unquoted(std::string& field) {
  const std::array<char, 3> stops = {delimiter_, '\r', '\n'};
  const std::size_t stop = text_.find_first_of(std::string_view(stops.data(), stops.size()), position_);
  const std::size_t end = stop == std::string_view::npos ? text_.size() : stop;
  field.assign(text_, position_, end - position_);
  position_ = end;
}

void CsvReader::skip_line_end() {
  if (text_.substr(position_).starts_with("\r\n")) ++position_;
  ++position_;
  ++line_;
}

void write_csv_record(std::ostream& output, std::span<const std::string> fields) {
  for (std::size_t index = 0; index < fields.size(); ++index) {
    if (index > 0) output << ',';
    const std::string& field = fields[index];
    const bool padded = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    // A record of one empty field would be a blank line.
    const bool blank_line = fields.size() == 1 && field.empty();
    if (!padded && !blank_line && field.find_first_of(",;\t\"\r\n") == std::string::npos) {
      output << field;
      continue;
    }
    output << '"';
    for (const char character : field) {
      if (character == '"') output << '"';
      output << character;
    }
    output << '"';
  }
  output << "\r\n";
}

}  // namespace operations
