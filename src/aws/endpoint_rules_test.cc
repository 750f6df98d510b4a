#include "aws/endpoint_rules.h"

#include <gtest/gtest.h>

#include "aws/testing/environment.h"

namespace aws {
namespace {

using testing::settings_of;
using testing::Variables;

std::string url(Variables variables, std::string config = {}) {
  const auto chosen = choose_endpoint(settings_of(std::move(variables), std::move(config)));
  return chosen ? url_of(chosen->endpoint) : chosen.error();
}

std::string problem(Variables variables) {
  const auto chosen = choose_endpoint(settings_of(std::move(variables)));
  return chosen ? "none: " + url_of(chosen->endpoint) : chosen.error();
}

TEST(EndpointRules, take_the_address_that_is_said_first) {
  Variables variables = {{"AWS_REGION", "eu-west-1"},
                         {"AWS_PROFILE", "p"},
                         {"AWS_ENDPOINT_URL", "http://general:1"},
                         {"AWS_ENDPOINT_URL_DYNAMODB", "http://dynamodb:2"},
                         {"DYNAMODB_ENDPOINT", "http://ours:3/"}};
  const std::string config =
      "[profile p]\nendpoint_url = http://profile:5\nservices = s\n[services s]\ndynamodb =\n  endpoint_url = "
      "http://service:4\n";
  EXPECT_EQ(url(variables, config), "http://ours:3");
  variables.erase("DYNAMODB_ENDPOINT");
  EXPECT_EQ(url(variables, config), "http://dynamodb:2");
  variables.erase("AWS_ENDPOINT_URL_DYNAMODB");
  EXPECT_EQ(url(variables, config), "http://general:1");
  variables.erase("AWS_ENDPOINT_URL");
  EXPECT_EQ(url(variables, config), "http://service:4");
  EXPECT_EQ(url(variables, "[profile p]\nendpoint_url = http://profile:5\n"), "http://profile:5");
  EXPECT_EQ(url(variables, "[profile p]\n"), "https://dynamodb.eu-west-1.amazonaws.com");
}

TEST(EndpointRules, pass_over_configured_addresses_when_told_but_not_over_ours) {
  Variables variables = {{"AWS_REGION", "eu-west-1"},
                         {"AWS_ENDPOINT_URL", "http://general:1"},
                         {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "TRUE"}};
  EXPECT_EQ(url(variables), "https://dynamodb.eu-west-1.amazonaws.com");
  variables["DYNAMODB_ENDPOINT"] = "http://ours:3";
  EXPECT_EQ(url(variables), "http://ours:3");
}

TEST(EndpointRules, know_the_partitions_and_variants_of_aws) {
  const auto of = [](const char* region, bool fips, bool dual) {
    return url({{"AWS_REGION", region},
                {"AWS_USE_FIPS_ENDPOINT", fips ? "true" : "false"},
                {"AWS_USE_DUALSTACK_ENDPOINT", dual ? "true" : "false"}});
  };
  EXPECT_EQ(of("us-east-1", false, false), "https://dynamodb.us-east-1.amazonaws.com");
  EXPECT_EQ(of("us-east-1", true, false), "https://dynamodb-fips.us-east-1.amazonaws.com");
  EXPECT_EQ(of("us-east-1", false, true), "https://dynamodb.us-east-1.api.aws");
  EXPECT_EQ(of("us-east-1", true, true), "https://dynamodb-fips.us-east-1.api.aws");
  EXPECT_EQ(of("us-gov-west-1", true, false), "https://dynamodb.us-gov-west-1.amazonaws.com");
  EXPECT_EQ(of("cn-north-1", false, false), "https://dynamodb.cn-north-1.amazonaws.com.cn");
  EXPECT_EQ(of("us-isob-east-1", false, false), "https://dynamodb.us-isob-east-1.sc2s.sgov.gov");
  EXPECT_EQ(of("eusc-de-east-1", false, false), "https://dynamodb.eusc-de-east-1.amazonaws.eu");
}

TEST(EndpointRules, region_local_is_dynamodb_local) {
  const auto chosen = choose_endpoint(settings_of({{"AWS_REGION", "local"}}));
  ASSERT_TRUE(chosen) << chosen.error();
  EXPECT_EQ(url_of(chosen->endpoint), "http://localhost:8000");
  EXPECT_EQ(chosen->endpoint.region, "us-east-1");
}

TEST(EndpointRules, find_the_region) {
  const auto region = [](Variables variables, std::string config = {}) {
    return choose_endpoint(settings_of(std::move(variables), std::move(config)))->endpoint.region;
  };
  EXPECT_EQ(region({{"AWS_REGION", "eu-west-1"}, {"AWS_DEFAULT_REGION", "eu-west-2"}}), "eu-west-1");
  EXPECT_EQ(region({{"AWS_DEFAULT_REGION", "eu-west-2"}}, "[default]\nregion=eu-west-3"), "eu-west-2");
  EXPECT_EQ(region({}, "[default]\nregion=eu-west-3"), "eu-west-3");
  EXPECT_EQ(region({{"DYNAMODB_ENDPOINT", "http://localhost:8000"}}), "us-east-1");
  EXPECT_NE(problem({}).find("AWS_REGION"), std::string::npos);
}

TEST(EndpointRules, placeholder_keys_are_for_our_variable_without_credentials) {
  const auto placeholders = [](Variables variables, std::string config = {}) {
    return choose_endpoint(settings_of(std::move(variables), std::move(config)))->endpoint.placeholder_keys;
  };
  EXPECT_TRUE(placeholders({{"DYNAMODB_ENDPOINT", "http://localhost:8000"}}));
  EXPECT_FALSE(placeholders({{"DYNAMODB_ENDPOINT", "http://localhost:8000"}, {"AWS_ACCESS_KEY_ID", "AK"}}));
  EXPECT_FALSE(placeholders({{"DYNAMODB_ENDPOINT", "http://localhost:8000"}}, "[default]\nsso_session = s"));
  EXPECT_FALSE(placeholders({{"AWS_ENDPOINT_URL", "http://localhost:8000"}}));
  EXPECT_FALSE(placeholders({{"DYNAMODB_ENDPOINT", "https://vpce-1.dynamodb.us-east-1.vpce.amazonaws.com"}}));
  EXPECT_FALSE(placeholders({{"AWS_REGION", "us-east-1"}}));
}

TEST(EndpointRules, read_addresses) {
  EXPECT_EQ(url({{"DYNAMODB_ENDPOINT", "https://db.example"}}), "https://db.example");
  EXPECT_EQ(url({{"DYNAMODB_ENDPOINT", "http://[::1]:8000"}}), "http://[::1]:8000");
  EXPECT_EQ(url({{"DYNAMODB_ENDPOINT", "http://127.0.0.1"}}), "http://127.0.0.1");
}

TEST(EndpointRules, say_which_variable_is_wrong) {
  for (const char* wrong : {"localhost:8000", "ftp://localhost", "http://", "http://:8000", "http://a:0",
                            "http://a:65536", "http://a:", "http://a:b", "http://a/b", "http://u@a", "http://a b",
                            "http://[::1", "http://[x]", "http://a?b", "http://a#b"}) {
    const std::string sentence = problem({{"AWS_ENDPOINT_URL_DYNAMODB", wrong}});
    EXPECT_NE(sentence.find("AWS_ENDPOINT_URL_DYNAMODB"), std::string::npos) << wrong << ": " << sentence;
    EXPECT_NE(sentence.find(wrong), std::string::npos) << sentence;
  }
  EXPECT_NE(problem({{"AWS_REGION", "us east"}}).find("AWS_REGION"), std::string::npos);
  EXPECT_NE(
      problem({{"DYNAMODB_ENDPOINT", "http://a"}, {"AWS_USE_FIPS_ENDPOINT", "true"}}).find("AWS_USE_FIPS_ENDPOINT"),
      std::string::npos);
  EXPECT_NE(
      problem({{"AWS_REGION", "local"}, {"AWS_USE_DUALSTACK_ENDPOINT", "true"}}).find("AWS_USE_DUALSTACK_ENDPOINT"),
      std::string::npos);
}

TEST(EndpointRules, the_account_has_its_own_address_where_it_is_known) {
  Variables variables = {{"AWS_REGION", "us-east-1"}, {"AWS_ACCOUNT_ID", "123456789012"}};
  EXPECT_EQ(url(variables), "https://dynamodb.us-east-1.amazonaws.com");  // of whose credentials is that?
  variables["AWS_ACCOUNT_ID_ENDPOINT_MODE"] = "required";
  EXPECT_NE(problem(variables).find("AWS_ACCOUNT_ID_ENDPOINT_MODE"), std::string::npos);
  variables["AWS_ACCESS_KEY_ID"] = "AK";
  EXPECT_EQ(url(variables), "https://123456789012.ddb.us-east-1.amazonaws.com");
  variables["AWS_ACCOUNT_ID_ENDPOINT_MODE"] = "disabled";
  EXPECT_EQ(url(variables), "https://dynamodb.us-east-1.amazonaws.com");
  variables.erase("AWS_ACCOUNT_ID_ENDPOINT_MODE");
  variables["AWS_REGION"] = "cn-north-1";
  EXPECT_EQ(url(variables), "https://dynamodb.cn-north-1.amazonaws.com.cn");
}

}  // namespace
}  // namespace aws
