#include "engine/writer.h"

#include <gmock/gmock.h>

#include <future>

#include "dynamodb/errors.h"
#include "engine/operations.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/fault_injection_file_system.h"
#include "engine/testing/requests.h"
#include "engine/write_operations.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;
using dynamodb::WriteItemResult;

struct Nothing {};

// The answer of an operation, to wait for.
template <class Answer, class Request>
std::future<dynamodb::Result<Answer>> started(void (*operation)(Writer&, const Request&, OnDone<Answer>),
                                              Writer& writer, const Request& request) {
  auto promise = std::make_shared<std::promise<dynamodb::Result<Answer>>>();
  auto future = promise->get_future();
  operation(writer, request, [promise](dynamodb::Result<Answer> answer) { promise->set_value(std::move(answer)); });
  return future;
}

class WriterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Options options;
    options.directory = directory_.path("data");
    options.env = env_.get();
    options.on_event = [this](const std::string& line) { events_ += line + "\n"; };
    auto opened = Storage::open(options);
    ASSERT_TRUE(opened) << opened.error().message;
    storage_ = std::move(*opened);
    writer_ = std::make_unique<Writer>(*storage_);
    ASSERT_TRUE(started(create_table, *writer_, {log_table()}).get());
  }

  dynamodb::Result<WriteItemResult> put(const std::string& sk) {
    return started(put_item, *writer_, put_request(item("a", sk))).get();
  }
  bool has(const std::string& sk) {
    dynamodb::GetItemRequest request;
    request.table_name = "Log";
    request.key = item("a", sk);
    const auto result = get_item(*storage_, request);
    EXPECT_TRUE(result);
    return result && result->item;
  }
  // Until writes are taken again.
  bool recovers() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < deadline) {
      if (put("probe")) return true;
      std::this_thread::yield();
    }
    return false;
  }
  // Keeps the writer busy until the returned promise is kept, so that what comes meanwhile is queued.
  std::promise<void> hold_writer() {
    std::promise<void> release;
    auto entered = std::make_shared<std::promise<void>>();
    auto until = std::make_shared<std::future<void>>(release.get_future());
    writer_->submit<Nothing>(
        WriteKind::items, 0,
        [entered, until](const WriteState&) -> Decision<Nothing> {
          entered->set_value();
          until->wait();
          return {};
        },
        [](const dynamodb::Result<Nothing>&) {});
    entered->get_future().wait();
    return release;
  }

  TemporaryDirectory directory_;
  TemporaryDirectory aside_;
  std::shared_ptr<FaultInjectionFileSystem> faults_ = std::make_shared<FaultInjectionFileSystem>(aside_.path());
  std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(faults_);
  std::string events_;
  std::unique_ptr<Storage> storage_;
  std::unique_ptr<Writer> writer_;
};

TEST_F(WriterTest, syncs_once_for_all_writes_that_wait) {
  auto release = hold_writer();
  std::vector<std::future<dynamodb::Result<WriteItemResult>>> puts;
  for (int i = 0; i < 100; ++i) {
    puts.push_back(started(put_item, *writer_, put_request(item("a", std::to_string(i)))));
  }
  const std::uint64_t syncs = faults_->syncs();
  const std::uint64_t groups = writer_->groups_written();
  release.set_value();
  for (auto& put : puts) EXPECT_TRUE(put.get());
  EXPECT_EQ(writer_->groups_written() - groups, 1U);
  EXPECT_EQ(faults_->syncs() - syncs, 1U);
}

TEST_F(WriterTest, syncs_every_write_that_comes_alone) {
  const std::uint64_t syncs = faults_->syncs();
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(put(std::to_string(i)));
  EXPECT_EQ(faults_->syncs() - syncs, 5U);
}

