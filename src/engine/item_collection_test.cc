#include "engine/item_collection.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>

#include "dynamodb/item_size.h"
#include "engine/embedded_engine.h"
#include "engine/system_keys.h"
#include "engine/testing/awaited.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;

// In the local index ByScore, which then holds all of it.
dynamodb::Item entry(const std::string& sk, const std::string& note = "n", const std::string& pk = "a") {
  return item(pk, sk, {{"Score", number(1)}, {"Note", note}});
}

std::size_t with_its_entry_bytes(const dynamodb::Item& item) {
  return 2 * dynamodb::item_size_bytes(item);
}

class ItemCollectionTest : public ::testing::Test {
 protected:
  void TearDown() override {
    if (database_) {
      EXPECT_EQ(verify_consistency(*database_), std::vector<std::string>());
    }
  }

  // A table whose collections have room for that many of entry("1").
  void open_for(std::size_t items) {
    Options options;
    options.item_collection_bytes_max = items * with_its_entry_bytes(entry("1"));
    database_ = std::move(EmbeddedDatabase::open(options).value());
    ASSERT_TRUE(awaited(database_->create_table({.definition = log_table()})));
  }

  dynamodb::Result<dynamodb::WriteItemResult> put(dynamodb::Item item) {
    dynamodb::PutItemRequest request = put_request(std::move(item));
    request.return_item_collection_metrics = dynamodb::ReturnItemCollectionMetrics::size;
    return awaited(database_->put_item(std::move(request)));
  }

  // "" or the error's name and text.
  template <class T>
  static std::string refusal(const dynamodb::Result<T>& result) {
    if (result) return "";
    return std::string(dynamodb::error_name(result.error().code)) + ": " + result.error().message;
  }

  std::string row_of(const std::string& pk) {
    const auto table = engine().storage().catalog()->find("Log");
    return system_keys::partition_count(partition_prefix(table->id, pk));
  }

  void write_row(std::string key, std::optional<std::string> value) {
    std::atomic<bool> written = false;
    engine().writer().submit<bool>(
        WriteKind::items, 1,
        [&](const WriteState&) {
          Decision<bool> decision{true, {}};
          decision.mutations.rows.push_back({key, value});
          return decision;
        },
        [&](const dynamodb::Result<bool>& done) {
          written = done.has_value();
          written.notify_one();
        });
    written.wait(false);
  }

  EmbeddedEngine& engine() { return dynamic_cast<EmbeddedEngine&>(*database_); }

  std::unique_ptr<EmbeddedDatabase> database_;
};

constexpr auto too_large = "ItemCollectionSizeLimitExceededException: Collection size exceeded.";

TEST_F(ItemCollectionTest, takes_items_and_local_entries_up_to_its_limit) {
  open_for(2);
  EXPECT_EQ(refusal(put(entry("1"))), "");
  EXPECT_EQ(refusal(put(entry("2"))), "");
  EXPECT_EQ(refusal(put(entry("3"))), too_large);
  EXPECT_EQ(refusal(put(entry("3", "n", "b"))), "") << "another collection";
  EXPECT_EQ(refusal(put(entry("2"))), "") << "the same again";
  EXPECT_EQ(refusal(put(entry("2", "nn"))), too_large);
  EXPECT_EQ(refusal(put(entry("2", ""))), "") << "smaller";
  EXPECT_EQ(refusal(awaited(database_->delete_item(delete_request(item("a", "1"))))), "");
  EXPECT_EQ(refusal(put(entry("3"))), "");
}

TEST_F(ItemCollectionTest, of_an_update_counts_what_it_adds_to_the_entries) {
  open_for(2);
  ASSERT_TRUE(put(entry("1")));
  ASSERT_TRUE(put(item("a", "2")));
  const auto longer =
      update_request(item("a", "2"), "SET Score = :s, Note = :n", {.values = {{{":s", number(1)}, {":n", "nn"}}}});
  EXPECT_EQ(refusal(awaited(database_->update_item(longer))), too_large);
  const auto just_right =
      update_request(item("a", "2"), "SET Score = :s, Note = :n", {.values = {{{":s", number(1)}, {":n", "n"}}}});
  EXPECT_EQ(refusal(awaited(database_->update_item(just_right))), "");
}

