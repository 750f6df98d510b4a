// What the environment and AWS's shared files (~/.aws/config, ~/.aws/credentials) say, as every SDK reads them.
// https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "aws/environment.h"

namespace aws {

// Texts of the two files; empty where there is no such file.
struct SharedFiles {
  std::string config;
  std::string credentials;
};
// Where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say, or in ~/.aws. A file that cannot be read is empty.
[[nodiscard]] SharedFiles read_shared_files(const Environment& environment);

class SharedSettings {
 public:
  // The profile is that of AWS_PROFILE, or "default". Error: one sentence (AWS_PROFILE names no profile of the files).
  [[nodiscard]] static std::expected<SharedSettings, std::string> load(Environment environment,
                                                                       const SharedFiles& files);

  // nullopt also where it is set to nothing.
  [[nodiscard]] std::optional<std::string> variable(std::string_view name) const {
    return non_empty(environment_, name);
  }
  [[nodiscard]] const std::string& profile_name() const { return profile_name_; }
  // A setting of the profile; what stands in the credentials file is stronger. Names are lower case.
  [[nodiscard]] std::optional<std::string> profile(const std::string& name) const;
  // A setting of DynamoDB in the `services` section that the profile names.
  [[nodiscard]] std::optional<std::string> dynamodb_service(const std::string& name) const;
  // Does the environment or the profile say where credentials are? (The metadata services are neither.)
  [[nodiscard]] bool has_credentials() const;

 private:
  using Values = std::map<std::string, std::string, std::less<>>;

  SharedSettings() = default;

  Environment environment_;
  std::string profile_name_;
  Values profile_;
  Values dynamodb_service_;
};

// The file of the certificate authorities to trust: of AWS_CA_BUNDLE, the profile's ca_bundle, or SSL_CERT_FILE.
// nullopt: the system's own.
[[nodiscard]] std::optional<std::string> certificate_authorities(const SharedSettings& settings);

}  // namespace aws
