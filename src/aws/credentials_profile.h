// The profile that is in force, from ~/.aws/config and ~/.aws/credentials.
#pragma once

#include <aws/sdkutils/aws_profile.h>

#include <string>

#include "aws/crt_handle.h"
#include "aws/environment.h"

namespace aws {

using ProfileCollection = Handle<aws_profile_collection, aws_profile_collection_release>;

struct Profile {
  enum class Source { nothing, keys, role, identity_center, process };

  std::string name;              // AWS_PROFILE, else "default"
  bool is_named = false;         // by AWS_PROFILE
  ProfileCollection collection;  // both files merged; nullptr: neither can be read
  bool exists = false;
  Source source = Source::nothing;  // what it says about credentials
};

// The files are those of AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE, else in the home directory.
[[nodiscard]] Profile read_profile(const Environment& environment);

}  // namespace aws
