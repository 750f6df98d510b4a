#include "endpoint/faults.h"

#include <gtest/gtest.h>

#include <string>

#include "endpoint/unprocessed.h"

namespace endpoint {
namespace {

std::string refusal(std::string_view text) {
  const auto rule = parse_fault_rule(text);
  return rule ? "accepted" : rule.error();
}

TEST(FaultRule, is_read) {
  const auto rule = parse_fault_rule("PutItem=0.25:throttling");
  ASSERT_TRUE(rule) << rule.error();
  EXPECT_EQ(rule->operation, "PutItem");
  EXPECT_EQ(rule->rate, 0.25);
  EXPECT_EQ(rule->fault, Fault::throttling);
  EXPECT_TRUE(parse_fault_rule("*=1:lost"));
  EXPECT_TRUE(parse_fault_rule("TransactWriteItems=0:conflict"));
}

TEST(FaultRule, that_is_wrong_says_why) {
  EXPECT_EQ(refusal("PutItem"), "--fail PutItem: it is OPERATION=RATE:ERROR, as in PutItem=0.1:throttling.");
  EXPECT_EQ(refusal("Fly=1:lost"), "--fail Fly=1:lost: there is no operation Fly; it is a name such as PutItem, or *.");
  for (const char* rate : {"", "2", "-1", "nan", "0.5x", "inf"}) {
    EXPECT_TRUE(refusal("*=" + std::string(rate) + ":lost").ends_with("the rate is a number from 0 to 1.")) << rate;
  }
  EXPECT_TRUE(refusal("*=1:hiccup").ends_with("the error is throttling, internal, unprocessed, lost or conflict."));
  EXPECT_TRUE(refusal("GetItem=1:unprocessed").ends_with("GetItem never answers with this error."));
  EXPECT_TRUE(refusal("CreateTable=1:conflict").ends_with("CreateTable never answers with this error."));
}

TEST(Faults, strike_by_rate_and_operation) {
  double drawn = 0.5;
  const Faults faults({{"PutItem", 0.5, Fault::lost}, {"*", 0.6, Fault::throttling}}, [&drawn] { return drawn; });
  EXPECT_EQ(faults.draw("PutItem"), Fault::throttling);
  drawn = 0.4;
  EXPECT_EQ(faults.draw("PutItem"), Fault::lost);
  EXPECT_EQ(faults.draw("GetItem"), Fault::throttling);
  drawn = 0.6;
  EXPECT_EQ(faults.draw("GetItem"), std::nullopt);
}

TEST(Faults, for_every_operation_leave_alone_those_that_know_no_such_error) {
  const Faults faults({{"*", 1, Fault::unprocessed}, {"*", 1, Fault::conflict}});
  EXPECT_EQ(faults.draw("GetItem"), std::nullopt);
  EXPECT_EQ(faults.draw("BatchWriteItem"), Fault::unprocessed);
  EXPECT_EQ(faults.draw("UpdateItem"), Fault::conflict);
}

TEST(Faults, of_the_control_plane_are_throttled_in_other_words) {
  EXPECT_EQ(error_of(Fault::throttling, "CreateTable").code, dynamodb::ErrorCode::throttling);
  EXPECT_EQ(error_of(Fault::throttling, "PutItem").code, dynamodb::ErrorCode::provisioned_throughput_exceeded);
  EXPECT_EQ(error_of(Fault::lost, "PutItem").code, dynamodb::ErrorCode::internal_server_error);
}

TEST(Unprocessed, is_the_larger_half_of_each_table) {
  dynamodb::BatchWriteItemRequest request;
  request.request_items["a"] = {dynamodb::PutRequest{}, dynamodb::DeleteRequest{}, dynamodb::DeleteRequest{}};
  request.request_items["b"] = {dynamodb::PutRequest{}};
  const auto held_back = hold_back(request);
  ASSERT_EQ(request.request_items.size(), 1U);
  EXPECT_EQ(request.request_items.at("a").size(), 1U);
  EXPECT_EQ(held_back.request_items.at("a").size(), 2U);
  EXPECT_EQ(held_back.request_items.at("b").size(), 1U);
  dynamodb::BatchWriteItemResult result;
  result.unprocessed_items["a"] = {dynamodb::PutRequest{}};
  add_unprocessed(result, held_back);
  EXPECT_EQ(result.unprocessed_items.at("a").size(), 3U);
  EXPECT_EQ(result.unprocessed_items.at("b").size(), 1U);
}

}  // namespace
}  // namespace endpoint
