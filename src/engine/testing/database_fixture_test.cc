// The implementation of database_fixture.h; a test file by name, so that it goes into the test program only.
#include "engine/testing/database_fixture.h"

#include <gmock/gmock.h>

#include "engine/embedded_database.h"
#include "engine/embedded_engine.h"
#include "engine/testing/awaited.h"
#include "engine/testing/fault_injection_file_system.h"

// RocksDB 7.8 loses a fresh memtable (in DBImpl::SwitchMemtable) when it cannot make the log that goes with it: a full
// disk, in our tests. By the library's name, since functions are nameless where no symbolizer is installed.
extern "C" const char* __lsan_default_suppressions();  // NOLINT: the sanitizer's name
extern "C" const char* __lsan_default_suppressions() {
  return "leak:librocksdb.so\n";
}

namespace engine::testing {

TestDatabase::TestDatabase(Where where) : where_(where) {
  open();
}

TestDatabase::~TestDatabase() = default;

void TestDatabase::open() {
  Options options;
  if (where_ == Where::disk) {
    options.directory = data_directory();
    options.env = env_.get();
  }
  options.now = [this] { return now(); };
  options.index_delay = index_delay_;
  options.time_to_live_interval = std::chrono::hours(24);  // only when a test says so
  auto opened = EmbeddedDatabase::open(std::move(options));
  if (!opened) throw std::runtime_error(opened.error().message);
  database_ = std::move(*opened);
}

void TestDatabase::open_at(const std::string& directory) {
  database_.reset();
  data_directory_ = directory;
  open();
}

void TestDatabase::reopen() {
  database_.reset();
  open();
}

void TestDatabase::reopen_with_index_delay(std::chrono::milliseconds delay) {
  index_delay_ = delay;
  reopen();
}

void TestDatabase::work_now() {
  dynamic_cast<EmbeddedEngine&>(*database_).background().run_now();
}

dynamodb::Result<dynamodb::WriteItemResult> TestDatabase::put(dynamodb::PutItemRequest request) {
  return awaited(database_->put_item(std::move(request)));
}
dynamodb::Result<dynamodb::WriteItemResult> TestDatabase::update(dynamodb::UpdateItemRequest request) {
  return awaited(database_->update_item(std::move(request)));
}
dynamodb::Result<dynamodb::WriteItemResult> TestDatabase::remove(dynamodb::DeleteItemRequest request) {
  return awaited(database_->delete_item(std::move(request)));
}
dynamodb::Result<dynamodb::BatchWriteItemResult> TestDatabase::batch_write(dynamodb::BatchWriteItemRequest request) {
  return awaited(database_->batch_write_item(std::move(request)));
}
dynamodb::Result<dynamodb::TransactWriteItemsResult> TestDatabase::transact(
    dynamodb::TransactWriteItemsRequest request) {
  return awaited(database_->transact_write_items(std::move(request)));
}
dynamodb::Result<dynamodb::TableResult> TestDatabase::create_table(dynamodb::TableDefinition definition) {
  return awaited(database_->create_table({std::move(definition)}));
}
dynamodb::Result<dynamodb::TableResult> TestDatabase::describe_table(std::string name) {
  return awaited(database_->describe_table({std::move(name)}));
}
dynamodb::Result<dynamodb::TableResult> TestDatabase::delete_table(std::string name) {
  return awaited(database_->delete_table({std::move(name)}));
}
dynamodb::Result<dynamodb::TableResult> TestDatabase::update_table(dynamodb::UpdateTableRequest request) {
  return awaited(database_->update_table(std::move(request)));
}
dynamodb::Result<dynamodb::UpdateTimeToLiveResult> TestDatabase::update_time_to_live(
    dynamodb::UpdateTimeToLiveRequest request) {
  return awaited(database_->update_time_to_live(std::move(request)));
}
dynamodb::Result<dynamodb::ListTablesResult> TestDatabase::list_tables(dynamodb::ListTablesRequest request) {
  return awaited(database_->list_tables(std::move(request)));
}
dynamodb::Result<std::optional<std::int64_t>> TestDatabase::partition_item_count(
    std::string table, std::string index, dynamodb::AttributeValue partition_key) {
  return awaited(database_->partition_item_count(std::move(table), std::move(index), std::move(partition_key)));
}
dynamodb::Result<dynamodb::PageResult> TestDatabase::query(dynamodb::QueryRequest request) {
  return awaited(database_->query(std::move(request)));
}

std::optional<dynamodb::Item> TestDatabase::get(const std::string& table, dynamodb::Key key) {
  dynamodb::GetItemRequest request;
  request.table_name = table;
  request.key = std::move(key);
  const auto result = awaited(database_->get_item(std::move(request)));
  if (!result) throw std::runtime_error(result.error().message);
  if (!result->item) return std::nullopt;
  return result->item->decode();
}

dynamodb::TableDefinition log_table() {
  using dynamodb::ScalarType;
  dynamodb::TableDefinition table;
  table.name = "Log";
  table.billing_mode = dynamodb::BillingMode::pay_per_request;
  table.attribute_definitions = {{"PK", ScalarType::string},    {"SK", ScalarType::string},
                                 {"Owner", ScalarType::string}, {"Date", ScalarType::string},
                                 {"Name", ScalarType::string},  {"Score", ScalarType::number}};
  table.key_schema = {.partition_key = "PK", .sort_key = "SK"};
  dynamodb::IndexDefinition by_date;
  by_date.name = "ByDate";
  by_date.key_schema = {.partition_key = "Owner", .sort_key = "Date"};
  dynamodb::IndexDefinition by_name;
  by_name.name = "ByName";
  by_name.key_schema = {.partition_key = "Name", .sort_key = std::nullopt};
  by_name.projection.type = dynamodb::ProjectionType::keys_only;
  dynamodb::IndexDefinition by_score;
  by_score.name = "ByScore";
  by_score.key_schema = {.partition_key = "PK", .sort_key = "Score"};
  by_score.projection = {.type = dynamodb::ProjectionType::include, .non_key_attributes = {"Note"}};
  table.global_secondary_indexes = {by_date, by_name};
  table.local_secondary_indexes = {by_score};
  return table;
}

dynamodb::Item item(const std::string& pk, const std::string& sk, dynamodb::AttributeMap more) {
  more.insert_or_assign("PK", pk);
  more.insert_or_assign("SK", sk);
  return more;
}

dynamodb::AttributeValue number(std::int64_t value) {
  return dynamodb::Number(value);
}

void DatabaseTest::SetUp() {
  const auto created = database_.create_table(log_table());
  ASSERT_TRUE(created) << created.error().message;
}

void DatabaseTest::TearDown() {
  EXPECT_THAT(verify_consistency(database_.database()), ::testing::IsEmpty());
}

}  // namespace engine::testing
