#include "aws/endpoint_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

namespace aws {
namespace {

constexpr std::string_view default_region = "us-east-1";
constexpr std::string_view local_region = "local";

// What a region's name begins with, and the domains there. https://docs.aws.amazon.com/whitepapers/latest/
// aws-fault-isolation-boundaries/partitions.html; the names are those of botocore's partitions.json.
struct Partition {
  std::string_view region_prefix;
  std::string_view suffix;
  std::string_view dual_stack_suffix;
};
constexpr Partition partitions[] = {
    {"cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"},
    {"us-gov-", "amazonaws.com", "api.aws"},
    {"eusc-", "amazonaws.eu", "api.amazonwebservices.eu"},
    {"us-iso-", "c2s.ic.gov", "api.aws.ic.gov"},
    {"us-isob-", "sc2s.sgov.gov", "api.aws.scloud"},
    {"eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"},
    {"us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"},
    {"", "amazonaws.com", "api.aws"},
};

const Partition& partition_of(std::string_view region) {
  return *std::ranges::find_if(
      partitions, [region](const Partition& partition) { return region.starts_with(partition.region_prefix); });
}

// A value and who says it, for error texts.
struct Said {
  std::string value;
  std::string by;
};

bool is_true(const std::optional<std::string>& value) {
  constexpr std::string_view yes = "true";
  return value &&
         std::ranges::equal(*value, yes, [](unsigned char left, char right) { return std::tolower(left) == right; });
}
// A switch of the environment, or of the profile.
bool is_on(const SharedSettings& settings, std::string_view variable, const std::string& setting) {
  const auto value = settings.variable(variable);
  return is_true(value ? value : settings.profile(setting));
}

std::optional<Said> configured_url(const SharedSettings& settings) {
  if (auto url = settings.variable("DYNAMODB_ENDPOINT")) return Said{*std::move(url), "DYNAMODB_ENDPOINT"};
  if (is_on(settings, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")) return std::nullopt;
  for (const char* variable : {"AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL"}) {
    if (auto url = settings.variable(variable)) return Said{*std::move(url), variable};
  }
  const std::string profile = "the profile " + settings.profile_name();
  if (auto url = settings.dynamodb_service("endpoint_url")) return Said{*std::move(url), profile};
  if (auto url = settings.profile("endpoint_url")) return Said{*std::move(url), profile};
  return std::nullopt;
}

std::optional<Said> configured_region(const SharedSettings& settings) {
  for (const char* variable : {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
    if (auto region = settings.variable(variable)) return Said{*std::move(region), variable};
  }
  if (auto region = settings.profile("region")) {
    return Said{*std::move(region), "the region of the profile " + settings.profile_name()};
  }
  return std::nullopt;
}

// It becomes a part of a host's name.
bool is_host_label(std::string_view text) {
  constexpr std::size_t label_bytes_max = 63;
  return !text.empty() && text.size() <= label_bytes_max && text.front() != '-' && text.back() != '-' &&
         std::ranges::all_of(text, [](unsigned char letter) { return std::isalnum(letter) != 0 || letter == '-'; });
}

bool is_host(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char letter) {
    return std::isalnum(letter) != 0 || letter == '-' || letter == '.' || letter == '_';
  });
}
bool is_ipv6(std::string_view text) {
  return text.find(':') != std::string_view::npos && std::ranges::all_of(text, [](unsigned char letter) {
           return std::isxdigit(letter) != 0 || letter == ':' || letter == '.';
         });
}

struct HostAndPort {
  std::string_view host;
  std::string_view port;  // empty: the scheme's own
};
std::optional<HostAndPort> split(std::string_view authority) {
  if (authority.starts_with('[')) {
    const auto end = authority.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view host = authority.substr(1, end - 1);
    const std::string_view rest = authority.substr(end + 1);
    if (!is_ipv6(host) || (!rest.empty() && !rest.starts_with(':'))) return std::nullopt;
    return HostAndPort{host, rest.empty() ? rest : rest.substr(1)};
  }
  const auto colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  if (!is_host(host)) return std::nullopt;
  return HostAndPort{host, colon == std::string_view::npos ? std::string_view() : authority.substr(colon + 1)};
}

std::expected<Endpoint, std::string> parse_url(const Said& said) {
  const auto refuse = [&said] {
    return std::unexpected(fmt::format(
        "'{}', which {} says, is not the address of a DynamoDB; write it as http://localhost:8000 (http or https, a "
        "host, a port, and no path).",
        said.value, said.by));
  };
  constexpr std::uint16_t http_port = 80;
  std::string_view rest = said.value;
  Endpoint endpoint;
  if (rest.starts_with("http://")) {
    endpoint.tls = false;
    endpoint.port = http_port;
    rest.remove_prefix(std::string_view("http://").size());
  } else if (rest.starts_with("https://")) {
    rest.remove_prefix(std::string_view("https://").size());
  } else {
    return refuse();
  }
  if (rest.ends_with('/')) rest.remove_suffix(1);
  const auto parts = split(rest);
  if (!parts) return refuse();
  endpoint.host = parts->host;
  const bool has_colon = rest.ends_with(':');
  if (parts->port.empty()) return has_colon ? std::expected<Endpoint, std::string>(refuse()) : endpoint;
  const std::string_view port = parts->port;
  const auto parsed = std::from_chars(port.data(), port.data() + port.size(), endpoint.port);
  if (parsed.ec != std::errc() || parsed.ptr != port.data() + port.size() || endpoint.port == 0) return refuse();
  return endpoint;
}

struct Variants {
  bool dual_stack = false;
  bool fips = false;
};

std::expected<void, std::string> allow_no_variant(const Variants& variants, const std::string& beside) {
  if (variants.fips) {
    return std::unexpected(fmt::format("AWS_USE_FIPS_ENDPOINT does not go with {}: there is no such variant.", beside));
  }
  if (variants.dual_stack) {
    return std::unexpected(
        fmt::format("AWS_USE_DUALSTACK_ENDPOINT does not go with {}: there is no such variant.", beside));
  }
  return {};
}

// "123456789012" where AWS's own endpoints of one account are to be used. Only beside keys in the environment: that is
// the one source of credentials whose account is known before they are asked for.
std::expected<std::optional<std::string>, std::string> account_of(const SharedSettings& settings,
                                                                  const Variants& variants,
                                                                  const Partition& partition) {
  const auto given = settings.variable("AWS_ACCOUNT_ID_ENDPOINT_MODE");
  const std::string mode = given ? *given : settings.profile("account_id_endpoint_mode").value_or("preferred");
  const bool is_possible = !variants.fips && &partition == std::prev(std::end(partitions));
  auto account = settings.variable("AWS_ACCESS_KEY_ID") ? settings.variable("AWS_ACCOUNT_ID") : std::nullopt;
  if (mode == "required" && (!is_possible || !account)) {
    return std::unexpected(
        "AWS_ACCOUNT_ID_ENDPOINT_MODE is 'required', which needs AWS_ACCOUNT_ID beside AWS_ACCESS_KEY_ID, a region of "
        "the public partition, and no FIPS endpoint.");
  }
  if (mode == "disabled" || !is_possible || !account || !is_host_label(*account)) return std::nullopt;
  return account;
}

std::expected<Endpoint, std::string> regional(const SharedSettings& settings, const std::string& region,
                                              const Variants& variants) {
  const Partition& partition = partition_of(region);
  const auto account = account_of(settings, variants, partition);
  if (!account) return std::unexpected(account.error());
  const std::string_view suffix = variants.dual_stack ? partition.dual_stack_suffix : partition.suffix;
  Endpoint endpoint;
  endpoint.region = region;
  if (*account) {
    endpoint.host = fmt::format("{}.ddb.{}.{}", **account, region, suffix);
  } else {
    // The plain names of that partition are FIPS's.
    const bool is_named = variants.fips && (variants.dual_stack || !region.starts_with("us-gov-"));
    endpoint.host = fmt::format("dynamodb{}.{}.{}", is_named ? "-fips" : "", region, suffix);
  }
  return endpoint;
}

Endpoint local() {
  constexpr std::uint16_t port = 8000;
  return {.tls = false, .host = "localhost", .port = port, .region = std::string(default_region)};
}

bool belongs_to_aws(std::string_view host) {
  return std::ranges::any_of(partitions, [host](const Partition& partition) {
    return host.ends_with(fmt::format(".{}", partition.suffix)) ||
           host.ends_with(fmt::format(".{}", partition.dual_stack_suffix));
  });
}

}  // namespace

std::expected<EndpointChoice, std::string> choose_endpoint(const SharedSettings& settings) {
  const Variants variants{.dual_stack = is_on(settings, "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
                          .fips = is_on(settings, "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")};
  const auto region = configured_region(settings);
  if (region && !is_host_label(region->value)) {
    return std::unexpected(
        fmt::format("'{}', which {} says, is not a region; one is us-east-1.", region->value, region->by));
  }
  const bool is_local = region && region->value == local_region;
  if (const auto url = configured_url(settings)) {
    auto endpoint = parse_url(*url);
    if (!endpoint) return std::unexpected(endpoint.error());
    if (auto allowed = allow_no_variant(variants, url->by); !allowed) return std::unexpected(allowed.error());
    endpoint->region = region && !is_local ? region->value : std::string(default_region);
    // AWS's own knows no placeholders; there the chain of credentials says what is missing.
    endpoint->placeholder_keys =
        url->by == "DYNAMODB_ENDPOINT" && !settings.has_credentials() && !belongs_to_aws(endpoint->host);
    return EndpointChoice{.endpoint = *std::move(endpoint), .said_by = url->by};
  }
  if (!region) {
    return std::unexpected(
        "No region is known; set AWS_REGION (AWS_REGION=us-east-1), or DYNAMODB_ENDPOINT for a DynamoDB of your own.");
  }
  if (is_local) {
    if (auto allowed = allow_no_variant(variants, region->by + "=local"); !allowed)
      return std::unexpected(allowed.error());
    return EndpointChoice{.endpoint = local(), .said_by = region->by + "=local"};
  }
  auto endpoint = regional(settings, region->value, variants);
  if (!endpoint) return std::unexpected(endpoint.error());
  return EndpointChoice{.endpoint = *std::move(endpoint), .said_by = ""};
}

}  // namespace aws
