#include "aws/credentials_http.h"

#include <aws/auth/private/credentials_utils.h>
#include <aws/http/connection.h>
#include <aws/http/connection_manager.h>
#include <aws/http/request_response.h>
#include <aws/io/socket.h>
#include <aws/io/tls_channel_handler.h>
#include <aws/io/uri.h>

#include "aws/crt_handle.h"

namespace aws {

namespace {

using Uri = Handle<aws_uri, aws_uri_clean_up>;

aws_http_connection_manager* new_manager(aws_allocator* allocator, const aws_http_connection_manager_options* options) {
  aws_uri parsed{};
  if (view_of(options->host).find("://") == std::string_view::npos ||
      aws_uri_init_parse(&parsed, allocator, &options->host) != AWS_OP_SUCCESS) {
    return aws_http_connection_manager_new(allocator, options);
  }
  const Uri cleaned{&parsed};
  const bool is_tls = view_of(parsed.scheme) != "http";
  aws_http_connection_manager_options right = *options;
  right.host = parsed.host_name;
  right.port = parsed.port != 0 ? parsed.port : is_tls ? 443 : 80;
  aws_tls_connection_options tls{};
  if (options->tls_connection_options != nullptr) {
    aws_tls_connection_options_copy(&tls, options->tls_connection_options);
    aws_tls_connection_options_set_server_name(&tls, allocator, &right.host);
  }
  const std::unique_ptr<aws_tls_connection_options, ReleasedBy<aws_tls_connection_options_clean_up>> tls_cleaned{&tls};
  right.tls_connection_options = is_tls && options->tls_connection_options != nullptr ? &tls : nullptr;
  return aws_http_connection_manager_new(allocator, &right);
}

// The same URL stands in their Host header. Where that is signed it must stay.
aws_http_stream* make_request(aws_http_connection* connection, const aws_http_make_request_options* options) {
  aws_http_headers* const headers = aws_http_message_get_headers(options->request);
  aws_byte_cursor host{};
  aws_uri parsed{};
  if (aws_http_headers_get(headers, cursor_of("Host"), &host) == AWS_OP_SUCCESS &&
      view_of(host).find("://") != std::string_view::npos &&
      !aws_http_headers_has(headers, cursor_of("Authorization")) &&
      aws_uri_init_parse(&parsed, aws_default_allocator(), &host) == AWS_OP_SUCCESS) {
    const Uri cleaned{&parsed};
    aws_http_headers_set(headers, cursor_of("Host"), parsed.authority);
  }
  return aws_http_connection_make_request(connection, options);
}

}  // namespace

aws_auth_http_system_vtable* credentials_http() {
  static aws_auth_http_system_vtable functions = [] {
    aws_auth_http_system_vtable made = *g_aws_credentials_provider_http_function_table;
    made.aws_http_connection_manager_new = new_manager;
    made.aws_http_connection_make_request = make_request;
    return made;
  }();
  return &functions;
}

}  // namespace aws
