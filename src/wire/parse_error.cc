#include <algorithm>
#include <iterator>
#include <utility>

#include "wire/attribute_values.h"
#include "wire/parse_result.h"

namespace wire {
namespace {

using dynamodb::Error;
using dynamodb::ErrorCode;

std::shared_ptr<const dynamodb::AttributeMapBox> item(const Field& field) {
  auto attributes = attribute_map(field);
  if (!attributes) return nullptr;
  return std::make_shared<const dynamodb::AttributeMapBox>(*std::move(attributes));
}

// Names of the service, of its neighbours and of older versions that mean what one of ours means.
constexpr std::pair<std::string_view, ErrorCode> other_names[] = {
    {"AccessDenied", ErrorCode::access_denied},
    {"ContinuousBackupsUnavailableException", ErrorCode::resource_in_use},  // a new table; it passes
    {"ExpiredToken", ErrorCode::expired_token},
    {"InternalFailure", ErrorCode::internal_server_error},
    {"InternalServerErrorException", ErrorCode::internal_server_error},
    {"InvalidClientTokenId", ErrorCode::unrecognized_client},
    {"MissingAuthenticationToken", ErrorCode::missing_authentication_token},
    {"ReplicatedWriteConflictException", ErrorCode::transaction_conflict},  // global tables; it passes
    {"RequestExpired", ErrorCode::expired_token},
    {"RequestInTheFuture", ErrorCode::invalid_signature},
    {"RequestThrottledException", ErrorCode::throttling},
    {"RequestTimeTooSkewed", ErrorCode::invalid_signature},
    {"ServiceUnavailableException", ErrorCode::service_unavailable},
    {"SignatureDoesNotMatch", ErrorCode::invalid_signature},
    {"TableInUseException", ErrorCode::resource_in_use},
    {"TableNotFoundException", ErrorCode::resource_not_found},
    {"Throttling", ErrorCode::throttling},
    {"ThrottledException", ErrorCode::throttling},
    {"TooManyRequestsException", ErrorCode::throttling},
};

std::optional<ErrorCode> code_of(std::string_view name) {
  if (const auto code = dynamodb::error_code(name)) return code;
  const auto* found = std::ranges::find(other_names, name, &std::pair<std::string_view, ErrorCode>::first);
  if (found == std::end(other_names)) return std::nullopt;
  return found->second;
}

std::string message(const Field& body) {
  // Not value_or: the second is read only where the first is absent.
  if (auto text = body["message"].text()) return *std::move(text);
  return body["Message"].text().value_or("");
}

Error not_an_error_body(int status) {
  constexpr int service_unavailable = 503;
  return status == service_unavailable
             ? dynamodb::errors::unavailable("The store answered with status 503.")
             : dynamodb::errors::internal("The store answered with status " + std::to_string(status) + ".");
}

}  // namespace

Error parse_error(int status, std::string_view body) {
  const auto document = json::parse(body);
  if (!document || document->get_if<json::Object>() == nullptr) return not_an_error_body(status);
  Faults faults;  // an error that can be read in part is still that error
  const Field fields(*document, faults);
  const auto type = fields["__type"].text();
  if (!type) return not_an_error_body(status);
  const std::string name = type->substr(type->find('#') + 1);
  const auto code = code_of(name);
  constexpr int server_faults = 500;
  // Not as a server's fault, which would be tried again.
  if (!code && status < server_faults) return dynamodb::errors::validation(name + ": " + message(fields));
  if (!code) return not_an_error_body(status);
  Error error;
  error.code = *code;
  error.message = message(fields);
  fields["CancellationReasons"].list({}, [&](const Field& reason) {
    error.cancellation_reasons.push_back(
        {.code = reason["Code"].text().value_or("None"), .message = message(reason), .item = item(reason["Item"])});
  });
  error.item = item(fields["Item"]);
  return error;
}

}  // namespace wire
