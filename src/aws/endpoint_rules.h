// Which DynamoDB is meant: the rules of AWS's SDKs, with DYNAMODB_ENDPOINT of ours before them.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html and the service's endpoint rule set
#pragma once

#include <expected>
#include <string>

#include "aws/endpoint.h"
#include "aws/shared_settings.h"

namespace aws {

struct EndpointChoice {
  Endpoint endpoint;
  std::string said_by;  // "DYNAMODB_ENDPOINT", "the profile work"; empty: worked out from the region
};

// The first of: DYNAMODB_ENDPOINT; AWS_ENDPOINT_URL_DYNAMODB; AWS_ENDPOINT_URL; the profile's `services` section; the
// profile's endpoint_url (all but the first are passed over with AWS_IGNORE_CONFIGURED_ENDPOINT_URLS); the region's
// own, with dual stack or FIPS when asked for. The region: AWS_REGION, AWS_DEFAULT_REGION, the profile's, and with an
// endpoint that is not AWS's us-east-1. The error is one sentence that names the variable or profile that is wrong.
[[nodiscard]] std::expected<EndpointChoice, std::string> choose_endpoint(const SharedSettings& settings);

}  // namespace aws
