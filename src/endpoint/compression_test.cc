#include "endpoint/compression.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace endpoint {
namespace {

constexpr std::size_t mebibyte = std::size_t{1024} * 1024;

RC_GTEST_PROP(Compression, gives_back_what_went_in, (const std::string& text)) {
  RC_ASSERT(expand(compress(text), mebibyte).value() == text);
}

TEST(Compression, has_the_checksum_of_rfc_1952) {
  EXPECT_EQ(crc32_of("123456789"), 0xCBF43926U);
  EXPECT_EQ(crc32_of(""), 0U);
  EXPECT_EQ(crc32_of("{}"), 2745614147U);  // what DynamoDB sends with an empty answer
}

TEST(Compression, stops_at_the_limit_however_much_there_is_to_come) {
  const std::string bomb = compress(std::string(64 * mebibyte, '\0'));
  EXPECT_LT(bomb.size(), mebibyte);
  EXPECT_EQ(expand(bomb, mebibyte), std::unexpected(ExpandError::too_large));
  EXPECT_TRUE(expand(compress(std::string(mebibyte, 'x')), mebibyte));
  EXPECT_EQ(expand(compress(std::string(mebibyte + 1, 'x')), mebibyte), std::unexpected(ExpandError::too_large));
}

TEST(Compression, refuses_what_is_not_gzip) {
  const std::string whole = compress("some text that is long enough");
  EXPECT_EQ(expand("", mebibyte), std::unexpected(ExpandError::malformed));
  EXPECT_EQ(expand("plain text", mebibyte), std::unexpected(ExpandError::malformed));
  EXPECT_EQ(expand(whole.substr(0, whole.size() - 1), mebibyte), std::unexpected(ExpandError::malformed));
  EXPECT_EQ(expand(whole + "rest", mebibyte), std::unexpected(ExpandError::malformed));
  std::string damaged = whole;
  damaged[damaged.size() - 5] ^= 1;
  EXPECT_EQ(expand(damaged, mebibyte), std::unexpected(ExpandError::malformed));
}

TEST(Compression, reads_several_members) {
  EXPECT_EQ(expand(compress("one ") + compress("two"), mebibyte), "one two");
}

}  // namespace
}  // namespace endpoint
