#include "tracker/case_fold.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tracker {
namespace {

TEST(FoldCase, makes_small_letters_of_the_capitals_of_each_alphabet) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Morning RUN, 5 km [x] {y} @`", "morning run, 5 km [x] {y} @`"},
      {"ÄÖÜ ÀÉÎÑØÞ", "äöü àéîñøþ"},
      {"ŁÓDŹ ŠKODA ŐR ŸŽ", "łódź škoda őr ÿž"},
      {"ĞİŞ", "ğİş"},  // İ has no simple folding
      {"ΆΈΉΊΌΎΏ ΣΊΣΥΦΟΣ ΣΊΣΥΦΟς", "άέήίόύώ σίσυφοσ σίσυφοσ"},
      {"БЕГ ЁЛКА Ђ ЇЖАК Ґ", "бег ёлка ђ їжак ґ"},
      {"ĐƯỜNG CHẠY", "đường chạy"},
      {"ՎԱԶՔ", "վազք"},
      {"STRAẞE", "straße"},
      {"ＲＵＮ", "ｒｕｎ"}};
  for (const auto& [text, folded] : cases) EXPECT_EQ(fold_case(text), folded);
}

TEST(FoldCase, leaves_everything_else_alone) {
  for (const char* text : {"", "äöüß", "×÷", "走る 🏃", "ᲐᲑᲒ", "\xFF\xC3", "\xC3", "\xE1\xBA", "\xF0\x9F\x8F"}) {
    EXPECT_EQ(fold_case(text), text);
  }
}

RC_GTEST_PROP(FoldCase, once_is_enough, (std::string text)) {
  RC_ASSERT(fold_case(fold_case(text)) == fold_case(text));
}

}  // namespace
}  // namespace tracker
