#include "aws/credentials_profile.h"

namespace aws {

namespace {

StringHandle path_of(const Environment& environment, std::string_view variable, std::string_view in_home) {
  if (const auto named = non_empty(environment, variable)) return string_of(*named);
  const auto home = non_empty(environment, "HOME");
  return string_of(home.value_or("~") + std::string{in_home});
}

bool says(const aws_profile* profile, std::string_view property) {
  return aws_profile_get_property(profile, string_of(property).get()) != nullptr;
}

// The order in which the libraries take them.
Profile::Source source_of(const aws_profile* profile) {
  if (says(profile, "role_arn")) return Profile::Source::role;
  if (says(profile, "aws_access_key_id") || says(profile, "aws_secret_access_key")) return Profile::Source::keys;
  if (says(profile, "sso_account_id")) return Profile::Source::identity_center;
  if (says(profile, "credential_process")) return Profile::Source::process;
  return Profile::Source::nothing;
}

}  // namespace

Profile read_profile(const Environment& environment) {
  const auto named = non_empty(environment, "AWS_PROFILE");
  Profile profile{.name = named.value_or("default"), .is_named = named.has_value(), .collection = nullptr};
  const StringHandle config_path = path_of(environment, "AWS_CONFIG_FILE", "/.aws/config");
  const StringHandle keys_path = path_of(environment, "AWS_SHARED_CREDENTIALS_FILE", "/.aws/credentials");
  const ProfileCollection config{
      aws_profile_collection_new_from_file(aws_default_allocator(), config_path.get(), AWS_PST_CONFIG)};
  const ProfileCollection keys{
      aws_profile_collection_new_from_file(aws_default_allocator(), keys_path.get(), AWS_PST_CREDENTIALS)};
  if (!config && !keys) return profile;
  profile.collection.reset(aws_profile_collection_new_from_merge(aws_default_allocator(), config.get(), keys.get()));
  if (!profile.collection) return profile;
  const aws_profile* const found =
      aws_profile_collection_get_profile(profile.collection.get(), string_of(profile.name).get());
  profile.exists = found != nullptr;
  if (found != nullptr) profile.source = source_of(found);
  return profile;
}

}  // namespace aws
