// Which store, which table, which directory: decided from flags and environment, with the reason in words.
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cli {

enum class StoreKind { embedded, memory, dynamodb };

// Flags that mean the same for every command.
struct StoreFlags {
  std::optional<std::string> store;  // "embedded", "memory" or "dynamodb"
  std::optional<std::string> data_directory;
  std::optional<std::string> table_name;
};

using Environment = std::function<std::optional<std::string>(std::string_view name)>;
// The process's own environment; an empty variable counts as absent.
[[nodiscard]] Environment process_environment();

struct StoreChoice {
  StoreKind kind = StoreKind::embedded;
  std::string table_name;
  std::string data_directory;  // embedded only
  std::string endpoint;        // dynamodb only; empty: AWS itself
  std::string region;
  std::string reason;  // "because DYNAMODB_ENDPOINT is set", for the first log line
};

// DYNAMODB_ENDPOINT set: that endpoint. AWS_REGION and DYNAMODB_TABLE_NAME both set: AWS. Otherwise embedded, in
// $XDG_DATA_HOME/training-tracker. A flag beats the environment. The error is one sentence (wrong usage).
[[nodiscard]] std::expected<StoreChoice, std::string> choose_store(const StoreFlags& flags,
                                                                   const Environment& environment);

// "embedded store in /home/me/.local/share/training-tracker, table training-tracker (because …)"
[[nodiscard]] std::string describe(const StoreChoice& choice);

// Where the tables of `training-tracker dynamodb` are: the flag, or $XDG_DATA_HOME/training-tracker-dynamodb. Never the
// tracker's own store, unless the flag says so. Error: one sentence.
[[nodiscard]] std::expected<std::string, std::string> dynamodb_directory(const std::optional<std::string>& flag,
                                                                         const Environment& environment);
// AWS_REGION, AWS_DEFAULT_REGION or us-east-1, for ARNs and signatures.
[[nodiscard]] std::string aws_region(const Environment& environment);

struct ListenAddress {
  std::string address;  // without brackets
  std::uint16_t port = 0;
};
// "127.0.0.1:8080", "[::1]:8080", "localhost:0", ":8080" is refused (it would be every interface). Error: one sentence.
[[nodiscard]] std::expected<ListenAddress, std::string> parse_listen_address(std::string_view text);

}  // namespace cli
