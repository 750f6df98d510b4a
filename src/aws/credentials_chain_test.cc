#include "aws/credentials_chain.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "aws/crt_library.h"
#include "aws/testing/stand_in.h"
#include "aws/testing/transports.h"

namespace aws::testing {
namespace {

class CredentialsChain : public ::testing::Test {
 protected:
  CredentialsAnswer asked(Variables variables, bool placeholder_keys = false, const std::string& authority = "") {
    variables.emplace("HOME", directory_.path());
    const auto library = CrtLibrary::start({.certificate_authorities = authority});
    return ask_credentials_chain({.environment = environment_with(std::move(variables)),
                                  .placeholder_keys = placeholder_keys,
                                  .region = "us-east-1"},
                                 (*library)->bootstrap(), (*library)->tls());
  }
  std::string key(const CredentialsAnswer& answer) { return answer ? (*answer)->access_key_id : answer.error(); }
  std::string metadata(const StandIn& service) const { return fmt::format("http://127.0.0.1:{}", service.port()); }

  Directory directory_;
};

TEST_F(CredentialsChain, TakesTheEnvironmentFirst) {
  directory_.file(".aws/credentials", "[default]\naws_access_key_id = FROMFILE\naws_secret_access_key = s\n");
  const auto answer =
      asked({{"AWS_ACCESS_KEY_ID", "FROMENV"}, {"AWS_SECRET_ACCESS_KEY", "secret"}, {"AWS_SESSION_TOKEN", "token"}});
  ASSERT_TRUE(answer);
  EXPECT_EQ((*answer)->access_key_id, "FROMENV");
  EXPECT_EQ((*answer)->secret_access_key, "secret");
  EXPECT_EQ((*answer)->session_token, "token");
  EXPECT_FALSE((*answer)->expires);
}

TEST_F(CredentialsChain, NamesTheVariableThatIsMissing) {
  EXPECT_EQ(key(asked({{"AWS_ACCESS_KEY_ID", "FROMENV"}})),
            "No AWS credentials: environment: AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not.");
}

TEST_F(CredentialsChain, ReadsKeysOfAProfile) {
  const std::string keys = directory_.file("keys",
                                           "[default]\naws_access_key_id = DEFAULT\naws_secret_access_key = "
                                           "s\n[work]\naws_access_key_id = WORK\naws_secret_access_key = s\n");
  EXPECT_EQ(key(asked({{"AWS_SHARED_CREDENTIALS_FILE", keys}})), "DEFAULT");
  EXPECT_EQ(key(asked({{"AWS_SHARED_CREDENTIALS_FILE", keys}, {"AWS_PROFILE", "work"}})), "WORK");
}

TEST_F(CredentialsChain, DoesNotPassOverAProfileThatIsNamedButMissing) {
  directory_.file(".aws/credentials", "[default]\naws_access_key_id = DEFAULT\naws_secret_access_key = s\n");
  EXPECT_EQ(
      key(asked({{"AWS_PROFILE", "wrok"}}, true)),
      "No AWS credentials: profile \"wrok\" (AWS_PROFILE): it is in neither the config nor the credentials file.");
}

TEST_F(CredentialsChain, RunsACredentialProcess) {
  directory_.file(
      "answer.json",
      R"({"Version":1,"AccessKeyId":"PROCESS","SecretAccessKey":"s","SessionToken":"t","Expiration":"2036-01-02T03:04:05Z"})");
  directory_.file(".aws/config", "[default]\ncredential_process = cat " + directory_.path("answer.json") + "\n");
  const auto answer = asked({});
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_EQ((*answer)->access_key_id, "PROCESS");
  EXPECT_EQ((*answer)->expires, std::chrono::sys_days{std::chrono::year{2036} / 1 / 2} + std::chrono::hours{3} +
                                    std::chrono::minutes{4} + std::chrono::seconds{5});
}

TEST_F(CredentialsChain, StopsAtACredentialProcessThatFails) {
  const StandIn instance;
  directory_.file(".aws/config", "[default]\ncredential_process = false\n");
  const auto answer = asked({{"AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata(instance)}});
  ASSERT_FALSE(answer) << "not the instance's: that is another identity";
  EXPECT_TRUE(answer.error().starts_with("No AWS credentials: profile \"default\" (credential_process): "))
      << answer.error();
}

TEST_F(CredentialsChain, ExchangesAWebIdentityOverTls) {
  const Certificates certificates = make_certificates(directory_);
  StandIn sts{{"--tls", certificates.certificate, certificates.key}};
  const Variable endpoint{"AWS_ENDPOINT_URL_STS", fmt::format("https://localhost:{}", sts.port())};
  const std::string token = directory_.file("token", "web-token");
  const auto answer =
      asked({{"AWS_WEB_IDENTITY_TOKEN_FILE", token}, {"AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/tracker"}}, false,
            certificates.authority);
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_EQ((*answer)->access_key_id, "ASIAWEB1");
  EXPECT_EQ((*answer)->session_token, "token-of-WEB-1");
  EXPECT_TRUE((*answer)->expires);
  EXPECT_EQ(sts.next_request(), fmt::format("POST / localhost:{} ", sts.port()));
}

TEST_F(CredentialsChain, SaysThatAWebIdentityWasRefused) {
  const Certificates certificates = make_certificates(directory_);
  const StandIn sts{{"--tls", certificates.certificate, certificates.key}};
  const Variable endpoint{"AWS_ENDPOINT_URL_STS", fmt::format("https://localhost:{}", sts.port())};
  const std::string token = directory_.file("token", "expired-web-token");
  const auto answer =
      asked({{"AWS_WEB_IDENTITY_TOKEN_FILE", token}, {"AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/tracker"}}, true,
            certificates.authority);
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().find("web identity"), std::string::npos);
  EXPECT_EQ(answer.error().find("expired-web-token"), std::string::npos) << "a secret";
}

TEST_F(CredentialsChain, AssumesARoleWithAnotherProfilesKeys) {
  const Certificates certificates = make_certificates(directory_);
  StandIn sts{{"--tls", certificates.certificate, certificates.key}};
  const Variable endpoint{"AWS_ENDPOINT_URL_STS", fmt::format("https://localhost:{}", sts.port())};
  const Variable region{"AWS_REGION", "us-east-1"};
  directory_.file(".aws/config",
                  "[default]\nrole_arn = arn:aws:iam::123456789012:role/tracker\nsource_profile = base\nregion = "
                  "us-east-1\n[profile base]\naws_access_key_id = BASE\naws_secret_access_key = s\n");
  const auto answer = asked({}, false, certificates.authority);
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_EQ((*answer)->access_key_id, "ASIAROLE1");
  EXPECT_TRUE(sts.next_request().ends_with(" BASE"));
}

TEST_F(CredentialsChain, AsksIdentityCenterWithTheTokenOfItsLogin) {
  const Certificates certificates = make_certificates(directory_);
  StandIn center{{"--tls", certificates.certificate, certificates.key}};
  const Variable endpoint{"AWS_ENDPOINT_URL_SSO", fmt::format("https://localhost:{}", center.port())};
  const Variable home{"HOME", directory_.path()};
  directory_.file(".aws/config",
                  "[default]\nsso_account_id = 123456789012\nsso_role_name = Athlete\nsso_region = "
                  "us-east-1\nsso_start_url = https://club.awsapps.com/start\n");
  // The SHA-1 of the start URL.
  directory_.file(
      ".aws/sso/cache/3ede66c6587e30788289fdd1ce659ceba9d53ad5.json",
      R"({"accessToken":"sso-token","expiresAt":"2036-01-01T00:00:00Z","region":"us-east-1","startUrl":"https://club.awsapps.com/start"})");
  const auto answer = asked({}, false, certificates.authority);
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_EQ((*answer)->access_key_id, "ASIACENTER1");
  EXPECT_TRUE(center.next_request().starts_with("GET /federation/credentials?"));
}

TEST_F(CredentialsChain, SaysThatTheLoginAtIdentityCenterIsMissing) {
  const Variable home{"HOME", directory_.path()};
  directory_.file(".aws/config",
                  "[default]\nsso_account_id = 123456789012\nsso_role_name = Athlete\nsso_region = "
                  "us-east-1\nsso_start_url = https://club.awsapps.com/start\n");
  const auto answer = asked({});
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().find("`aws sso login`"), std::string::npos) << answer.error();
}

TEST_F(CredentialsChain, AsksTheContainer) {
  const StandIn container;
  const std::string token = directory_.file("token", "container-token");
  const auto answer = asked({{"AWS_CONTAINER_CREDENTIALS_FULL_URI", metadata(container) + "/container"},
                             {"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", token}});
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_EQ((*answer)->access_key_id, "ASIACONTAINER1");
  EXPECT_TRUE((*answer)->expires);
}

TEST_F(CredentialsChain, SaysThatTheContainerRefused) {
  const StandIn container;
  const auto answer = asked({{"AWS_CONTAINER_CREDENTIALS_FULL_URI", metadata(container) + "/container"},
                             {"AWS_CONTAINER_AUTHORIZATION_TOKEN", "wrong-token"}});
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().find("container"), std::string::npos);
  EXPECT_EQ(answer.error().find("wrong-token"), std::string::npos) << "a secret";
}

TEST_F(CredentialsChain, AsksTheInstanceLastAndOnlyInVersion2) {
  StandIn instance;
  const auto answer = asked({{"AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata(instance)}});
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_EQ((*answer)->access_key_id, "ASIAINSTANCE1");
  EXPECT_TRUE((*answer)->expires);
  EXPECT_TRUE(instance.next_request().starts_with("PUT /latest/api/token"));
}

TEST_F(CredentialsChain, LeavesTheInstanceAloneWhereThatIsForbidden) {
  const StandIn instance;
  const auto answer =
      asked({{"AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata(instance)}, {"AWS_EC2_METADATA_DISABLED", "TRUE"}});
  EXPECT_EQ(key(answer),
            "No AWS credentials: AWS_ACCESS_KEY_ID is not set, the profile \"default\" has none, neither web identity "
            "nor a container's "
            "credentials are configured, and AWS_EC2_METADATA_DISABLED forbids to ask the instance.");
}

TEST_F(CredentialsChain, TakesPlaceholdersBeforeAnyMetadataService) {
  const StandIn instance;
  const Variables metadata_services{{"AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata(instance)},
                                    {"AWS_CONTAINER_CREDENTIALS_FULL_URI", metadata(instance) + "/container"}};
  EXPECT_EQ(key(asked(metadata_services, true)), placeholder_access_key_id);
  directory_.file(".aws/credentials", "[default]\naws_access_key_id = FROMFILE\naws_secret_access_key = s\n");
  EXPECT_EQ(key(asked(metadata_services, true)), "FROMFILE");
}

// Under load: renewed while requests go on, none fails, and the source is not asked by each.
TEST_F(CredentialsChain, RenewsUnderLoad) {
  const StandIn instance{{"--lifetime", "12"}};  // good for two of them: they are not used in their last ten
  StandIn store;
  const auto transport = transport_to(
      plain_endpoint(store.port()),
      {{"AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata(instance)}, {"HOME", directory_.path()}}, {.connections_max = 4});
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{10};
  std::string signed_with;
  int exchanges = 0;
  while (!signed_with.ends_with("ASIAINSTANCE2") && std::chrono::steady_clock::now() < until) {
    const Answer answer = exchanged(*transport);
    ASSERT_TRUE(answer) << answer.error().message;
    signed_with = store.next_request();
    ++exchanges;
  }
  EXPECT_TRUE(signed_with.ends_with("ASIAINSTANCE2")) << signed_with;
  EXPECT_GT(exchanges, 10);
}

}  // namespace
}  // namespace aws::testing
