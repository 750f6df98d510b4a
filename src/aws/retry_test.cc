#include "aws/retry.h"

#include <gtest/gtest.h>

#include "aws/testing/environment.h"

namespace aws {
namespace {

using dynamodb::ErrorCode;
using std::chrono::milliseconds;
using testing::settings_of;

constexpr milliseconds long_time{60'000};

TEST(RetrySettings, are_four_attempts_unless_said) {
  EXPECT_EQ(retry_settings(settings_of({}))->attempts_max, 4);
  EXPECT_EQ(retry_settings(settings_of({}, "[default]\nmax_attempts = 7"))->attempts_max, 7);
  EXPECT_EQ(retry_settings(settings_of({{"AWS_MAX_ATTEMPTS", "1"}}, "[default]\nmax_attempts = 7"))->attempts_max, 1);
  for (const char* mode : {"standard", "adaptive", "legacy"}) {
    EXPECT_EQ(retry_settings(settings_of({{"AWS_RETRY_MODE", mode}}))->attempts_max, 4);
  }
}

TEST(RetrySettings, say_what_is_wrong) {
  for (const char* wrong : {"0", "-1", "x", "1.5", "3x"}) {
    const auto settings = retry_settings(settings_of({{"AWS_MAX_ATTEMPTS", wrong}}));
    ASSERT_FALSE(settings) << wrong;
    EXPECT_NE(settings.error().find("AWS_MAX_ATTEMPTS"), std::string::npos);
  }
  EXPECT_FALSE(retry_settings(settings_of({{"AWS_RETRY_MODE", "eager"}})));
}

TEST(Failures, are_classed_as_the_sdks_class_them) {
  EXPECT_EQ(failure_of(ErrorCode::internal_server_error), Failure::transient);
  EXPECT_EQ(failure_of(ErrorCode::provisioned_throughput_exceeded), Failure::throttling);
  EXPECT_EQ(failure_of(ErrorCode::transaction_in_progress), Failure::throttling);
  for (const auto code : {ErrorCode::validation, ErrorCode::conditional_check_failed, ErrorCode::transaction_canceled,
                          ErrorCode::transaction_conflict, ErrorCode::access_denied, ErrorCode::resource_not_found}) {
    EXPECT_EQ(failure_of(code), Failure::final);
  }
  EXPECT_EQ(failure_of(TransportFailure::Kind::connection_refused), Failure::transient);
  EXPECT_FALSE(may_have_been_applied(TransportFailure::Kind::connection_refused));
  EXPECT_TRUE(may_have_been_applied(TransportFailure::Kind::interrupted));
  EXPECT_EQ(failure_of(TransportFailure::Kind::no_credentials), Failure::final);
}

TEST(Pauses, double_up_to_twenty_seconds) {
  constexpr double almost_one = 0.999999;
  EXPECT_EQ(pause_before_retry(Failure::transient, 1, 0, {}), milliseconds(0));
  EXPECT_EQ(pause_before_retry(Failure::transient, 1, almost_one, {}), milliseconds(24));
  EXPECT_EQ(pause_before_retry(Failure::transient, 3, almost_one, {}), milliseconds(99));
  EXPECT_EQ(pause_before_retry(Failure::throttling, 2, almost_one, {}), milliseconds(1'999));
  EXPECT_EQ(pause_before_retry(Failure::throttling, 1'000, almost_one, {}), milliseconds(19'999));
}

TEST(Pauses, are_raised_by_what_the_other_side_asks_for_within_five_seconds) {
  EXPECT_EQ(pause_before_retry(Failure::transient, 1, 0, milliseconds(700)), milliseconds(700));
  EXPECT_EQ(pause_before_retry(Failure::transient, 1, 0, milliseconds(60'000)), milliseconds(5'000));
  EXPECT_EQ(pause_before_retry(Failure::throttling, 1, 0.5, milliseconds(100)), milliseconds(500));
}

TEST(Retries, end_with_the_attempts) {
  RetryQuota quota;
  Retries retries({.attempts_max = 3}, quota);
  EXPECT_TRUE(retries.after(Failure::transient, 0, {}, long_time));
  EXPECT_TRUE(retries.after(Failure::transient, 0, {}, long_time));
  EXPECT_FALSE(retries.after(Failure::transient, 0, {}, long_time));
}

TEST(Retries, are_not_for_what_would_fail_again_nor_beyond_the_deadline) {
  RetryQuota quota;
  EXPECT_FALSE(Retries({}, quota).after(Failure::final, 0, {}, long_time));
  EXPECT_FALSE(Retries({}, quota).after(Failure::throttling, 0.5, {}, milliseconds(500)));
  EXPECT_EQ(quota.available(), RetryQuota::tokens_max);
}

TEST(Retries, share_a_quota) {
  RetryQuota quota;
  int retries = 0;
  while (Retries({}, quota).after(Failure::transient, 0, {}, long_time)) ++retries;
  EXPECT_EQ(retries, 500 / 14);
  EXPECT_FALSE(Retries({}, quota).after(Failure::transient, 0, {}, long_time));
  EXPECT_EQ(quota.available(), 500 % 14);
}

TEST(Retries, give_back_what_helped) {
  RetryQuota quota;
  Retries throttled({}, quota);
  EXPECT_TRUE(throttled.after(Failure::throttling, 0, {}, long_time));
  EXPECT_EQ(quota.available(), 495);
  throttled.succeeded();
  EXPECT_EQ(quota.available(), 500);
  Retries lost({}, quota);
  EXPECT_TRUE(lost.after(Failure::transient, 0, {}, long_time));
  Retries at_once({}, quota);
  at_once.succeeded();
  EXPECT_EQ(quota.available(), 487);
}

}  // namespace
}  // namespace aws
