// The DynamoDB that DYNAMODB_ENDPOINT names, so that suites run against it too: our endpoint, DynamoDB Local. Every
// test makes a table of its own there, named after DYNAMODB_TABLE_NAME, and deletes it.
#pragma once

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include "aws/crt_transport.h"
#include "aws/endpoint_rules.h"
#include "aws/remote_database.h"
#include "aws/shared_settings.h"
#include "tracker/repository.h"
#include "tracker/testing/run.h"

namespace tracker::testing {

inline std::optional<std::string> variable(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());  // NOLINT(concurrency-mt-unsafe): nobody sets them
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

// Eight hexadecimal digits that no other test has, nor another run: a DynamoDB remembers ClientRequestTokens.
inline std::string unique_digits() {
  static std::atomic<std::uint32_t> next{std::random_device()()};
  return fmt::format("{:08x}", next++);
}

// How late global indexes are in this run of a suite: those of the external store (its --index-delay), or, without one,
// those that the API's suite asks of its own store (it runs a second time so, CMakeLists.txt).
inline std::chrono::milliseconds index_delay() {
  return std::chrono::milliseconds(std::stoi(variable("TT_TEST_INDEX_DELAY_MS").value_or("0")));
}

// nullptr without DYNAMODB_ENDPOINT. One for all tests of the program.
inline dynamodb::Database* external_store() {
  static const std::unique_ptr<dynamodb::Database> database = []() -> std::unique_ptr<dynamodb::Database> {
    if (!variable("DYNAMODB_ENDPOINT")) return nullptr;
    const auto settings = aws::SharedSettings::load(variable, aws::read_shared_files(variable));
    if (!settings) throw std::runtime_error(settings.error());
    const auto choice = aws::choose_endpoint(*settings);
    if (!choice) throw std::runtime_error(choice.error());
    auto transport = aws::make_transport(choice->endpoint, {.environment = variable});
    if (!transport) throw std::runtime_error(transport.error());
    return aws::make_remote_database(*std::move(transport), {.endpoint = choice->endpoint,
                                                             .random = [] { return 0.5; },
                                                             .token = [] { return "test-" + unique_digits(); }});
  }();
  return database.get();
}

// Active when this returns.
inline std::string make_external_table(dynamodb::Database& database, bool guide_only) {
  const std::string table =
      fmt::format("{}-{}", variable("DYNAMODB_TABLE_NAME").value_or("training-tracker-test"), unique_digits());
  const auto created = run(database.create_table({.definition = table_definition(table, guide_only)}));
  if (!created) throw std::runtime_error(created.error().message);
  while (true) {
    const auto described = run(database.describe_table({.table_name = table}));
    if (!described) throw std::runtime_error(described.error().message);
    if (described->table.status == dynamodb::TableStatus::active) return table;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

}  // namespace tracker::testing
