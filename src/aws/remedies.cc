#include "aws/remedies.h"

#include <fmt/format.h>

#include "dynamodb/errors.h"
#include "dynamodb/errors_of_clients.h"

namespace aws {
namespace {

constexpr std::string_view set_credentials = "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use an IAM role.";
constexpr std::string_view create_table = "Create the table: python scripts/create_dynamodb_table.py";

bool is_on_this_machine(const Endpoint& endpoint) {
  return endpoint.host == "localhost" || endpoint.host == "::1" || endpoint.host.starts_with("127.");
}

std::string connection_refused(const Endpoint& endpoint) {
  const std::string url = url_of(endpoint);
  if (!is_on_this_machine(endpoint)) {
    return fmt::format("Connection refused: {} does not take connections. Check the address and the network.", url);
  }
  return fmt::format(
      "Connection refused: nothing answers at {}. Start DynamoDB Local: docker run -d -p {}:8000 amazon/dynamodb-local "
      "(or: training-tracker dynamodb --listen 127.0.0.1:{})",
      url, endpoint.port, endpoint.port);
}

// Without the full stop that it may end with.
std::string_view bare(std::string_view sentence) {
  if (sentence.ends_with('.')) sentence.remove_suffix(1);
  return sentence;
}

// What helps against an error that the other side answered; empty: nothing that is known.
std::string remedy(dynamodb::ErrorCode code, const Endpoint& endpoint) {
  using dynamodb::ErrorCode;
  switch (code) {
    case ErrorCode::resource_not_found:
      return fmt::format("{} (asked for at {}, region {})", create_table, url_of(endpoint), endpoint.region);
    case ErrorCode::access_denied:
      return "Allow that action to these credentials: the setup guide's IAM policy has all that the application needs, "
             "tables take an operator's.";
    case ErrorCode::unrecognized_client:
    case ErrorCode::missing_authentication_token:
      return std::string("These credentials are not known there. ") += set_credentials;
    case ErrorCode::invalid_signature:
    case ErrorCode::incomplete_signature:
      return "Check AWS_SECRET_ACCESS_KEY, AWS_REGION and this machine's clock.";
    case ErrorCode::expired_token:
      return "The credentials have expired: renew them (aws sso login), or set new ones.";
    default:
      return {};
  }
}

}  // namespace

dynamodb::Error with_remedy(dynamodb::Error error, const Endpoint& endpoint) {
  const std::string help = remedy(error.code, endpoint);
  if (help.empty()) return error;
  const std::string_view message = bare(error.message);
  error.message = message.empty() ? help : fmt::format("{}. {}", message, help);
  return error;
}

dynamodb::Error error_of(const TransportFailure& failure, const Endpoint& endpoint) {
  using Kind = TransportFailure::Kind;
  using dynamodb::errors::unreachable;
  const std::string url = url_of(endpoint);
  const std::string_view detail = bare(failure.message);
  switch (failure.kind) {
    case Kind::no_credentials:
      return dynamodb::errors::missing_credentials(
          fmt::format("Unable to locate credentials{}{}. {}", detail.empty() ? "" : ": ", detail, set_credentials));
    case Kind::connection_refused:
      return unreachable(connection_refused(endpoint));
    case Kind::name_not_resolved:
      return unreachable(
          fmt::format("The name {} is not known. Check the region (AWS_REGION is {}), the address and the network.",
                      endpoint.host, endpoint.region));
    case Kind::not_trusted:
      return unreachable(
          fmt::format("The TLS certificate of {} is not trusted: {}. Set AWS_CA_BUNDLE to a file of the "
                      "authorities that it is signed by.",
                      url, detail));
    case Kind::timed_out:
      return unreachable(fmt::format("{} did not answer in time: {}.", url, detail));
    case Kind::interrupted:
      return unreachable(fmt::format("The connection to {} broke: {}.", url, detail));
    case Kind::overloaded:
      return too_many_calls(endpoint);
  }
  return unreachable(failure.message);
}

dynamodb::Error damaged_answer(const Endpoint& endpoint) {
  return dynamodb::errors::unreachable(
      fmt::format("{} answered, and the answer does not fit its checksum.", url_of(endpoint)));
}

dynamodb::Error too_many_calls(const Endpoint& endpoint) {
  return dynamodb::errors::unavailable(
      fmt::format("Too many requests wait for {} already. Try again shortly.", url_of(endpoint)));
}

}  // namespace aws
