#include "endpoint/signature_v4.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace endpoint {
namespace {

// AWS's published vectors (Signature Version 4 test suite): their key, their time, their scope.
struct Vector {
  const char* name;
  const char* method;
  const char* target;
  std::vector<std::pair<std::string, std::string>> headers;  // besides Host and X-Amz-Date
  const char* body;
  std::vector<std::string> signed_headers;
  const char* signature;
};

const std::vector<Vector>& vectors() {
  static const std::vector<Vector> all{
      {"get-vanilla",
       "GET",
       "/",
       {},
       "",
       {"host", "x-amz-date"},
       "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"},
      {"post-vanilla",
       "POST",
       "/",
       {},
       "",
       {"host", "x-amz-date"},
       "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"},
      {"get-vanilla-query-order-key-case",
       "GET",
       "/?Param2=value2&Param1=value1",
       {},
       "",
       {"host", "x-amz-date"},
       "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"},
      {"get-vanilla-utf8-query",
       "GET",
       "/?%E1%88%B4=bar",
       {},
       "",
       {"host", "x-amz-date"},
       "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04"},
      {"get-header-value-trim",
       "GET",
       "/",
       {{"My-Header1", " value1"}, {"My-Header2", " \"a   b   c\" "}},
       "",
       {"host", "my-header1", "my-header2", "x-amz-date"},
       "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"},
      {"post-x-www-form-urlencoded",
       "POST",
       "/",
       {{"Content-Type", "application/x-www-form-urlencoded"}},
       "Param1=value1",
       {"content-type", "host", "x-amz-date"},
       "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"},
  };
  return all;
}

TEST(SignatureV4, agrees_with_the_published_vectors) {
  const std::string date = "20150830T123600Z";
  const SigningScope scope{"20150830", "us-east-1", "service", "aws4_request"};
  for (const Vector& vector : vectors()) {
    http::Request request;
    request.method = vector.method;
    request.target = vector.target;
    request.body = vector.body;
    request.headers.add("Host", "example.amazonaws.com");
    request.headers.add("X-Amz-Date", date);
    for (const auto& [name, value] : vector.headers) request.headers.add(name, value);
    const std::string text = string_to_sign(canonical_request(request, vector.signed_headers), date, scope);
    EXPECT_EQ(signature(text, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", scope), vector.signature) << vector.name;
  }
}

TEST(SignatureV4, joins_a_header_that_is_there_twice) {
  http::Request request;
  request.method = "POST";
  request.target = "/";
  request.headers.add("Host", "h");
  request.headers.add("My-Header", "one");
  request.headers.add("my-header", "two");
  EXPECT_TRUE(
      canonical_request(request, {"host", "my-header"}).starts_with("POST\n/\n\nhost:h\nmy-header:one,two\n\n"));
}

TEST(SignatureV4, keeps_the_signature_of_the_query_out_of_what_is_signed) {
  http::Request request;
  request.method = "GET";
  request.target = "/?X-Amz-Signature=00&A=b%2Fc";
  EXPECT_TRUE(canonical_request(request, {"host"}).starts_with("GET\n/\nA=b%2Fc\n"));
}

}  // namespace
}  // namespace endpoint