TEST_F(WriterTest, decides_by_what_the_same_batch_has_decided) {
  auto release = hold_writer();
  auto first = started(put_item, *writer_, put_request(item("a", "1"), {.condition = "attribute_not_exists(PK)"}));
  auto second = started(put_item, *writer_, put_request(item("a", "1"), {.condition = "attribute_not_exists(PK)"}));
  std::vector<std::future<dynamodb::Result<WriteItemResult>>> adds;
  for (int i = 0; i < 10; ++i) {
    adds.push_back(started(
        update_item, *writer_,
        update_request(item("a", "1"), "ADD Score :one",
                       {.values = {{{":one", number(1)}}}, .return_values = dynamodb::ReturnValues::updated_new})));
  }
  release.set_value();
  EXPECT_TRUE(first.get());
  EXPECT_EQ(second.get().error().code, ErrorCode::conditional_check_failed);
  for (int i = 0; i < 10; ++i) {
    const auto added = adds[static_cast<std::size_t>(i)].get();
    ASSERT_TRUE(added);
    EXPECT_EQ(added->attributes->decode().at("Score"), number(i + 1));
  }
}

TEST_F(WriterTest, acknowledges_nothing_of_a_batch_whose_sync_failed_and_keeps_nothing_of_it) {
  ASSERT_TRUE(put("before"));
  auto release = hold_writer();
  auto first = started(put_item, *writer_, put_request(item("a", "first")));
  auto second = started(put_item, *writer_, put_request(item("a", "second")));
  faults_->fail_syncs_after(0);
  release.set_value();
  EXPECT_EQ(first.get().error().code, ErrorCode::service_unavailable);
  EXPECT_EQ(second.get().error().code, ErrorCode::service_unavailable);
  EXPECT_TRUE(has("before"));
  ASSERT_TRUE(recovers());
  EXPECT_TRUE(has("before"));
  EXPECT_FALSE(has("first"));
  EXPECT_FALSE(has("second"));
  EXPECT_THAT(events_, ::testing::HasSubstr("not stored"));
  EXPECT_THAT(events_, ::testing::HasSubstr("takes writes again"));
}

TEST_F(WriterTest, goes_on_reading_while_the_disk_is_full_and_writes_again_when_there_is_room) {
  ASSERT_TRUE(put("before"));
  faults_->set_room(0);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(put("refused").error().code, ErrorCode::service_unavailable);
    EXPECT_TRUE(has("before"));
    EXPECT_FALSE(has("refused"));
  }
  faults_->set_room(FaultInjectionFileSystem::unlimited);
  ASSERT_TRUE(recovers());
  EXPECT_TRUE(put("after"));
  EXPECT_TRUE(has("before"));
  EXPECT_FALSE(has("refused"));
}

TEST_F(WriterTest, writes_everything_that_is_queued_before_it_ends) {
  auto release = hold_writer();
  auto queued = started(put_item, *writer_, put_request(item("a", "queued")));
  std::thread closing([this] { writer_.reset(); });
  release.set_value();
  EXPECT_TRUE(queued.get());
  closing.join();
  EXPECT_TRUE(has("queued"));
}

TEST_F(WriterTest, refuses_what_goes_beyond_the_queue) {
  auto release = hold_writer();
  std::vector<std::future<dynamodb::Result<WriteItemResult>>> puts;
  for (std::size_t i = 0; i < queued_writes_max + 1; ++i) {
    puts.push_back(started(delete_item, *writer_, delete_request(item("a", "none"))));
  }
  EXPECT_EQ(puts.back().get().error().code, ErrorCode::service_unavailable);
  puts.pop_back();
  release.set_value();
  for (auto& put : puts) EXPECT_TRUE(put.get());
}

TEST_F(WriterTest, answers_a_decision_that_throws_as_an_internal_error) {
  std::promise<dynamodb::Result<Nothing>> answer;
  writer_->submit<Nothing>(
      WriteKind::items, 0, [](const WriteState&) -> Decision<Nothing> { throw std::runtime_error("damaged"); },
      [&](dynamodb::Result<Nothing> result) { answer.set_value(std::move(result)); });
  EXPECT_EQ(answer.get_future().get().error().code, ErrorCode::internal_server_error);
  EXPECT_TRUE(put("after"));
}

}  // namespace
}  // namespace engine::testing
