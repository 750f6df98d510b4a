// What a request says about its signature, taken apart and not checked yet. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/error.h"
#include "endpoint/signature_v4.h"
#include "http/message.h"

namespace endpoint {

struct PresentedSignature {
  std::string access_key_id;
  SigningScope scope;
  std::vector<std::string> signed_headers;
  std::string signature;
  std::string date;                          // "20150830T123600Z"
  std::optional<std::string> session_token;  // X-Amz-Security-Token
  std::optional<std::string> expires;        // X-Amz-Expires, in seconds; of the query only
};

// Neither an Authorization header nor a signature in the query.
[[nodiscard]] bool is_unsigned(const http::Request& request);
// The key id that the request claims; nullopt where there is none to be read.
[[nodiscard]] std::optional<std::string> claimed_access_key_id(const http::Request& request);
// Errors: incomplete_signature, invalid_signature.
[[nodiscard]] dynamodb::Result<PresentedSignature> presented_signature(const http::Request& request);

}  // namespace endpoint
