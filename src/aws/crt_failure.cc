#include "aws/crt_failure.h"

#include <aws/common/error.h>
#include <aws/http/http.h>
#include <aws/io/io.h>
#include <fmt/format.h>

namespace aws {

TransportFailure failure_of(int error, const Endpoint& endpoint) {
  using enum TransportFailure::Kind;
  const std::string url = url_of(endpoint);
  switch (error) {
    case AWS_IO_DNS_QUERY_FAILED:
    case AWS_IO_DNS_INVALID_NAME:
    case AWS_IO_DNS_NO_ADDRESS_FOR_HOST:
    case AWS_IO_DNS_HOST_REMOVED_FROM_CACHE:
    case AWS_IO_DNS_QUERY_AGAIN:
      return {.kind = name_not_resolved,
              .message = fmt::format("The name {} (or a proxy's) cannot be resolved.", endpoint.host)};
    case AWS_IO_SOCKET_CONNECTION_REFUSED:
      return {.kind = connection_refused,
              .message = fmt::format("Nobody listens at {} (or at a proxy's address).", url)};
    case AWS_IO_SOCKET_TIMEOUT:
      return {.kind = timed_out, .message = fmt::format("No connection to {} came about in time.", url)};
    case AWS_IO_TLS_NEGOTIATION_TIMEOUT:
      return {.kind = timed_out, .message = fmt::format("{} did not finish the TLS handshake in time.", url)};
    case AWS_IO_TLS_ERROR_NEGOTIATION_FAILURE:
    case AWS_IO_TLS_ERROR_NOT_NEGOTIATED:
    case AWS_IO_TLS_ERROR_ALERT_RECEIVED:
    case AWS_IO_TLS_ERROR_DEFAULT_TRUST_STORE_NOT_FOUND:
      return {
          .kind = not_trusted,
          .message = fmt::format(
              "The TLS handshake with {} failed: its certificate is not signed by an authority that is trusted here "
              "(AWS_CA_BUNDLE names others), is for another name, or has expired.",
              url)};
    case AWS_ERROR_HTTP_PROXY_CONNECT_FAILED:
    case AWS_ERROR_HTTP_PROXY_CONNECT_FAILED_RETRYABLE:
      return {.kind = interrupted, .message = fmt::format("The proxy refused to connect to {}.", url)};
    default:
      return {.kind = interrupted, .message = fmt::format("The connection to {} broke: {}", url, aws_error_str(error))};
  }
}

}  // namespace aws
