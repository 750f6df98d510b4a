#include "operations/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "operations/limits.h"

namespace operations {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Parsed {
  std::vector<CsvRecord> records;
  InputError error;  // message empty: none
};

Parsed read_all(std::string_view text) {
  Parsed parsed;
  CsvReader reader(text);
  CsvRecord record;
  while (true) {
    const auto found = reader.next(record);
    if (!found) {
      parsed.error = found.error();
      return parsed;
    }
    if (!*found) return parsed;
    parsed.records.push_back(record);
  }
}

TEST(Csv, reads_fields_and_the_line_where_each_record_begins) {
  const auto parsed = read_all("a,b\n1,\"two\nlines\"\r\n\n3,\"say \"\"hi\"\"\"");
  ASSERT_EQ(parsed.records.size(), 3U);
  EXPECT_THAT(parsed.records[1].fields, ElementsAre("1", "two\nlines"));
  EXPECT_THAT(parsed.records[2].fields, ElementsAre("3", "say \"hi\""));
  EXPECT_EQ(parsed.records[1].line, 2U);
  EXPECT_EQ(parsed.records[2].line, 5U);
}

TEST(Csv, finds_the_delimiter_in_the_header_outside_quotes) {
  EXPECT_EQ(CsvReader("Date;\"a,b,c\";Time\n").delimiter(), ';');
  EXPECT_EQ(CsvReader("Date\tTime\n1,5\t2,5").delimiter(), '\t');
  EXPECT_EQ(CsvReader("Date,Time\n1;2;3;4").delimiter(), ',');
}

TEST(Csv, takes_the_delimiter_that_excel_is_told) {
  const auto parsed = read_all("sep=|\r\na|b\r\n1|2\r\n");
  ASSERT_EQ(parsed.records.size(), 2U);
  EXPECT_THAT(parsed.records[1].fields, ElementsAre("1", "2"));
  EXPECT_EQ(parsed.records[1].line, 3U);
}

TEST(Csv, reads_line_ends_of_every_kind) {
  for (const char* text : {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2"}) {
    const auto parsed = read_all(text);
    ASSERT_EQ(parsed.records.size(), 2U) << text;
    EXPECT_THAT(parsed.records[1].fields, ElementsAre("1", "2"));
    EXPECT_EQ(parsed.records[1].line, 2U);
  }
}

TEST(Csv, names_the_line_where_a_quote_is_opened_and_never_closed) {
  const auto parsed = read_all("a,b\n1,2\n3,\"four\nfive\nsix");
  EXPECT_EQ(parsed.error.line, 3U);
  EXPECT_THAT(parsed.error.message, HasSubstr("never closed"));
}

TEST(Csv, refuses_text_after_a_closing_quote) {
  const auto parsed = read_all("a,b\n\"x\"y,2\n");
  EXPECT_EQ(parsed.error.line, 2U);
}

TEST(Csv, takes_a_quote_inside_an_unquoted_field_as_it_is) {
  const auto parsed = read_all("a,b\n5\" nails,2\n");
  ASSERT_EQ(parsed.records.size(), 2U);
  EXPECT_EQ(parsed.records[1].fields[0], "5\" nails");
}

TEST(Csv, refuses_fields_rows_and_columns_beyond_their_limits) {
  const std::string long_field(limits::csv_field_bytes_max + 1, 'x');
  EXPECT_THAT(read_all("a,b\n1," + long_field).error.message, HasSubstr("a field is longer"));
  EXPECT_THAT(read_all("a,b\n1,\"" + long_field + "\n").error.message, HasSubstr("a field is longer"));
  EXPECT_THAT(read_all("a,b\n" + std::string(limits::csv_columns_max, ',')).error.message, HasSubstr("more than 1000"));
  std::string long_row = "a,b\n";
  while (long_row.size() < limits::csv_row_bytes_max + 10)
    long_row += std::string(limits::csv_field_bytes_max, 'x') + ",";
  EXPECT_THAT(read_all(long_row).error.message, HasSubstr("the row is longer"));
  EXPECT_EQ(read_all(long_row).error.line, 2U);
}

RC_GTEST_PROP(Csv, gives_back_what_was_written, ()) {
  const auto field =
      rc::gen::container<std::string>(rc::gen::element('a', '"', ',', ';', '\n', '\r', '\t', ' ', '\'', '='));
  const auto columns = *rc::gen::inRange<std::size_t>(1, 5);
  const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
      rc::gen::container<std::vector<std::string>>(columns, field));
  // A header as every log has one decides the delimiter.
  std::ostringstream text;
  write_csv_record(text, std::vector<std::string>(columns, "header"));
  for (const auto& row : rows) write_csv_record(text, row);
  const auto parsed = read_all(text.str());
  RC_ASSERT(parsed.error.message.empty());
  RC_ASSERT(parsed.records.size() == rows.size() + 1);
  for (std::size_t row = 0; row < rows.size(); ++row) RC_ASSERT(parsed.records[row + 1].fields == rows[row]);
}

}  // namespace
}  // namespace operations
