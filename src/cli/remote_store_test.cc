#include "cli/remote_store.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "dynamodb/errors.h"

namespace cli {
namespace {

Environment environment_of(std::map<std::string, std::string, std::less<>> variables) {
  return [variables = std::move(variables)](std::string_view name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

TEST(RemotePlan, names_the_address_and_who_said_it) {
  const auto described = [](const Environment& environment) {
    const auto plan = plan_remote_store(environment);
    return plan ? describe(with_plan(*choose_store({}, environment), *plan)) : plan.error();
  };
  EXPECT_EQ(
      described(environment_of({{"DYNAMODB_ENDPOINT", "http://localhost:8000/"}})),
      "DynamoDB at http://localhost:8000, region us-east-1, table training-tracker (because DYNAMODB_ENDPOINT is set)");
  EXPECT_EQ(described(environment_of({{"AWS_REGION", "eu-west-1"}, {"DYNAMODB_TABLE_NAME", "log"}})),
            "AWS DynamoDB in region eu-west-1, table log (because AWS_REGION and DYNAMODB_TABLE_NAME are set and "
            "DYNAMODB_ENDPOINT is not)");
  EXPECT_EQ(
      described(environment_of({{"AWS_REGION", "eu-west-1"},
                                {"DYNAMODB_TABLE_NAME", "log"},
                                {"AWS_ENDPOINT_URL_DYNAMODB", "http://proxy:1"}})),
      "DynamoDB at http://proxy:1, region eu-west-1, table log (because AWS_REGION and DYNAMODB_TABLE_NAME are set "
      "and DYNAMODB_ENDPOINT is not; its address is from AWS_ENDPOINT_URL_DYNAMODB)");
}

TEST(RemotePlan, says_what_is_wrong_with_a_variable) {
  const auto plan = plan_remote_store(environment_of({{"DYNAMODB_ENDPOINT", "localhost:8000"}}));
  ASSERT_FALSE(plan);
  EXPECT_NE(plan.error().find("DYNAMODB_ENDPOINT"), std::string::npos);
  EXPECT_FALSE(plan_remote_store(environment_of({{"AWS_REGION", "eu-west-1"}, {"AWS_MAX_ATTEMPTS", "no"}})));
}

TEST(StoreWatch, tells_once_that_the_store_went_and_once_that_it_came) {
  std::vector<std::string> lines;
  const auto log = [&lines](const std::string& line) { lines.push_back(line); };
  StoreWatch watch(log, log);
  const auto refused = dynamodb::errors::unreachable("Connection refused.");
  const auto missing = dynamodb::errors::requested_resource_not_found();
  std::chrono::steady_clock::time_point now;
  watch.seen(nullptr, now);
  EXPECT_TRUE(lines.empty());
  watch.seen(&refused, now);
  watch.seen(&refused, now += std::chrono::seconds(59));
  EXPECT_EQ(lines.size(), 1U);
  EXPECT_EQ(watch.trouble(), "Unreachable: Connection refused.");
  watch.seen(&refused, now += std::chrono::seconds(1));
  watch.seen(&missing, now);
  EXPECT_EQ(lines.size(), 3U);
  watch.seen(nullptr, now);
  watch.seen(nullptr, now);
  EXPECT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines.back(), "The store answers again.");
  EXPECT_FALSE(watch.trouble());
}

}  // namespace
}  // namespace cli
