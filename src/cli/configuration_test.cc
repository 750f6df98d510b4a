#include "cli/configuration.h"

#include <gtest/gtest.h>

#include <map>

namespace cli {
namespace {

Environment environment_of(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](std::string_view name) -> std::optional<std::string> {
    const auto found = variables.find(std::string(name));
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

TEST(ChooseStore, is_embedded_in_the_home_directory_by_default) {
  const auto choice = choose_store({}, environment_of({{"HOME", "/home/ann"}}));
  ASSERT_TRUE(choice);
  EXPECT_EQ(choice->kind, StoreKind::embedded);
  EXPECT_EQ(choice->data_directory, "/home/ann/.local/share/training-tracker");
  EXPECT_EQ(choice->table_name, "training-tracker");
}
TEST(ChooseStore, prefers_xdg_data_home) {
  EXPECT_EQ(choose_store({}, environment_of({{"HOME", "/home/ann"}, {"XDG_DATA_HOME", "/data"}}))->data_directory,
            "/data/training-tracker");
}
TEST(ChooseStore, ignores_a_relative_xdg_data_home) {
  EXPECT_EQ(choose_store({}, environment_of({{"HOME", "/h"}, {"XDG_DATA_HOME", "data"}}))->data_directory,
            "/h/.local/share/training-tracker");
}
TEST(DynamodbDirectory, is_not_the_trackers_unless_the_flag_says_so) {
  const auto home = environment_of({{"HOME", "/home/ann"}});
  EXPECT_EQ(dynamodb_directory(std::nullopt, home), "/home/ann/.local/share/training-tracker-dynamodb");
  EXPECT_EQ(dynamodb_directory("/home/ann/.local/share/training-tracker", home),
            "/home/ann/.local/share/training-tracker");
  EXPECT_FALSE(dynamodb_directory(std::nullopt, environment_of({})));
}
TEST(AwsRegion, is_the_environments_or_us_east_1) {
  EXPECT_EQ(aws_region(environment_of({{"AWS_REGION", "eu-west-1"}, {"AWS_DEFAULT_REGION", "eu-west-2"}})),
            "eu-west-1");
  EXPECT_EQ(aws_region(environment_of({{"AWS_DEFAULT_REGION", "eu-west-2"}})), "eu-west-2");
  EXPECT_EQ(aws_region(environment_of({})), "us-east-1");
}
TEST(ChooseStore, takes_the_endpoint_whatever_else_is_set) {
  const auto choice = choose_store({}, environment_of({{"DYNAMODB_ENDPOINT", "http://localhost:8000"}}));
  ASSERT_TRUE(choice);
  EXPECT_EQ(choice->kind, StoreKind::dynamodb);
  EXPECT_EQ(choice->endpoint, "http://localhost:8000");
  EXPECT_EQ(choice->region, "us-east-1");
}
TEST(ChooseStore, takes_aws_when_region_and_table_are_set) {
  const auto choice = choose_store({}, environment_of({{"AWS_REGION", "eu-west-1"}, {"DYNAMODB_TABLE_NAME", "log"}}));
  ASSERT_TRUE(choice);
  EXPECT_EQ(choice->kind, StoreKind::dynamodb);
  EXPECT_EQ(choice->endpoint, "");
  EXPECT_EQ(choice->region, "eu-west-1");
  EXPECT_EQ(choice->table_name, "log");
}
TEST(ChooseStore, stays_embedded_with_the_region_alone) {
  EXPECT_EQ(choose_store({}, environment_of({{"AWS_REGION", "eu-west-1"}, {"HOME", "/h"}}))->kind, StoreKind::embedded);
}
TEST(ChooseStore, lets_flags_beat_the_environment) {
  const auto environment = environment_of({{"DYNAMODB_ENDPOINT", "http://localhost:8000"}, {"HOME", "/h"}});
  EXPECT_EQ(choose_store({.store = "memory", .data_directory = {}, .table_name = {}}, environment)->kind,
            StoreKind::memory);
  EXPECT_EQ(choose_store({.store = {}, .data_directory = "/d", .table_name = {}}, environment)->data_directory, "/d");
  EXPECT_EQ(choose_store({.store = {}, .data_directory = {}, .table_name = "mine"}, environment)->table_name, "mine");
}
TEST(ChooseStore, refuses_what_does_not_go_together) {
  EXPECT_FALSE(choose_store({.store = "memory", .data_directory = "/d", .table_name = {}}, environment_of({})));
  EXPECT_FALSE(choose_store({.store = "sqlite", .data_directory = {}, .table_name = {}}, environment_of({})));
  EXPECT_FALSE(choose_store({}, environment_of({})));  // nowhere to put the data
}

TEST(ParseListenAddress, reads_names_and_both_address_families) {
  EXPECT_EQ(parse_listen_address("127.0.0.1:8080")->port, 8080);
  EXPECT_EQ(parse_listen_address("[::1]:0")->address, "::1");
  EXPECT_EQ(parse_listen_address("localhost:1")->address, "localhost");
}
TEST(ParseListenAddress, refuses_everything_else) {
  for (const auto* text :
       {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:x", "::1:80", "a:-1", "a:1 "}) {
    EXPECT_FALSE(parse_listen_address(text)) << text;
  }
}

}  // namespace
}  // namespace cli
