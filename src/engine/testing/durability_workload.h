// Concurrent writes whose every answer is remembered, and the check that a store holds exactly what it answered.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "engine/embedded_database.h"
#include "engine/testing/awaited.h"

namespace engine::testing {

// What may be found of a write that was not answered with success.
enum class Unanswered { may_be_stored, must_not_be_stored };

// Some threads, each with keys of its own: single items, and a pair that only transactions write, always both halves
// alike. Items wander between the partitions of an index.
class DurabilityWorkload {
 public:
  static constexpr int writers = 4;
  static constexpr int singles_per_writer = 4;

  explicit DurabilityWorkload(std::uint64_t seed) {
    for (int writer = 0; writer < writers; ++writer) {
      writers_.push_back(std::make_unique<WriterState>(writer, seed + static_cast<std::uint64_t>(writer)));
    }
  }

  [[nodiscard]] static dynamodb::Result<dynamodb::TableResult> create_table(EmbeddedDatabase& database) {
    using dynamodb::ScalarType;
    dynamodb::TableDefinition table;
    table.name = table_name;
    table.key_schema = {.partition_key = "key", .sort_key = std::nullopt};
    table.attribute_definitions = {{.name = "key", .type = ScalarType::string},
                                   {.name = "place", .type = ScalarType::number}};
    table.global_secondary_indexes = {{.name = "ByPlace",
                                       .key_schema = {.partition_key = "place", .sort_key = "key"},
                                       .projection = {},
                                       .provisioned_throughput = {}}};
    table.billing_mode = dynamodb::BillingMode::pay_per_request;
    return awaited(database.create_table({.definition = table}));
  }

  // Every thread writes until a write of any of them fails, or `writes_each` of its own have succeeded. Returns how
  // many succeeded.
  std::uint64_t run(EmbeddedDatabase& database, std::uint64_t writes_each) {
    std::atomic<std::uint64_t> succeeded = 0;
    std::atomic<bool> failed = false;
    std::vector<std::jthread> threads;
    for (auto& writer : writers_) {
      threads.emplace_back([&database, &succeeded, &failed, writes_each, &state = *writer] {
        for (std::uint64_t done = 0; done < writes_each && !failed; ++done) {
          if (state.write(database)) {
            ++succeeded;
          } else {
            failed = true;
          }
        }
      });
    }
    threads.clear();
    return succeeded;
  }

  // Every acknowledged write is there, no other than the last unanswered one is, no transaction is half there, indexes
  // and counts are right. Returns what is not so, one line each. What is found is what later checks go on from.
  [[nodiscard]] std::vector<std::string> disagreements(EmbeddedDatabase& database, Unanswered unanswered) {
    auto lines = verify_consistency(database);
    for (auto& writer : writers_) {
      for (auto& [key, known] : writer->known) {
        const auto found = read(database, key, lines);
        const bool as_unanswered =
            known.unanswered && found == *known.unanswered && unanswered == Unanswered::may_be_stored;
        if (found != known.acknowledged && !as_unanswered) {
          lines.push_back(key + ": found " + describe(found) + ", acknowledged " + describe(known.acknowledged) +
                          ", unanswered " + (known.unanswered ? describe(*known.unanswered) : "nothing"));
        }
        known = {.acknowledged = found, .unanswered = std::nullopt};
      }
      const auto left = describe(writer->known[writer->left].acknowledged);
      const auto right = describe(writer->known[writer->right].acknowledged);
      if (left != right) lines.push_back("half a transaction: " + writer->left + " " + left + ", right " + right);
    }
    return lines;
  }

  // Answers as long as the store can be read.
  [[nodiscard]] bool can_be_read(EmbeddedDatabase& database) {
    return awaited(database.get_item(get_request(writers_.front()->left))).has_value();
  }

 private:
  static constexpr const char* table_name = "Durable";
  using Stored = std::optional<dynamodb::Item>;  // nullopt: no item
  struct Known {
    Stored acknowledged;
    std::optional<Stored> unanswered;
  };

  static std::string describe(const Stored& stored) {
    if (!stored) return "no item";
    return "version " + stored->at("version").get_if<dynamodb::Number>()->to_string();
  }

