#include "http/accept_encoding.h"

#include <gtest/gtest.h>

namespace http {
namespace {

bool accepts(const char* codings) {
  Headers headers;
  headers.add("Accept-Encoding", codings);
  return accepts_gzip(headers);
}

TEST(AcceptEncoding, names_gzip_or_does_not) {
  for (const char* codings : {"gzip", "gzip, deflate, br", "br , GZIP", "deflate, gzip;q=0.5", "gzip ; q=1"}) {
    EXPECT_TRUE(accepts(codings)) << codings;
  }
  for (const char* codings : {"", "identity", "deflate, br", "gzip;q=0", "gzip;q=0.0", "xgzip"}) {
    EXPECT_FALSE(accepts(codings)) << codings;
  }
  EXPECT_FALSE(accepts_gzip({}));
}

}  // namespace
}  // namespace http
