#include "endpoint/credentials.h"

#include <gtest/gtest.h>

#include <string>

namespace endpoint {
namespace {

std::string refusal(std::string_view text) {
  const auto credentials = parse_credentials(text, "keys");
  return credentials ? "accepted" : credentials.error();
}

TEST(Credentials, are_read_by_profile_as_the_sdks_do) {
  const auto credentials = parse_credentials(
      "# ours\n[default]\naws_access_key_id = AKIAONE\r\naws_secret_access_key=one/secret=\n\n[ bob ]\n"
      "aws_access_key_id=ASIATWO\naws_secret_access_key=two\naws_session_token=token==\nregion=eu-west-1\n"
      "[empty]\n; nothing here",
      "keys");
  ASSERT_TRUE(credentials) << credentials.error();
  ASSERT_EQ(credentials->size(), 2U);
  EXPECT_EQ(credentials->at("AKIAONE").user_name, "default");
  EXPECT_EQ(credentials->at("AKIAONE").secret_access_key, "one/secret=");
  EXPECT_FALSE(credentials->at("AKIAONE").session_token);
  EXPECT_EQ(credentials->at("ASIATWO").user_name, "bob");
  EXPECT_EQ(credentials->at("ASIATWO").session_token, "token==");
}

TEST(Credentials, that_are_wrong_name_the_line_and_show_no_secret) {
  EXPECT_EQ(refusal("[a]\nsecret"), "keys, line 2: this is neither [profile] nor key = value.");
  EXPECT_EQ(refusal("aws_access_key_id=x"),
            "keys, line 1: a profile's name, such as [default], must stand before its keys.");
  EXPECT_EQ(refusal("[]"), "keys, line 1: a profile begins with its name in brackets, as in [default].");
  EXPECT_EQ(refusal("[a]\naws_secret_access_key=hidden"),
            "keys: the profile a needs both aws_access_key_id and aws_secret_access_key.");
  EXPECT_EQ(refusal("[a]\naws_access_key_id=x\naws_secret_access_key=y\n[b]\naws_access_key_id=x\n"
                    "aws_secret_access_key=z"),
            "keys: the profiles a and b have the same aws_access_key_id.");
  EXPECT_EQ(refusal(""), "keys holds no access key.");
}

}  // namespace
}  // namespace endpoint
