#include "aws/credentials_chain.h"

#include <aws/auth/credentials.h>
#include <aws/common/error.h>
#include <aws/http/proxy.h>
#include <aws/io/uri.h>
#include <fmt/format.h>

#include <condition_variable>
#include <mutex>

#include "aws/credentials_http.h"
#include "aws/credentials_profile.h"
#include "aws/crt_handle.h"

namespace aws {

namespace {

using Provider = Handle<aws_credentials_provider, aws_credentials_provider_release>;

// nullopt: this source is not configured, and `note` says so.
using SourceAnswer = std::optional<CredentialsAnswer>;

struct Chain {
  const ChainSettings& settings;
  aws_client_bootstrap* bootstrap;
  aws_tls_ctx* tls;
  proxy_env_var_settings proxies{
      .env_var_type = AWS_HPEV_ENABLE, .connection_type = AWS_HPCT_HTTP_LEGACY, .tls_options = nullptr};
};

std::shared_ptr<const Credentials> copied(const aws_credentials* credentials) {
  auto copy = std::make_shared<Credentials>();
  copy->access_key_id = view_of(aws_credentials_get_access_key_id(credentials));
  copy->secret_access_key = view_of(aws_credentials_get_secret_access_key(credentials));
  copy->session_token = view_of(aws_credentials_get_session_token(credentials));
  const std::uint64_t expires = aws_credentials_get_expiration_timepoint_seconds(credentials);
  if (expires != UINT64_MAX) copy->expires = std::chrono::system_clock::time_point{std::chrono::seconds{expires}};
  return copy;
}

// What a provider answers, for who waits for it; an answer that comes too late is dropped.
struct Pending {
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<std::expected<std::shared_ptr<const Credentials>, int>> answer;

