// DynamoDB's API over HTTP, made of a Service.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/service.h"
#include "endpoint/authentication.h"
#include "endpoint/faults.h"
#include "endpoint/policy.h"
#include "http/server.h"

namespace endpoint {

struct Options {
  AuthenticationOptions authentication;
  std::optional<Policy> policy;  // nullopt: everyone may do everything
  std::vector<FaultRule> fault_rules;
  std::function<double()> random;  // for the faults; see Faults
};

// Of requests, as sent and after they were expanded.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CommonErrors.html
inline constexpr std::size_t body_bytes_max = std::size_t{16} * 1024 * 1024;

// Thread-safe. The service outlives the application and its last request.
[[nodiscard]] http::Application make_application(dynamodb::Service& service, Options options);

// For http::ServerOptions::make_error: what the server itself refuses, in the API's form.
[[nodiscard]] http::Response make_error(int status, std::string_view message, const std::string& request_id);

}  // namespace endpoint
