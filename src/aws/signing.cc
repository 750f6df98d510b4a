#include "aws/signing.h"

#include <aws/auth/credentials.h>
#include <aws/auth/signable.h>
#include <aws/auth/signing.h>
#include <aws/auth/signing_result.h>
#include <aws/io/stream.h>

#include <array>
#include <utility>

namespace aws {

namespace {

constexpr std::string_view scheme_end = "://";

using BodyStream = Handle<aws_input_stream, aws_input_stream_release>;
using Signable = Handle<aws_signable, aws_signable_destroy>;
using SigningKeys = Handle<aws_credentials, aws_credentials_release>;

// The libraries sign every header else; SDKs leave out what a proxy may change on the way.
bool is_signed(const aws_byte_cursor* name, void* /*user_data*/) {
  const std::string_view header = view_of(*name);
  return header == "host" || header == "content-type" || header.starts_with("x-amz-");
}

struct Outcome {
  aws_http_message* message;
  bool signed_well = false;
};

void apply(aws_signing_result* result, int error, void* user_data) {
  auto& outcome = *static_cast<Outcome*>(user_data);
  outcome.signed_well = error == 0 && aws_apply_signing_result_to_http_request(outcome.message, aws_default_allocator(),
                                                                               result) == AWS_OP_SUCCESS;
}

Message unsigned_request(const Endpoint& endpoint, const std::string& target, const std::string& body) {
  Message message{aws_http_message_new_request(aws_default_allocator())};
  const std::string host = host_header(endpoint);
  const std::string length = std::to_string(body.size());
  const std::array<std::pair<std::string_view, std::string_view>, 6> headers{{
      {"host", host},
      {"content-type", "application/x-amz-json-1.0"},
      {"x-amz-target", target},
      {"content-length", length},
      {"accept-encoding", "identity"},  // answers are small or wanted fast, and a truncated one is found by its length
      {"user-agent", "training-tracker"},
  }};
  bool added = aws_http_message_set_request_method(message.get(), cursor_of("POST")) == AWS_OP_SUCCESS &&
               aws_http_message_set_request_path(message.get(), cursor_of("/")) == AWS_OP_SUCCESS;
  for (const auto& [name, value] : headers) {
    const aws_http_header header{
        .name = cursor_of(name), .value = cursor_of(value), .compression = AWS_HTTP_HEADER_COMPRESSION_USE_CACHE};
    added = added && aws_http_message_add_header(message.get(), header) == AWS_OP_SUCCESS;
  }
  if (!added) return nullptr;
  const aws_byte_cursor bytes = cursor_of(body);
  const BodyStream stream{aws_input_stream_new_from_cursor(aws_default_allocator(), &bytes)};
  aws_http_message_set_body_stream(message.get(), stream.get());  // holds it
  return message;
}

}  // namespace

std::string host_header(const Endpoint& endpoint) {
  const std::string url = url_of(endpoint);
  return url.substr(url.find(scheme_end) + scheme_end.size());
}

Message signed_request(const Endpoint& endpoint, const std::string& target, const std::string& body,
                       const Credentials& credentials, std::chrono::system_clock::time_point now) {
  Message message = unsigned_request(endpoint, target, body);
  if (!message) return nullptr;
  const SigningKeys keys{aws_credentials_new(aws_default_allocator(), cursor_of(credentials.access_key_id),
                                             cursor_of(credentials.secret_access_key),
                                             cursor_of(credentials.session_token), UINT64_MAX)};
  const Signable signable{aws_signable_new_http_request(aws_default_allocator(), message.get())};
  aws_signing_config_aws config{};
  config.config_type = AWS_SIGNING_CONFIG_AWS;
  config.algorithm = AWS_SIGNING_ALGORITHM_V4;
  config.signature_type = AWS_ST_HTTP_REQUEST_HEADERS;
  config.region = cursor_of(endpoint.region);
  config.service = cursor_of("dynamodb");
  aws_date_time_init_epoch_millis(
      &config.date,
      static_cast<std::uint64_t>(std::chrono::floor<std::chrono::milliseconds>(now).time_since_epoch().count()));
  config.should_sign_header = is_signed;
  config.flags.use_double_uri_encode = 1;
  config.flags.should_normalize_uri_path = 1;
  config.signed_body_header = AWS_SBHT_NONE;
  config.credentials = keys.get();
  // With keys at hand it answers before it returns.
  Outcome outcome{.message = message.get()};
  const int started = aws_sign_request_aws(aws_default_allocator(), signable.get(),
                                           reinterpret_cast<const aws_signing_config_base*>(&config), apply, &outcome);
  return started == AWS_OP_SUCCESS && outcome.signed_well ? std::move(message) : nullptr;
}

}  // namespace aws
