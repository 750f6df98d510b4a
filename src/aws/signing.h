// A request of DynamoDB's protocol as an HTTP message with its signature (AWS Signature Version 4).
#pragma once

#include <aws/http/request_response.h>

#include <chrono>
#include <string>

#include "aws/credentials.h"
#include "aws/crt_handle.h"
#include "aws/endpoint.h"

namespace aws {

using Message = Handle<aws_http_message, aws_http_message_release>;

// What the Host header says: the host (in brackets where it is an IPv6 address), and the port where it is not the
// scheme's own.
[[nodiscard]] std::string host_header(const Endpoint& endpoint);

// Signed for the service dynamodb in the endpoint's region: host, content-type, x-amz-date, x-amz-target and, where
// there is a session token, x-amz-security-token, as every SDK does. `body` is not copied: it must live as long as the
// message. nullptr: the libraries refused, which only a header with a line break in it can make them do.
[[nodiscard]] Message signed_request(const Endpoint& endpoint, const std::string& target, const std::string& body,
                                     const Credentials& credentials, std::chrono::system_clock::time_point now);

}  // namespace aws
