#include "api/authorization.h"

#include <gtest/gtest.h>

namespace api {
namespace {

TEST(Authorizer, lets_everybody_in_without_tokens) {
  EXPECT_EQ(Authorizer({}).caller(std::nullopt), "anonymous");
}
TEST(Authorizer, wants_one_of_its_tokens) {
  const Authorizer authorizer({"first", "second"});
  EXPECT_TRUE(authorizer.caller("Bearer first"));
  EXPECT_TRUE(authorizer.caller("bearer  second "));
  for (const auto* header :
       {"", "Bearer", "Bearer ", "Bearer firs", "Bearer firstX", "Bearer FIRST", "Basic first", "first"}) {
    EXPECT_FALSE(authorizer.caller(header)) << header;
  }
  EXPECT_FALSE(authorizer.caller(std::nullopt));
}
TEST(Authorizer, names_callers_apart_without_giving_their_token_away) {
  const Authorizer authorizer({"first", "second"});
  EXPECT_NE(authorizer.caller("Bearer first"), authorizer.caller("Bearer second"));
  EXPECT_EQ(authorizer.caller("Bearer first"), authorizer.caller("bearer first"));
  EXPECT_EQ(authorizer.caller("Bearer first")->find("first"), std::string::npos);
  EXPECT_NE(authorizer.caller("Bearer first"), to_hexadecimal(sha256("first")));
}
TEST(Sha256, gives_the_digest_of_the_standard) {
  // FIPS 180-2, appendix B.1
  EXPECT_EQ(to_hexadecimal(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace api