TEST_F(ItemCollectionTest, of_a_transaction_is_the_reason_that_it_is_cancelled) {
  open_for(2);
  ASSERT_TRUE(put(entry("1")));
  dynamodb::TransactWriteItemsRequest request;
  request.transact_items = {put_request(entry("2")), put_request(entry("3")), put_request(entry("4", "n", "b"))};
  const auto refused = awaited(database_->transact_write_items(request));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::transaction_canceled);
  const auto& reasons = refused.error().cancellation_reasons;
  ASSERT_EQ(reasons.size(), 3U);
  EXPECT_EQ(reasons[0].code, "None");
  EXPECT_EQ(reasons[1].code, "ItemCollectionSizeLimitExceeded");
  EXPECT_EQ(reasons[1].message, "Collection size exceeded.");
  EXPECT_EQ(reasons[2].code, "None");
  EXPECT_EQ(refusal(put(entry("2"))), "") << "nothing of it was kept";
}

TEST_F(ItemCollectionTest, of_a_batch_refuses_all_of_it) {
  open_for(2);
  dynamodb::BatchWriteItemRequest request;
  for (const char* sk : {"1", "2", "3"}) request.request_items["Log"].push_back(dynamodb::PutRequest{entry(sk)});
  EXPECT_EQ(refusal(awaited(database_->batch_write_item(request))), too_large);
  request.request_items["Log"].pop_back();
  EXPECT_EQ(refusal(awaited(database_->batch_write_item(request))), "");
}

TEST_F(ItemCollectionTest, is_exact_where_several_writes_share_a_batch) {
  constexpr int room = 20;
  constexpr int writers = 4;
  open_for(room);
  std::atomic<int> stored = 0;
  {
    std::vector<std::jthread> threads;
    threads.reserve(writers);
    for (int thread = 0; thread < writers; ++thread) {
      threads.emplace_back([&, thread] {
        for (int i = 0; i < room; ++i) {
          if (put(entry(std::string(1, static_cast<char>('!' + (thread * room) + i))))) ++stored;
        }
      });
    }
  }
  EXPECT_EQ(stored, room);
}

TEST_F(ItemCollectionTest, of_an_older_format_is_counted_when_it_is_written_next) {
  open_for(2);
  ASSERT_TRUE(put(entry("1")));
  write_row(row_of("a"), std::nullopt);
  EXPECT_EQ(refusal(put(entry("2"))), "");
  EXPECT_EQ(refusal(put(entry("3"))), too_large);
}

TEST_F(ItemCollectionTest, tells_its_size_in_whole_gigabytes) {
  open_for(1'000'000'000);
  const auto range = [](const dynamodb::Result<dynamodb::WriteItemResult>& result) {
    const auto& metrics = result.value().item_collection_metrics.value();
    return std::pair(metrics.size_estimate_lower_gb, metrics.size_estimate_upper_gb);
  };
  EXPECT_EQ(range(put(entry("1"))), std::pair(0.0, 1.0));
  constexpr std::int64_t three_gigabytes = std::int64_t{3} * 1024 * 1024 * 1024;
  write_row(row_of("a"), encode_counts({1, three_gigabytes}));
  EXPECT_EQ(range(put(entry("2"))), std::pair(3.0, 4.0));
  EXPECT_EQ(verify_consistency(*database_).size(), 1U) << "that count was a lie";
  database_.reset();
}

TEST_F(ItemCollectionTest, leaves_no_count_behind) {
  open_for(2);
  ASSERT_TRUE(put(entry("1")));
  EXPECT_TRUE(engine().storage().latest().get(row_of("a")).value());
  ASSERT_TRUE(awaited(database_->delete_item(delete_request(item("a", "1")))));
  EXPECT_FALSE(engine().storage().latest().get(row_of("a")).value());
  ASSERT_TRUE(put(entry("1")));
  const std::string row = row_of("a");
  ASSERT_TRUE(awaited(database_->delete_table({.table_name = "Log"})));
  EXPECT_FALSE(engine().storage().latest().get(row).value());
}

}  // namespace
}  // namespace engine::testing
