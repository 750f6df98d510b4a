// The default chain: where every SDK looks for credentials, in the documented order.
#pragma once

#include <memory>
#include <string>

#include "aws/credentials.h"
#include "aws/crt_types.h"
#include "aws/environment.h"

namespace aws {

struct ChainSettings {
  Environment environment;
  // Where nothing is configured, placeholders instead of the metadata services.
  bool placeholder_keys = false;
  std::string region;
};

// One source of the chain may take so long, name resolution and retries included.
inline constexpr int credentials_source_seconds_max = 20;

// Letters and digits only, as DynamoDB Local wants them.
inline constexpr const char* placeholder_access_key_id = "TrainingTrackerPlaceholder";

// Asks, in this order: the environment (AWS_ACCESS_KEY_ID …), the profile (AWS_PROFILE, else default: keys, role_arn
// with source_profile, credential_source or web identity, IAM Identity Center, credential_process), web identity
// (AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN), the container (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or _FULL_URI),
// the instance (IMDSv2, unless AWS_EC2_METADATA_DISABLED). A source that is configured and fails ends the chain:
// another one would be another identity. Everything is read anew, so rotated files count. Blocks, for as long as a
// credential_process takes.
[[nodiscard]] CredentialsAnswer ask_credentials_chain(const ChainSettings& settings,
                                                      const std::shared_ptr<aws_client_bootstrap>& bootstrap,
                                                      const std::shared_ptr<aws_tls_ctx>& tls);

}  // namespace aws