  static void answered(aws_credentials* credentials, int error, void* user_data) {
    const std::unique_ptr<std::shared_ptr<Pending>> held{static_cast<std::shared_ptr<Pending>*>(user_data)};
    Pending& pending = **held;
    const std::lock_guard lock{pending.mutex};
    if (credentials != nullptr) {
      pending.answer = copied(credentials);
    } else {
      pending.answer = std::unexpected(error);
    }
    pending.changed.notify_all();
  }
};

// `named`: what the message calls it.
CredentialsAnswer ask(const Provider& provider, std::string_view named) {
  const auto failed = [named](std::string_view why) { return std::unexpected(fmt::format("{}: {}", named, why)); };
  if (!provider) return failed(aws_last_error() != 0 ? aws_error_str(aws_last_error()) : "its settings are incomplete");
  const auto pending = std::make_shared<Pending>();
  auto held = std::make_unique<std::shared_ptr<Pending>>(pending);
  if (aws_credentials_provider_get_credentials(provider.get(), &Pending::answered, held.get()) != AWS_OP_SUCCESS) {
    return failed(aws_error_str(aws_last_error()));
  }
  static_cast<void>(held.release());  // NOLINT(bugprone-unused-return-value): Pending::answered owns it now
  std::unique_lock lock{pending->mutex};
  if (!pending->changed.wait_for(lock, std::chrono::seconds{credentials_source_seconds_max},
                                 [&] { return pending->answer.has_value(); })) {
    return failed("no answer in time");
  }
  if (!*pending->answer) return failed(aws_error_str(pending->answer->error()));
  return **pending->answer;
}

SourceAnswer from_environment(const Chain& chain) {
  const auto id = non_empty(chain.settings.environment, "AWS_ACCESS_KEY_ID");
  const auto secret = non_empty(chain.settings.environment, "AWS_SECRET_ACCESS_KEY");
  if (!id && !secret) return std::nullopt;
  if (!id || !secret) {
    return std::unexpected(fmt::format("environment: {} is set, but {} is not",
                                       id ? "AWS_ACCESS_KEY_ID" : "AWS_SECRET_ACCESS_KEY",
                                       id ? "AWS_SECRET_ACCESS_KEY" : "AWS_ACCESS_KEY_ID"));
  }
  return std::make_shared<const Credentials>(*id, *secret,
                                             non_empty(chain.settings.environment, "AWS_SESSION_TOKEN").value_or(""));
}

SourceAnswer from_profile(const Chain& chain) {
  const Profile profile = read_profile(chain.settings.environment);
  const std::string named = fmt::format("profile \"{}\"", profile.name);
  if (!profile.exists && profile.is_named) {
    return std::unexpected(
        fmt::format("{} (AWS_PROFILE): it is in neither the config nor the credentials file", named));
  }
  if (!profile.exists || profile.source == Profile::Source::nothing) return std::nullopt;
  if (profile.source == Profile::Source::identity_center) {
    aws_credentials_provider_sso_options options{};
    options.profile_name_override = cursor_of(profile.name);
    options.config_file_cached = profile.collection.get();
    options.bootstrap = chain.bootstrap;
    options.tls_ctx = chain.tls;
    options.proxy_ev_settings = &chain.proxies;
    options.function_table = credentials_http();
    const Provider provider{aws_credentials_provider_new_sso(aws_default_allocator(), &options)};
    return ask(provider, named + " (IAM Identity Center; `aws sso login` renews it)");
  }
  aws_credentials_provider_profile_options options{};
  proxy_env_var_settings proxies = chain.proxies;
  options.profile_name_override = cursor_of(profile.name);
  options.profile_collection_cached = profile.collection.get();
  options.bootstrap = chain.bootstrap;
  options.tls_ctx = chain.tls;
  options.proxy_ev_settings = &proxies;
  options.function_table = credentials_http();
  const Provider provider{aws_credentials_provider_new_profile(aws_default_allocator(), &options)};
  const std::string_view how = profile.source == Profile::Source::process ? " (credential_process)"
                               : profile.source == Profile::Source::role  ? " (role_arn)"
                                                                          : "";
  return ask(provider, named + std::string{how});
}

SourceAnswer from_web_identity(const Chain& chain) {
  const auto token_file = non_empty(chain.settings.environment, "AWS_WEB_IDENTITY_TOKEN_FILE");
  const auto role = non_empty(chain.settings.environment, "AWS_ROLE_ARN");
  if (!token_file && !role) return std::nullopt;
  if (!token_file || !role)
    return std::unexpected("web identity: AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN belong together");
  const std::string session = non_empty(chain.settings.environment, "AWS_ROLE_SESSION_NAME").value_or("");
  const Profile profile = read_profile(chain.settings.environment);
  aws_credentials_provider_sts_web_identity_options options{};
  options.bootstrap = chain.bootstrap;
  options.tls_ctx = chain.tls;
  options.proxy_ev_settings = &chain.proxies;
  options.function_table = credentials_http();
  options.config_profile_collection_cached = profile.collection.get();
  options.profile_name_override = cursor_of(profile.name);
  options.region = cursor_of(chain.settings.region);
  options.role_arn = cursor_of(*role);
  options.role_session_name = cursor_of(session);
  options.token_file_path = cursor_of(*token_file);
  const Provider provider{aws_credentials_provider_new_sts_web_identity(aws_default_allocator(), &options)};
  return ask(provider, "web identity (AWS_WEB_IDENTITY_TOKEN_FILE)");
}

SourceAnswer from_container(const Chain& chain) {
  const Environment& environment = chain.settings.environment;
  const auto relative = non_empty(environment, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
  const auto full = non_empty(environment, "AWS_CONTAINER_CREDENTIALS_FULL_URI");
  if (!relative && !full) return std::nullopt;
  const std::string token_file = non_empty(environment, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE").value_or("");
  const std::string token = non_empty(environment, "AWS_CONTAINER_AUTHORIZATION_TOKEN").value_or("");
  // As the SDKs: the relative one first, at the address that ECS gives every task.
  const std::string url = relative ? "http://169.254.170.2" + *relative : *full;
  const aws_byte_cursor url_cursor = cursor_of(url);
  aws_uri uri{};
  if (aws_uri_init_parse(&uri, aws_default_allocator(), &url_cursor) != AWS_OP_SUCCESS) {
    return std::unexpected("container: AWS_CONTAINER_CREDENTIALS_FULL_URI is not a URI");
  }
  const Handle<aws_uri, aws_uri_clean_up> cleaned{&uri};
  const bool is_tls = view_of(uri.scheme) == "https";
  aws_credentials_provider_ecs_options options{};
  options.bootstrap = chain.bootstrap;
  options.host = uri.host_name;
  options.port = uri.port != 0 ? uri.port : is_tls ? 443 : 80;
  options.path_and_query = uri.path_and_query.len != 0 ? uri.path_and_query : cursor_of("/");
  options.tls_ctx = is_tls ? chain.tls : nullptr;
  options.auth_token_file_path = cursor_of(token_file);
  options.auth_token = cursor_of(token);
  const Provider provider{aws_credentials_provider_new_ecs(aws_default_allocator(), &options)};
  return ask(provider, "container (AWS_CONTAINER_CREDENTIALS_…_URI)");
}

SourceAnswer from_instance(const Chain& chain) {
  const auto disabled = non_empty(chain.settings.environment, "AWS_EC2_METADATA_DISABLED");
  if (disabled && aws_string_eq_c_str_ignore_case(string_of(*disabled).get(), "true")) return std::nullopt;
  const auto endpoint = non_empty(chain.settings.environment, "AWS_EC2_METADATA_SERVICE_ENDPOINT").value_or("");
  const auto mode = non_empty(chain.settings.environment, "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE").value_or("");
  aws_credentials_provider_imds_options options{};
  options.bootstrap = chain.bootstrap;
  options.imds_version = IMDS_PROTOCOL_V2;
  options.ec2_metadata_v1_disabled = true;
  options.imds_endpoint = cursor_of(endpoint);
  options.imds_endpoint_mode =
      mode == "IPv6" || mode == "ipv6" ? AWS_IMDS_ENDPOINT_MODE_IPV6 : AWS_IMDS_ENDPOINT_MODE_DEFAULT;
  const Provider provider{aws_credentials_provider_new_imds(aws_default_allocator(), &options)};
  return ask(provider, "instance (the metadata service of EC2)");
}

CredentialsAnswer concluded(const CredentialsAnswer& answer) {
  if (answer) return answer;
  return std::unexpected("No AWS credentials: " + answer.error() + ".");
}

CredentialsAnswer no_credentials(const ChainSettings& settings, std::string_view last) {
  const Profile profile = read_profile(settings.environment);
  return std::unexpected(
      fmt::format("No AWS credentials: AWS_ACCESS_KEY_ID is not set, the profile \"{}\" has none, neither web identity "
                  "nor a container's credentials "
                  "are configured, {}.",
                  profile.name, last));
}

}  // namespace

CredentialsAnswer ask_credentials_chain(const ChainSettings& settings,
                                        const std::shared_ptr<aws_client_bootstrap>& bootstrap,
                                        const std::shared_ptr<aws_tls_ctx>& tls) {
  const Chain chain{.settings = settings, .bootstrap = bootstrap.get(), .tls = tls.get()};
  using Source = SourceAnswer (*)(const Chain&);
  for (const Source source : {Source{from_environment}, Source{from_profile}, Source{from_web_identity}}) {
    aws_reset_error();
    if (const SourceAnswer answer = source(chain)) return concluded(*answer);
  }
  if (settings.placeholder_keys) {
    return std::make_shared<const Credentials>(placeholder_access_key_id, "placeholder", "");
  }
  if (const SourceAnswer answer = from_container(chain)) {
    return concluded(*answer);
  }
  const SourceAnswer instance = from_instance(chain);
  if (!instance) return no_credentials(settings, "and AWS_EC2_METADATA_DISABLED forbids to ask the instance");
  return *instance ? *instance : no_credentials(settings, "and " + instance->error());
}

}  // namespace aws
