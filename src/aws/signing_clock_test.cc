#include "aws/signing_clock.h"

#include <gtest/gtest.h>

namespace aws {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::chrono::sys_seconds noon = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + hours{12};

TEST(SigningClock, IsThisMachinesAtFirst) {
  const SigningClock clock([] { return SigningClock::Time(noon); });
  EXPECT_EQ(clock.now(), SigningClock::Time(noon));
}

TEST(SigningClock, GoesByTheServiceOnceItIsSet) {
  for (const auto difference : {seconds(1), seconds(-minutes{5}), seconds(hours{24 * 365})}) {
    SigningClock::Time machine = noon;
    SigningClock clock([&machine] { return machine; });
    clock.set(noon + difference);
    machine += hours{1};
    EXPECT_EQ(clock.now(), SigningClock::Time(noon + difference + hours{1}));
  }
}

TEST(SigningClock, GoesBackWhenThisMachinesIsPutRight) {
  SigningClock::Time machine = noon - hours{3};
  SigningClock clock([&machine] { return machine; });
  clock.set(noon);
  machine = noon;
  EXPECT_TRUE(is_far(noon, clock.now()));
  clock.set(noon);
  EXPECT_EQ(clock.now(), SigningClock::Time(noon));
}

TEST(SigningClock, FiveMinutesAreFar) {
  for (const auto length : {minutes{5}, -minutes{5}}) {
    const auto inwards = length > minutes{0} ? -seconds{1} : seconds{1};
    EXPECT_TRUE(is_far(noon, SigningClock::Time(noon + length)));
    EXPECT_FALSE(is_far(noon, SigningClock::Time(noon + length + inwards)));
  }
}

}  // namespace
}  // namespace aws
