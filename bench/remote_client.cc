// How many GetItem a second the remote store's client gets answered, alone.
//   remote_client TABLE STORED CONNECTIONS SECONDS        (DYNAMODB_ENDPOINT says where)
// Asks for ATHLETE#…/SESSION#… of dynamodb_requests.py's first STORED items, and prints the rate.
#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "aws/crt_transport.h"
#include "aws/endpoint_rules.h"
#include "aws/remote_database.h"
#include "aws/shared_settings.h"

namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;

constexpr std::uint64_t athletes = 100;

dynamodb::Key key(std::uint64_t number) {
  return {{"PK", fmt::format("ATHLETE#{:04d}", number % athletes)}, {"SK", fmt::format("SESSION#{:08d}", number)}};
}

struct Run {
  dynamodb::Database& database;
  std::string table;
  std::uint64_t stored;
  Clock::time_point end;
  std::uint64_t next = 0;
  std::uint64_t answered = 0;
};

asio::awaitable<void> ask(Run& run) {
  while (Clock::now() < run.end) {
    constexpr std::uint64_t stride = 7919;  // a prime, so that neighbours are not asked for in turn
    dynamodb::GetItemRequest request;
    request.table_name = run.table;
    request.key = key(run.next++ * stride % run.stored);
    const auto got = co_await run.database.get_item(std::move(request));
    if (!got) throw std::runtime_error(got.error().message);
    if (!got->item) throw std::runtime_error("an item is not there");
    ++run.answered;
  }
}

double rate(const std::string& table, std::uint64_t stored, int connections, double seconds) {
  const aws::Environment environment = [](std::string_view name) -> std::optional<std::string> {
    const char* value = std::getenv(std::string(name).c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  };
  const auto settings = aws::SharedSettings::load(environment, aws::read_shared_files(environment));
  if (!settings) throw std::runtime_error(settings.error());
  const auto choice = aws::choose_endpoint(*settings);
  if (!choice) throw std::runtime_error(choice.error());
  auto transport = aws::make_transport(choice->endpoint, {.environment = environment});
  if (!transport) throw std::runtime_error(transport.error());
  const auto database = aws::make_remote_database(
      *std::move(transport),
      {.endpoint = choice->endpoint, .random = [] { return 0.5; }, .token = [] { return std::string("bench"); }});

  asio::io_context context(1);
  const auto began = Clock::now();
  Run run{.database = *database,
          .table = table,
          .stored = stored,
          .end = began + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds))};
  for (int count = 0; count < connections; ++count) {
    asio::co_spawn(context, ask(run), [](const std::exception_ptr& thrown) {
      if (thrown) std::rethrow_exception(thrown);
    });
  }
  context.run();
  return static_cast<double>(run.answered) / std::chrono::duration<double>(Clock::now() - began).count();
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 5) {
    fmt::print(stderr, "usage: remote_client TABLE STORED CONNECTIONS SECONDS\n");
    return 2;
  }
  try {
    fmt::print("{}\n", rate(arguments[1], std::strtoull(arguments[2], nullptr, 10), std::atoi(arguments[3]),
                            std::atof(arguments[4])));
  } catch (const std::exception& exception) {
    fmt::print(stderr, "{}\n", exception.what());
    return 1;
  }
  return 0;
}
