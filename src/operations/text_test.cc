// Text as it comes in and as it goes to a spreadsheet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "operations/input_file.h"
#include "operations/spreadsheet_text.h"
#include "operations/text_encoding.h"
#include "operations/utf8.h"

namespace operations {
namespace {

using testing::HasSubstr;

TEST(TextEncoding, takes_utf8_as_it_is_and_drops_the_byte_order_mark) {
  const auto text = decode_text(
      "\xEF\xBB\xBF"
      "Läufe 🏃");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text, "Läufe 🏃");
  EXPECT_EQ(text->notice, "");
}

TEST(TextEncoding, reads_windows_1252_and_says_so) {
  const auto text = decode_text("Date,Title\n1,L\xE4ufe \x80\n");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->text, "Date,Title\n1,Läufe €\n");
  EXPECT_THAT(text->notice, HasSubstr("Windows-1252"));
}

TEST(TextEncoding, names_the_line_of_damage_in_utf8) {
  const auto text = decode_text("Läufe\nmore\nbro\xC3");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().line, 3U);
}

TEST(TextEncoding, refuses_utf16_and_binary_files) {
  EXPECT_THAT(decode_text(std::string("\xFF\xFE"
                                      "D\0a\0",
                                      6))
                  .error()
                  .message,
              HasSubstr("UTF-16"));
  EXPECT_THAT(decode_text(std::string("ab\0c\n", 5)).error().message, HasSubstr("not a text file"));
  EXPECT_FALSE(decode_text("a\x81"));
}

TEST(Utf8, knows_what_is_valid) {
  for (const char* good : {"a", "ä", "€", "🏃", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_EQ(utf8_valid_bytes(good), std::string_view(good).size()) << good;
  }
  for (const char* bad :
       {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xC3"}) {
    EXPECT_EQ(utf8_valid_bytes(bad), 0U);
  }
  EXPECT_EQ(utf8_prefix("a🏃bc", 2), "a🏃");
  EXPECT_EQ(lower_case("ÄÖÜß É×"), "äöüß é×");
  EXPECT_EQ(trimmed(" \u00A0\u202F x y \t\r\n"), "x y");
}

TEST(SpreadsheetText, keeps_a_formula_from_being_one) {
  EXPECT_EQ(guarded("=1+1"), "'=1+1");
  EXPECT_EQ(guarded("'=1"), "''=1");
  EXPECT_EQ(guarded("- easy"), "'- easy");
  EXPECT_EQ(guarded("easy"), "easy");
  EXPECT_EQ(guarded("'quoted'"), "'quoted'");
  EXPECT_EQ(unguarded("'quoted'"), "'quoted'");
}

RC_GTEST_PROP(SpreadsheetText, comes_back_unchanged_and_never_begins_a_formula, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('\'', '=', '+', '-', '@', '\t', '\n', 'a', ' '));
  const std::string safe = guarded(text);
  RC_ASSERT(unguarded(safe) == text);
  RC_ASSERT(safe.empty() || !std::string_view("=+-@\t\r\n").contains(safe.front()));
}

TEST(InputFile, tells_kinds_by_content) {
  EXPECT_EQ(detect_file_kind("  {\"format\":1}"), FileKind::json_export);
  EXPECT_EQ(detect_file_kind("\xEF\xBB\xBF{}"), FileKind::json_export);
  EXPECT_EQ(detect_file_kind("Date,Duration\n"), FileKind::csv);
  EXPECT_THAT(detect_file_kind("PK\x03\x04....").error().message, HasSubstr("ZIP"));
  EXPECT_THAT(detect_file_kind("\x1F\x8B\x08").error().message, HasSubstr("gzip"));
  EXPECT_EQ(detect_file_kind("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- made -- by hand -->\n<gpx/>"), FileKind::gpx);
  EXPECT_EQ(detect_file_kind("<g:gpx xmlns:g='http://www.topografix.com/GPX/1/1'>"), FileKind::gpx);
  EXPECT_EQ(detect_file_kind("<TrainingCenterDatabase\n xmlns='x'>"), FileKind::tcx);
  EXPECT_EQ(detect_file_kind(std::string("\x0E\x10\0\0\0\0\0\0.FIT..", 14)), FileKind::fit);
  EXPECT_THAT(detect_file_kind("<!DOCTYPE html><html>").error().message, HasSubstr("web page"));
  EXPECT_THAT(detect_file_kind("<html lang='en'>").error().message, HasSubstr("web page"));
  EXPECT_THAT(detect_file_kind("<?xml version='1.0'?><kml/>").error().message, HasSubstr("neither GPX nor TCX"));
  EXPECT_THAT(detect_file_kind("<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a 'a'>]><lolz/>").error().message,
              HasSubstr("DOCTYPE"));
  EXPECT_THAT(detect_file_kind("<!-- no end").error().message, HasSubstr("neither GPX nor TCX"));
  EXPECT_THAT(detect_file_kind(" \n").error().message, HasSubstr("empty"));
}

TEST(InputFile, says_why_a_file_cannot_be_read) {
  EXPECT_THAT(read_input_file("/nowhere/at/all.csv").error().message, HasSubstr("No such file"));
  EXPECT_THAT(read_input_file("/").error().message, HasSubstr("directory"));
}

}  // namespace
}  // namespace operations
