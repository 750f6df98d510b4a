#include "aws/credentials_cache.h"

#include <gtest/gtest.h>

#include <optional>

namespace aws {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::system_clock;

// A source, its clock, and the thread it would run on, all by hand.
class CredentialsCacheTest : public ::testing::Test {
 protected:
  void run_what_was_started() {
    for (const auto& work : std::exchange(started_, {})) work();
  }
  // The access key that comes, "" for a failure, nullopt: none yet.
  std::optional<std::string> got() { return *asking(); }
  std::optional<std::string> got_after_asking() {
    const auto key = asking();
    run_what_was_started();
    return *key;
  }
  std::shared_ptr<std::optional<std::string>> asking() {
    auto key = std::make_shared<std::optional<std::string>>();
    cache_->get([key](const CredentialsAnswer& answer) { *key = answer ? (*answer)->access_key_id : ""; });
    return key;
  }

  system_clock::time_point now_{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
  std::optional<seconds> lifetime_ = minutes{60};
  bool fails_ = false;
  int asked_ = 0;
  std::vector<std::function<void()>> started_;
  std::shared_ptr<CredentialsCache> cache_ = std::make_shared<CredentialsCache>(
      [this]() -> CredentialsAnswer {
        ++asked_;
        if (fails_) return std::unexpected("none");
        auto made = std::make_shared<Credentials>(Credentials{"key " + std::to_string(asked_), "secret", ""});
        if (lifetime_) made->expires = now_ + *lifetime_;
        return made;
      },
      [this](std::function<void()> work) { started_.push_back(std::move(work)); }, [this] { return now_; });
};

TEST_F(CredentialsCacheTest, AsksOnceHoweverManyWait) {
  std::vector<std::string> keys;
  for (int i = 0; i < 3; ++i)
    cache_->get([&](const CredentialsAnswer& answer) { keys.push_back((*answer)->access_key_id); });
  EXPECT_EQ(started_.size(), 1U);
  run_what_was_started();
  EXPECT_EQ(keys, (std::vector<std::string>{"key 1", "key 1", "key 1"}));
  EXPECT_EQ(got(), "key 1");
  EXPECT_EQ(asked_, 1);
}

TEST_F(CredentialsCacheTest, RenewsInTheBackgroundBeforeTheyExpire) {
  EXPECT_EQ(got_after_asking(), "key 1");
  now_ += minutes{56};
  EXPECT_EQ(got(), "key 1");
  EXPECT_EQ(started_.size(), 1U);
  EXPECT_EQ(got(), "key 1");
  EXPECT_EQ(started_.size(), 1U);
  run_what_was_started();
  EXPECT_EQ(got(), "key 2");
}

TEST_F(CredentialsCacheTest, UsesNoneThatExpire) {
  EXPECT_EQ(got_after_asking(), "key 1");
  now_ += minutes{60} - seconds{5};
  EXPECT_EQ(got(), std::nullopt);
  run_what_was_started();
  EXPECT_EQ(got(), "key 2");
}

TEST_F(CredentialsCacheTest, KeepsGoodOnesWhenRenewingFails) {
  EXPECT_EQ(got_after_asking(), "key 1");
  now_ += minutes{56};
  fails_ = true;
  EXPECT_EQ(got_after_asking(), "key 1");
  EXPECT_EQ(got(), "key 1");
  EXPECT_TRUE(started_.empty()) << "not with every request";
  now_ += credentials_renewal_pause;
  fails_ = false;
  EXPECT_EQ(got_after_asking(), "key 1");
  EXPECT_EQ(got(), "key 3");
}

TEST_F(CredentialsCacheTest, AsksAgainAfterAFailure) {
  fails_ = true;
  EXPECT_EQ(got_after_asking(), "");
  fails_ = false;
  EXPECT_EQ(got_after_asking(), "key 2");
}

TEST_F(CredentialsCacheTest, AsksAgainWhenTheyWereRefused) {
  EXPECT_EQ(got_after_asking(), "key 1");
  cache_->forget();
  EXPECT_EQ(got_after_asking(), "key 2");
}

TEST_F(CredentialsCacheTest, LooksNowAndThenForOtherLastingOnes) {
  lifetime_ = std::nullopt;
  EXPECT_EQ(got_after_asking(), "key 1");
  now_ += credentials_asked_again_after;
  EXPECT_EQ(got_after_asking(), "key 1");
  EXPECT_EQ(got(), "key 2");
}

TEST_F(CredentialsCacheTest, UsesShortLivedOnesWithoutAskingEachTime) {
  lifetime_ = minutes{2};
  EXPECT_EQ(got_after_asking(), "key 1");
  EXPECT_EQ(got(), "key 1");
  EXPECT_TRUE(started_.empty());
}

}  // namespace
}  // namespace aws
