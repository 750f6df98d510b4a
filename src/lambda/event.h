// What Lambda hands over for one HTTP request, by the documentation of whoever sends it:
//   function URLs      https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
//   HTTP APIs https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
//   REST APIs https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html load
//   balancers     https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "http/message.h"

namespace lambda {

// Says which answer is understood.
enum class Sender {
  format_2,                   // function URL, HTTP API
  format_1,                   // REST API; HTTP API with payload format 1.0
  load_balancer,              // headers with one value each
  load_balancer_multi_value,  // the target group's lambda.multi_value_headers.enabled
};

struct Event {
  http::Request request;  // without an id
  Sender sender = Sender::format_2;
  // Whether AWS has checked who calls: an IAM caller, a JWT, a Cognito pool or a Lambda authorizer. A load balancer
  // says so in headers only, which count as nothing here.
  bool is_authorized = false;
};

// Error: one sentence, that shows names of members and never their values.
[[nodiscard]] std::expected<Event, std::string> parse_event(std::string_view payload);

}  // namespace lambda
