// For tests: a certificate for localhost that signs itself, made on the spot.
#pragma once

#include <string>

namespace http::testing {

struct PemPair {
  std::string chain;
  std::string key;
};
[[nodiscard]] PemPair make_certificate(const std::string& common_name);

}  // namespace http::testing
