#include "web/files.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace web {
namespace {

TEST(Files, are_found_by_their_path) {
  EXPECT_TRUE(std::ranges::is_sorted(files(), {}, &File::path));
  for (const auto& file : files()) EXPECT_EQ(find_file(file.path), &file) << file.path;
  for (const auto* path : {"", "index", "index.html/", "../index.html", "assets/"}) EXPECT_EQ(find_file(path), nullptr);
}

TEST(Files, are_the_page_and_smaller_when_compressed) {
  if (files().empty()) GTEST_SKIP() << "this was built without training-tracker-ui/dist/; ./pw build makes it";
  const auto* page = find_file("index.html");
  ASSERT_NE(page, nullptr);
  EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
  for (const auto& file : files()) {
    EXPECT_FALSE(file.content.empty()) << file.path;
    EXPECT_EQ(file.entity_tag.size(), 32U) << file.path;
    EXPECT_TRUE(file.gzip.empty() || file.gzip.size() < file.content.size()) << file.path;
  }
}

}  // namespace
}  // namespace web
