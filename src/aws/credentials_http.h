// How the credentials providers of AWS's C libraries reach STS and IAM Identity Center.
#pragma once

#include "aws/crt_types.h"

namespace aws {

// The libraries' own functions, except that an endpoint from AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL_SSO,
// AWS_ENDPOINT_URL or the profile's endpoint_url is taken for the URL it is: they would look up "https://host:port" as
// a host's name, at port 443.
[[nodiscard]] aws_auth_http_system_vtable* credentials_http();

}  // namespace aws
