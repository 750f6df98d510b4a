#include "cli/configuration.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>

namespace cli {
namespace {

constexpr std::string_view default_table_name = "training-tracker";
constexpr std::string_view default_region = "us-east-1";

// `name` in the user's folder for data.
std::expected<std::string, std::string> default_directory(std::string_view name, const Environment& environment) {
  // A relative XDG path is to be ignored, says the XDG Base Directory Specification.
  if (const auto base = environment("XDG_DATA_HOME"); base && base->starts_with('/'))
    return fmt::format("{}/{}", *base, name);
  if (const auto home = environment("HOME")) return fmt::format("{}/.local/share/{}", *home, name);
  return std::unexpected(
      "Neither XDG_DATA_HOME nor HOME is set; say where the data shall be with --data-dir DIRECTORY.");
}

std::expected<StoreKind, std::string> named_kind(const std::string& name) {
  if (name == "embedded") return StoreKind::embedded;
  if (name == "memory") return StoreKind::memory;
  if (name == "dynamodb") return StoreKind::dynamodb;
  return std::unexpected(fmt::format("--store {} is not known; it is embedded, memory or dynamodb.", name));
}

struct KindAndReason {
  StoreKind kind;
  std::string reason;
};

std::expected<KindAndReason, std::string> choose_kind(const StoreFlags& flags, const Environment& environment) {
  if (flags.store) {
    const auto kind = named_kind(*flags.store);
    if (!kind) return std::unexpected(kind.error());
    if (flags.data_directory && *kind != StoreKind::embedded) {
      return std::unexpected(
          fmt::format("--data-dir belongs to the embedded store; it does not go with --store {}.", *flags.store));
    }
    return KindAndReason{*kind, "because of --store"};
  }
  if (flags.data_directory) return KindAndReason{StoreKind::embedded, "because of --data-dir"};
  if (environment("DYNAMODB_ENDPOINT")) return KindAndReason{StoreKind::dynamodb, "because DYNAMODB_ENDPOINT is set"};
  if (environment("AWS_REGION") && environment("DYNAMODB_TABLE_NAME")) {
    return KindAndReason{StoreKind::dynamodb,
                         "because AWS_REGION and DYNAMODB_TABLE_NAME are set and DYNAMODB_ENDPOINT is not"};
  }
  return KindAndReason{StoreKind::embedded,
                       "because neither DYNAMODB_ENDPOINT nor both of AWS_REGION and DYNAMODB_TABLE_NAME are set"};
}

}  // namespace

Environment process_environment() {
  return [](std::string_view name) -> std::optional<std::string> {
    const char* value = std::getenv(std::string(name).c_str());
    if (value == nullptr || *value == '\0') return std::nullopt;
    return std::string(value);
  };
}

std::expected<StoreChoice, std::string> choose_store(const StoreFlags& flags, const Environment& environment) {
  auto kind = choose_kind(flags, environment);
  if (!kind) return std::unexpected(kind.error());
  StoreChoice choice;
  choice.kind = kind->kind;
  choice.reason = std::move(kind->reason);
  choice.table_name =
      flags.table_name.value_or(environment("DYNAMODB_TABLE_NAME").value_or(std::string(default_table_name)));
  choice.region = aws_region(environment);
  if (choice.kind == StoreKind::dynamodb) choice.endpoint = environment("DYNAMODB_ENDPOINT").value_or("");
  if (choice.kind == StoreKind::embedded) {
    std::expected<std::string, std::string> directory =
        flags.data_directory ? *flags.data_directory : default_directory("training-tracker", environment);
    if (!directory) return std::unexpected(directory.error());
    choice.data_directory = *std::move(directory);
  }
  return choice;
}

std::string describe(const StoreChoice& choice) {
  std::string where;
  switch (choice.kind) {
    case StoreKind::embedded:
      where = "embedded store in " + choice.data_directory;
      break;
    case StoreKind::memory:
      where = "store in memory, gone when this process ends";
      break;
    case StoreKind::dynamodb:
      where = choice.endpoint.empty() ? "AWS DynamoDB in region " + choice.region
                                      : fmt::format("DynamoDB at {}, region {}", choice.endpoint, choice.region);
      break;
  }
  return fmt::format("{}, table {} ({})", where, choice.table_name, choice.reason);
}

std::expected<std::string, std::string> dynamodb_directory(const std::optional<std::string>& flag,
                                                           const Environment& environment) {
  return flag ? *flag : default_directory("training-tracker-dynamodb", environment);
}

std::string aws_region(const Environment& environment) {
  if (auto region = environment("AWS_REGION")) return *std::move(region);
  return environment("AWS_DEFAULT_REGION").value_or(std::string(default_region));
}

std::expected<ListenAddress, std::string> parse_listen_address(std::string_view text) {
  const auto refuse = [&] {
    return std::unexpected(
        fmt::format("'{}' is not an address to listen on; it is ADDRESS:PORT, as in 127.0.0.1:8080 or [::1]:8080, "
                    "port 0 to 65535 (0 takes a free one).",
                    text));
  };
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return refuse();
  auto address = text.substr(0, colon);
  const auto port_text = text.substr(colon + 1);
  if (address.starts_with('[') && address.ends_with(']')) {
    address = address.substr(1, address.size() - 2);
  } else if (address.find(':') != std::string_view::npos) {
    return refuse();
  }
  ListenAddress result;
  const auto parsed = std::from_chars(port_text.data(), port_text.data() + port_text.size(), result.port);
  if (address.empty() || port_text.empty() || parsed.ec != std::errc() ||
      parsed.ptr != port_text.data() + port_text.size())
    return refuse();
  result.address = address;
  return result;
}

}  // namespace cli
