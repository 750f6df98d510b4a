// The embedded engine alone: reads on one thread, and durable puts (each answered after its sync) by many clients.
// The directory is made under TMPDIR, which should be on the disk to be measured.
#include <benchmark/benchmark.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <memory>
#include <string>

#include "engine/embedded_database.h"
#include "engine/testing/awaited.h"
#include "engine/testing/temporary_directory.h"

namespace {

using dynamodb::AttributeValue;
using engine::testing::awaited;

constexpr std::int64_t partitions = 100;
constexpr std::int64_t items_per_partition = 100;
constexpr std::int64_t puts_per_client = 50;
constexpr std::size_t note_bytes = 400;

std::string padded(std::int64_t number) {
  const auto digits = std::to_string(number);
  return std::string(8 - std::min<std::size_t>(8, digits.size()), '0') + digits;
}

dynamodb::Item make_item(std::int64_t partition, std::int64_t sort) {
  dynamodb::Item item;
  item.emplace("PK", "ATHLETE#" + padded(partition));
  item.emplace("SK", "SESSION#" + padded(sort));
  item.emplace("GSI1PK", "SESSIONS");
  item.emplace("GSI1SK", "2026-11-23#" + padded(partition * items_per_partition + sort));
  item.emplace("Notes", std::string(note_bytes, 'n'));
  return item;
}

dynamodb::TableDefinition table() {
  using dynamodb::ScalarType;
  dynamodb::TableDefinition definition;
  definition.name = "Bench";
  definition.billing_mode = dynamodb::BillingMode::pay_per_request;
  definition.attribute_definitions = {{.name = "PK", .type = ScalarType::string},
                                      {.name = "SK", .type = ScalarType::string},
                                      {.name = "GSI1PK", .type = ScalarType::string},
                                      {.name = "GSI1SK", .type = ScalarType::string}};
  definition.key_schema = {.partition_key = "PK", .sort_key = "SK"};
  definition.global_secondary_indexes = {{.name = "GSI1",
                                          .key_schema = {.partition_key = "GSI1PK", .sort_key = "GSI1SK"},
                                          .projection = {},
                                          .provisioned_throughput = {}}};
  return definition;
}

// A store on disk with the table in it, and items where `filled`.
class Store {
 public:
  explicit Store(bool filled) {
    engine::Options options;
    options.directory = directory_.path("data");
    database_ = std::move(engine::EmbeddedDatabase::open(options).value());
    awaited(database_->create_table({.definition = table()})).value();
    if (filled) fill();
  }
  [[nodiscard]] engine::EmbeddedDatabase& database() { return *database_; }

 private:
  void fill() {
    for (std::int64_t partition = 0; partition < partitions; ++partition) {
      for (std::int64_t sort = 0; sort < items_per_partition; sort += 25) {
        dynamodb::BatchWriteItemRequest request;
        auto& writes = request.request_items["Bench"];
        for (auto item = sort; item < sort + 25; ++item) {
          writes.emplace_back(dynamodb::PutRequest{make_item(partition, item)});
        }
        awaited(database_->batch_write_item(std::move(request))).value();
      }
    }
  }

  engine::testing::TemporaryDirectory directory_;
  std::unique_ptr<engine::EmbeddedDatabase> database_;
};

// One call, awaited; the asio part costs about as much in every benchmark here.
void point_read(benchmark::State& state) {
  Store store(true);
  std::int64_t next = 0;
  for (auto _ : state) {
    dynamodb::GetItemRequest request;
    request.table_name = "Bench";
    const auto item = make_item(next % partitions, (next * 37) % items_per_partition);
    ++next;
    request.key.emplace("PK", item.at("PK"));
    request.key.emplace("SK", item.at("SK"));
    benchmark::DoNotOptimize(awaited(store.database().get_item(std::move(request))).value());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(point_read);

void range_of_100(benchmark::State& state) {
  Store store(true);
  std::int64_t next = 0;
  for (auto _ : state) {
    dynamodb::QueryRequest request;
    request.table_name = "Bench";
    request.key_condition_expression = "PK = :pk AND begins_with(SK, :sk)";
    request.attributes.values.emplace();
    request.attributes.values->emplace(":pk", make_item(next++ % partitions, 0).at("PK"));
    request.attributes.values->emplace(":sk", AttributeValue("SESSION#"));
    const auto page = awaited(store.database().query(std::move(request))).value();
    if (page.count != items_per_partition) state.SkipWithError("wrong count");
  }
  state.SetItemsProcessed(state.iterations() * items_per_partition);
}
BENCHMARK(range_of_100);

boost::asio::awaitable<void> put_many(engine::EmbeddedDatabase& database, std::int64_t partition, std::int64_t first) {
  for (std::int64_t put = 0; put < puts_per_client; ++put) {
    dynamodb::PutItemRequest request;
    request.table_name = "Bench";
    request.item = make_item(partition, first + put);
    (co_await database.put_item(std::move(request))).value();
  }
}

// Argument: how many clients, each with one put under way at any time.
void durable_puts(benchmark::State& state) {
  Store store(false);
  std::int64_t first = 0;
  for (auto _ : state) {
    boost::asio::io_context context;
    for (std::int64_t client = 0; client < state.range(0); ++client) {
      boost::asio::co_spawn(context, put_many(store.database(), client, first), [](const std::exception_ptr& thrown) {
        if (thrown) std::rethrow_exception(thrown);
      });
    }
    context.run();
    first += puts_per_client;
  }
  state.SetItemsProcessed(state.iterations() * state.range(0) * puts_per_client);
}
BENCHMARK(durable_puts)->Arg(1)->Arg(16)->Arg(64)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
