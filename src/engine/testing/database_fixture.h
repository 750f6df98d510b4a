// An embedded database for tests of the port's contract, in memory and on disk alike, with a clock of its own. The
// members wait for the port's coroutines, so that the tests need no Asio.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

#include "dynamodb/attribute_value.h"
#include "dynamodb/requests.h"
#include "dynamodb/table_requests.h"
#include "engine/testing/temporary_directory.h"

namespace engine {
class EmbeddedDatabase;
}

namespace rocksdb {
class Env;
}

namespace engine::testing {

class FaultInjectionFileSystem;

enum class Where { memory, disk };

class TestDatabase {
 public:
  explicit TestDatabase(Where where);
  ~TestDatabase();

  // Closes and opens again; on disk only.
  void reopen();
  // The same, with Options::index_delay.
  void reopen_with_index_delay(std::chrono::milliseconds delay);
  // Closes, and opens another directory.
  void open_at(const std::string& directory);
  void advance(std::chrono::milliseconds duration) { now_ = now() + duration; }
  [[nodiscard]] std::chrono::sys_time<std::chrono::milliseconds> now() const { return now_; }
  // Has the background work done that is due: filling, deleting what has expired.
  void work_now();
  [[nodiscard]] EmbeddedDatabase& database() { return *database_; }
  [[nodiscard]] const TemporaryDirectory& directory() const { return directory_; }
  [[nodiscard]] const std::string& data_directory() const { return data_directory_; }

  dynamodb::Result<dynamodb::WriteItemResult> put(dynamodb::PutItemRequest request);
  dynamodb::Result<dynamodb::WriteItemResult> update(dynamodb::UpdateItemRequest request);
  dynamodb::Result<dynamodb::WriteItemResult> remove(dynamodb::DeleteItemRequest request);
  dynamodb::Result<dynamodb::BatchWriteItemResult> batch_write(dynamodb::BatchWriteItemRequest request);
  dynamodb::Result<dynamodb::TransactWriteItemsResult> transact(dynamodb::TransactWriteItemsRequest request);
  dynamodb::Result<dynamodb::TableResult> create_table(dynamodb::TableDefinition definition);
  dynamodb::Result<dynamodb::TableResult> describe_table(std::string name);
  dynamodb::Result<dynamodb::TableResult> delete_table(std::string name);
  dynamodb::Result<dynamodb::TableResult> update_table(dynamodb::UpdateTableRequest request);
  dynamodb::Result<dynamodb::UpdateTimeToLiveResult> update_time_to_live(dynamodb::UpdateTimeToLiveRequest request);
  dynamodb::Result<dynamodb::ListTablesResult> list_tables(dynamodb::ListTablesRequest request);
  dynamodb::Result<std::optional<std::int64_t>> partition_item_count(std::string table, std::string index,
                                                                     dynamodb::AttributeValue partition_key);
  dynamodb::Result<dynamodb::PageResult> query(dynamodb::QueryRequest request);
  // nullopt: there is none. A read that fails throws.
  std::optional<dynamodb::Item> get(const std::string& table, dynamodb::Key key);

 private:
  void open();

  Where where_;
  TemporaryDirectory directory_;
  TemporaryDirectory aside_;
  // Real files, without waiting for the device.
  std::shared_ptr<FaultInjectionFileSystem> files_;
  std::unique_ptr<rocksdb::Env> env_;
  std::string data_directory_ = directory_.path("data");
  // The background work looks at it too.
  std::atomic<std::chrono::sys_time<std::chrono::milliseconds>> now_{
      std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
  std::chrono::milliseconds index_delay_{0};
  std::unique_ptr<EmbeddedDatabase> database_;
};

// The table "Log": PK, SK; the global indexes ByDate (Owner, Date; all) and ByName (Name; keys only), and the local
// index ByScore (PK, Score; includes Note).
[[nodiscard]] dynamodb::TableDefinition log_table();

// {"PK": pk, "SK": sk} and more.
[[nodiscard]] dynamodb::Item item(const std::string& pk, const std::string& sk, dynamodb::AttributeMap more = {});
[[nodiscard]] dynamodb::AttributeValue number(std::int64_t value);

// A suite that runs on both, with the table "Log" in it. Afterwards every index and every count must be right.
class DatabaseTest : public ::testing::TestWithParam<Where> {
 protected:
  void SetUp() override;
  void TearDown() override;

  TestDatabase database_{GetParam()};
};

#define ENGINE_INSTANTIATE(Suite)                                                                         \
  INSTANTIATE_TEST_SUITE_P(                                                                               \
      Stores, Suite, ::testing::Values(::engine::testing::Where::memory, ::engine::testing::Where::disk), \
      [](const auto& store) { return store.param == ::engine::testing::Where::memory ? "memory" : "disk"; })

}  // namespace engine::testing
