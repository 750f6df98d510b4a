// Keys to sign with, and how one asks for them.
#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>

namespace aws {

// Never printed, never in a message.
struct Credentials {
  std::string access_key_id;
  std::string secret_access_key;
  std::string session_token;                                          // empty: none
  std::optional<std::chrono::system_clock::time_point> expires = {};  // nullopt: they do not expire
};

// The error is one sentence without secrets: what was asked, and how each answered.
using CredentialsAnswer = std::expected<std::shared_ptr<const Credentials>, std::string>;

}  // namespace aws