  static dynamodb::GetItemRequest get_request(const std::string& key) {
    dynamodb::GetItemRequest request;
    request.table_name = table_name;
    request.key.emplace("key", key);
    return request;
  }

  static Stored read(EmbeddedDatabase& database, const std::string& key, std::vector<std::string>& disagreements) {
    const auto result = awaited(database.get_item(get_request(key)));
    if (!result) disagreements.push_back(key + ": " + result.error().message);
    if (!result || !result->item) return std::nullopt;
    return result->item->decode();
  }

  // One thread's.
  struct WriterState {
    WriterState(int writer, std::uint64_t seed)
        : left(std::to_string(writer) + "-left"), right(std::to_string(writer) + "-right"), random(seed) {
      for (int single = 0; single < singles_per_writer; ++single) {
        known.try_emplace(std::to_string(writer) + "-single-" + std::to_string(single));
      }
      known.try_emplace(left);
      known.try_emplace(right);
    }

    std::uint64_t below(std::uint64_t bound) {
      return std::uniform_int_distribution<std::uint64_t>(0, bound - 1)(random);
    }

    dynamodb::Item next_item(const std::string& key) {
      // Now and then large, so that memtables fill up and files are written and merged.
      const auto length = below(8) == 0 ? below(60'000) : below(400);
      dynamodb::Item item;
      item.emplace("key", key);
      item.emplace("version", dynamodb::Number(++version));
      item.emplace("place", dynamodb::Number(static_cast<std::int64_t>(below(3))));
      item.emplace("payload", std::string(length, static_cast<char>('a' + below(26))));
      return item;
    }

    // false: the write was not acknowledged.
    bool write(EmbeddedDatabase& database) {
      switch (below(4)) {
        case 0:
          return write_pair(database);
        case 1:
          return remove_single(database);
        default:
          return put_single(database);
      }
    }

    std::string any_single() {
      auto single = known.begin();
      do {
        single = std::next(known.begin(), static_cast<std::ptrdiff_t>(below(known.size())));
      } while (single->first == left || single->first == right);
      return single->first;
    }

    bool put_single(EmbeddedDatabase& database) {
      dynamodb::PutItemRequest request;
      request.table_name = table_name;
      request.item = next_item(any_single());
      return remember(awaited(database.put_item(request)), {{key_of(request.item), request.item}});
    }

    bool remove_single(EmbeddedDatabase& database) {
      dynamodb::DeleteItemRequest request;
      request.table_name = table_name;
      const auto key = any_single();
      request.key.emplace("key", key);
      return remember(awaited(database.delete_item(request)), {{key, std::nullopt}});
    }

    bool write_pair(EmbeddedDatabase& database) {
      dynamodb::PutItemRequest left_put;
      left_put.table_name = table_name;
      left_put.item = next_item(left);
      auto right_put = left_put;
      right_put.item.insert_or_assign("key", right);
      dynamodb::TransactWriteItemsRequest request;
      request.transact_items = {left_put, right_put};
      return remember(awaited(database.transact_write_items(request)),
                      {{left, left_put.item}, {right, right_put.item}});
    }

    static std::string key_of(const dynamodb::Item& item) { return *item.at("key").get_if<std::string>(); }

    template <class T>
    bool remember(const dynamodb::Result<T>& result, const std::vector<std::pair<std::string, Stored>>& written) {
      for (const auto& [key, stored] : written) {
        auto& entry = known.at(key);
        if (result) {
          entry.acknowledged = stored;
        } else {
          entry.unanswered = stored;
        }
      }
      if (!result) {
        const auto code = result.error().code;
        EXPECT_TRUE(code == dynamodb::ErrorCode::service_unavailable ||
                    code == dynamodb::ErrorCode::internal_server_error)
            << result.error().message;
      }
      return result.has_value();
    }

    std::string left;
    std::string right;
    std::mt19937_64 random;
    std::int64_t version = 0;
    std::map<std::string, Known> known;
  };

  std::vector<std::unique_ptr<WriterState>> writers_;
};

}  // namespace engine::testing
