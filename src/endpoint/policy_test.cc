#include "endpoint/policy.h"

#include <gtest/gtest.h>

#include <string>

#include "dynamodb/requests.h"
#include "endpoint/authorization.h"

namespace endpoint {
namespace {

Policy parsed(std::string_view text) {
  auto policy = Policy::parse(text, "policy");
  EXPECT_TRUE(policy) << policy.error();
  return policy.value_or(Policy());
}

std::string refusal(std::string_view text) {
  const auto policy = Policy::parse(text, "policy");
  return policy ? "accepted" : policy.error();
}

const std::string log_arn = "arn:aws:dynamodb:us-east-1:000000000000:table/log";

TEST(PolicyPattern, matches_stars_and_question_marks) {
  EXPECT_TRUE(matches_pattern("*", "", LetterCase::matters));
  EXPECT_TRUE(matches_pattern("a*c*e", "abcde", LetterCase::matters));
  EXPECT_TRUE(matches_pattern("*ab", "aab", LetterCase::matters));
  EXPECT_TRUE(matches_pattern("a?c", "abc", LetterCase::matters));
  EXPECT_FALSE(matches_pattern("a?c", "ac", LetterCase::matters));
  EXPECT_FALSE(matches_pattern("a*b", "abc", LetterCase::matters));
  EXPECT_FALSE(matches_pattern("ABC", "abc", LetterCase::matters));
  EXPECT_TRUE(matches_pattern("dynamodb:get*", "dynamodb:GetItem", LetterCase::ignored));
}

TEST(PolicyPattern, with_many_stars_takes_no_exponential_time) {
  std::string pattern;
  for (int index = 0; index < 100; ++index) pattern += "a*";
  EXPECT_FALSE(matches_pattern(pattern + "b", std::string(2000, 'a'), LetterCase::matters));
}

TEST(Policy, allows_nothing_that_no_statement_allows) {
  const Policy policy =
      parsed(R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:Get*","Resource":"*/log"}})");
  EXPECT_EQ(policy.decide("dynamodb:GetItem", log_arn), Decision::allowed);
  EXPECT_EQ(policy.decide("dynamodb:PutItem", log_arn), Decision::not_allowed);
  EXPECT_EQ(policy.decide("dynamodb:GetItem", log_arn + "2"), Decision::not_allowed);
  EXPECT_EQ(Policy().decide("dynamodb:GetItem", log_arn), Decision::not_allowed);
}

TEST(Policy, denies_whatever_another_statement_allows) {
  const Policy policy = parsed(
      R"({"Statement":[{"Effect":"Deny","Action":["dynamodb:DeleteTable","dynamodb:Put*"],"Resource":"*"},
                       {"Effect":"Allow","Action":"*","Resource":["*"]}]})");
  EXPECT_EQ(policy.decide("dynamodb:PutItem", log_arn), Decision::denied);
  EXPECT_EQ(policy.decide("dynamodb:Scan", log_arn), Decision::allowed);
}

TEST(Policy, knows_not_action_and_not_resource) {
  const Policy policy =
      parsed(R"({"Statement":[{"Effect":"Allow","NotAction":"dynamodb:Delete*","NotResource":"*:table/secret*"}]})");
  EXPECT_EQ(policy.decide("dynamodb:PutItem", log_arn), Decision::allowed);
  EXPECT_EQ(policy.decide("dynamodb:DeleteItem", log_arn), Decision::not_allowed);
  EXPECT_EQ(policy.decide("dynamodb:PutItem", "arn:aws:dynamodb:us-east-1:000000000000:table/secrets"),
            Decision::not_allowed);
}

TEST(Policy, names_what_it_does_not_enforce) {
  EXPECT_EQ(refusal(R"({"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{}}]})"),
            "policy, statement 1: the element Condition is not supported.");
  EXPECT_EQ(refusal(R"({"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}]})"),
            "policy, statement 1: the element Principal is not supported.");
  EXPECT_EQ(refusal(R"({"Statement":[{"Effect":"Allow","Action":"*","Resource":"*/${aws:username}"}]})"),
            "policy, statement 1: policy variables (${…}) in Resource are not supported.");
}

TEST(Policy, that_is_none_is_refused) {
  EXPECT_TRUE(refusal("{").starts_with("policy is not JSON: "));
  EXPECT_EQ(refusal("[]"), "policy: a policy is an object.");
  EXPECT_EQ(refusal("{}"), "policy has no Statement.");
  EXPECT_EQ(refusal(R"({"Statement":[1]})"), "policy, statement 1: it must be an object.");
  EXPECT_EQ(refusal(R"({"Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]})"),
            "policy, statement 1: Effect must be Allow or Deny.");
  EXPECT_EQ(refusal(R"({"Statement":[{"Effect":"Allow","Resource":"*"}]})"),
            "policy, statement 1: it must have either Action or NotAction.");
  EXPECT_EQ(refusal(R"({"Statement":[{"Effect":"Allow","Action":[],"Resource":"*"}]})"),
            "policy, statement 1: Action must be a text or a list of texts.");
}

TEST(Authorization, names_user_action_resource_and_reason) {
  const Authorization authorization(
      parsed(R"({"Statement":[{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"},
                              {"Effect":"Deny","Action":"dynamodb:Scan","Resource":"*"}]})"),
      "us-east-1");
  dynamodb::GetItemRequest get;
  get.table_name = "log";
  EXPECT_TRUE(authorization.check({"ann"}, get));
  dynamodb::QueryRequest query;
  query.table_name = "log";
  query.index_name = "GSI1";
  EXPECT_EQ(authorization.check({"ann"}, query).error().message,
            "User: arn:aws:iam::000000000000:user/ann is not authorized to perform: dynamodb:Query on resource: " +
                log_arn + "/index/GSI1 because no identity-based policy allows the dynamodb:Query action");
  dynamodb::ScanRequest scan;
  scan.table_name = "log";
  EXPECT_TRUE(authorization.check({"ann"}, scan)
                  .error()
                  .message.ends_with("table/log with an explicit deny in an identity-based policy"));
}

TEST(Authorization, asks_for_each_action_of_a_transaction) {
  const Authorization authorization(
      parsed(R"({"Statement":[{"Effect":"Allow","Action":["dynamodb:PutItem","dynamodb:GetItem"],"Resource":"*"}]})"),
      "us-east-1");
  dynamodb::PutItemRequest put;
  put.table_name = "log";
  dynamodb::ConditionCheck check;
  check.table_name = "log";
  dynamodb::TransactWriteItemsRequest request;
  request.transact_items = {put};
  EXPECT_TRUE(authorization.check({"ann"}, request));
  request.transact_items = {put, check};
  EXPECT_TRUE(authorization.check({"ann"}, request).error().message.contains("dynamodb:ConditionCheckItem"));
  dynamodb::TransactGetItemsRequest get;
  get.transact_items.resize(1);
  EXPECT_TRUE(authorization.check({"ann"}, get));
  dynamodb::BatchWriteItemRequest batch;
  batch.request_items["log"];
  EXPECT_FALSE(authorization.check({"ann"}, batch)) << "a batch is an action of its own";
}

}  // namespace
}  // namespace endpoint
