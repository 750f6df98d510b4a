#include "aws/endpoint.h"

#include <gtest/gtest.h>

namespace aws {
namespace {

TEST(Endpoint, UrlNamesThePortOnlyWhereItIsNotTheSchemesOwn) {
  EXPECT_EQ(url_of({.host = "dynamodb.eu-west-1.amazonaws.com", .region = {}}),
            "https://dynamodb.eu-west-1.amazonaws.com");
  EXPECT_EQ(url_of({.tls = false, .host = "localhost", .port = 80, .region = {}}), "http://localhost");
  EXPECT_EQ(url_of({.tls = false, .host = "::1", .port = 8000, .region = {}}), "http://[::1]:8000");
}

}  // namespace
}  // namespace aws
