// Types of AWS's C libraries that our headers name.
#pragma once

// NOLINTBEGIN(readability-identifier-naming): their names
struct aws_auth_http_system_vtable;
struct aws_client_bootstrap;
struct aws_http_connection;
struct aws_tls_ctx;
// NOLINTEND(readability-identifier-naming)
