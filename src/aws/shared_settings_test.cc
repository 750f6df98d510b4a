#include "aws/shared_settings.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "aws/testing/environment.h"

namespace aws {
namespace {

using testing::environment_of;

constexpr const char* config = R"(
# a remark
[default]
region = eu-west-1 ; another
output=json

[ profile  "work" ]
Region = eu-north-1
services = mine
role_arn = arn:aws:iam::1:role/a#b
s3 =
  endpoint_url = http://not-ours

[services mine]
sqs =
  endpoint_url = http://sqs
dynamodb =
  endpoint_url = http://localhost:9000
)";

TEST(SharedSettings, reads_the_profile_that_is_named) {
  const auto settings =
      SharedSettings::load(environment_of({{"AWS_PROFILE", "work"}}), {.config = config, .credentials = {}});
  ASSERT_TRUE(settings) << settings.error();
  EXPECT_EQ(settings->profile("region"), "eu-north-1");
  EXPECT_EQ(settings->profile("role_arn"), "arn:aws:iam::1:role/a#b");
  EXPECT_EQ(settings->profile("endpoint_url"), std::nullopt);
  EXPECT_EQ(settings->dynamodb_service("endpoint_url"), "http://localhost:9000");
  EXPECT_TRUE(settings->has_credentials());
}

TEST(SharedSettings, the_default_profile_needs_no_files) {
  const auto settings = SharedSettings::load(environment_of({}), {});
  ASSERT_TRUE(settings) << settings.error();
  EXPECT_EQ(settings->profile_name(), "default");
  EXPECT_EQ(settings->profile("region"), std::nullopt);
  EXPECT_FALSE(settings->has_credentials());
}

TEST(SharedSettings, what_stands_with_the_credentials_is_stronger) {
  const auto settings = SharedSettings::load(
      environment_of({}),
      {.config = config, .credentials = "[default]\nregion = ap-south-1\naws_access_key_id = AK\n"});
  ASSERT_TRUE(settings) << settings.error();
  EXPECT_EQ(settings->profile("region"), "ap-south-1");
  EXPECT_EQ(settings->profile("output"), "json");
  EXPECT_TRUE(settings->has_credentials());
}

TEST(SharedSettings, says_which_profile_is_missing) {
  const auto settings =
      SharedSettings::load(environment_of({{"AWS_PROFILE", "play"}}), {.config = config, .credentials = {}});
  ASSERT_FALSE(settings);
  EXPECT_NE(settings.error().find("AWS_PROFILE is 'play'"), std::string::npos);
}

TEST(SharedSettings, survives_what_is_no_settings_file) {
  for (const char* text : {"[", "]", "[]", "=", "[a", "a = b", "[default]\n=\n", "[default]\n  x = y", "\n\r\n"}) {
    EXPECT_TRUE(SharedSettings::load(environment_of({}), {.config = text, .credentials = text})) << text;
  }
}

TEST(SharedSettings, a_key_in_the_environment_is_a_credential) {
  const auto settings = SharedSettings::load(environment_of({{"AWS_ACCESS_KEY_ID", "AK"}}), {});
  EXPECT_TRUE(settings->has_credentials());
}

TEST(SharedFiles, are_where_the_environment_says_or_in_the_home_directory) {
  const auto home = std::filesystem::temp_directory_path() / "training-tracker-shared-files";
  std::filesystem::create_directories(home / ".aws");
  std::ofstream(home / ".aws" / "config") << "[default]\n";
  std::ofstream(home / "keys") << "[other]\n";
  const auto files =
      read_shared_files(environment_of({{"HOME", home.string()}, {"AWS_SHARED_CREDENTIALS_FILE", "~/keys"}}));
  EXPECT_EQ(files.config, "[default]\n");
  EXPECT_EQ(files.credentials, "[other]\n");
  EXPECT_EQ(read_shared_files(environment_of({})).config, "");
  std::filesystem::remove_all(home);
}

}  // namespace
}  // namespace aws
