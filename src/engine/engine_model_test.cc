// Random operations on the engine and on a simple model agree: values, order, pages, errors; in memory, and on disk
// with the directory closed and opened again in between.
// ENGINE_MODEL_OPERATIONS: how many (default 1000). ENGINE_MODEL_SEED: which (default: random, told on failure).
#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>
#include <set>

#include "engine/embedded_database.h"
#include "engine/testing/awaited.h"
#include "engine/testing/model.h"
#include "engine/testing/random_data.h"
#include "engine/testing/random_reads.h"
#include "engine/testing/streams.h"
#include "engine/testing/temporary_directory.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;

constexpr std::uint64_t default_operations = 1000;

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::optional<Item> decoded(const std::optional<dynamodb::EncodedItem>& item) {
  if (!item) return std::nullopt;
  return item->decode();
}
std::vector<Item> decoded(const std::vector<dynamodb::EncodedItem>& items) {
  std::vector<Item> result;
  result.reserve(items.size());
  for (const auto& item : items) result.push_back(item.decode());
  return result;
}
std::optional<Item> if_any(const Item& item) {
  if (item.empty()) return std::nullopt;
  return item;
}

template <class T>
std::string message(const dynamodb::Result<T>& result) {
  return result ? "no error" : result.error().message;
}

class Comparison {
 public:
  Comparison(std::uint64_t seed, Options options) : random_(seed), options_(std::move(options)) {
    open();
    for (const auto& table : random_test_tables()) create(table);
  }

  void run(std::uint64_t operations) {
    for (std::uint64_t done = 0; done < operations && !::testing::Test::HasFailure(); ++done) {
      SCOPED_TRACE("operation " + std::to_string(done));
      step();
    }
    check_everything();
  }

 private:
  void open() {
    auto opened = EmbeddedDatabase::open(options_);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    database_ = std::move(*opened);
  }

  void create(const TableDefinition& definition) {
    const auto created = awaited(database_->create_table({.definition = definition}));
    ASSERT_TRUE(created) << message(created);
    model_.tables[definition.name] = {.definition = definition, .items = {}};
  }

  ModelTable& any_table() {
    auto table = model_.tables.begin();
    // The first has indexes of every kind, so it is used most.
    std::advance(table, random_.one_in(3) ? random_.below(model_.tables.size()) : model_.tables.size() - 1);
    return table->second;
  }

  void step() {
    const auto choice = random_.below(100);
    if (choice < 22) return put();
    if (choice < 34) return update();
    if (choice < 42) return remove();
    if (choice < 48) return transact_write();
    if (choice < 51) return batch_write();
    if (choice < 57) return get();
    if (choice < 61) return batch_get();
    if (choice < 64) return transact_get();
    if (choice < 84) return query();
    if (choice < 92) return scan();
    if (choice < 95) return counts();
    if (choice < 98) return errors();
    if (random_.one_in(4)) return recreate_table();
    if (options_.directory) {
      database_.reset();
      open();
    }
  }

  // --- writes

  // What a write that was conditioned on `holds` answers.
  void expect_outcome(const dynamodb::Result<dynamodb::WriteItemResult>& result, bool holds,
                      const std::optional<Item>& attributes) {
    if (!holds) {
      ASSERT_FALSE(result);
      ASSERT_EQ(result.error().code, ErrorCode::conditional_check_failed) << message(result);
      return;
    }
    ASSERT_TRUE(result) << message(result);
    ASSERT_EQ(decoded(result->attributes), attributes);
  }

  template <class Request>
  void set_condition(Request& request, const RandomCondition& condition) {
    if (!condition.expression.empty()) request.condition_expression = condition.expression;
    request.attributes.values = merged_values({}, condition.values);
  }

  void put() {
    auto& table = any_table();
    const auto item = random_.item(table.definition);
    const auto key = Model::key_of(table, item);
    const auto old = Model::get(table, key);
    const auto condition = random_.condition(table.definition);
    dynamodb::PutItemRequest request;
    request.table_name = table.definition.name;
    request.item = item;
    request.return_values = dynamodb::ReturnValues::all_old;
    set_condition(request, condition);
    const bool holds = condition.holds(old);
    expect_outcome(awaited(database_->put_item(request)), holds, if_any(old));
    if (holds) table.items.insert_or_assign(key, item);
  }

  void update() {
    auto& table = any_table();
    const auto key = random_.key(table.definition);
    const auto old = Model::get(table, key);
    const auto condition = random_.condition(table.definition);
    const auto update = random_.update(table.definition);
    dynamodb::UpdateItemRequest request;
    request.table_name = table.definition.name;
    request.key = key;
    request.return_values = dynamodb::ReturnValues::all_new;
    set_condition(request, condition);
    request.update_expression = update.expression;
    request.attributes.values = merged_values(condition.values, update.values);
    const bool holds = condition.holds(old);
    auto item = old.empty() ? key : old;
    update.apply(item);
    expect_outcome(awaited(database_->update_item(request)), holds, item);
    if (holds) table.items.insert_or_assign(key, item);
  }

  void remove() {
    auto& table = any_table();
    const auto key = random_.key(table.definition);
    const auto old = Model::get(table, key);
    const auto condition = random_.condition(table.definition);
    dynamodb::DeleteItemRequest request;
    request.table_name = table.definition.name;
    request.key = key;
    request.return_values = dynamodb::ReturnValues::all_old;
    set_condition(request, condition);
    const bool holds = condition.holds(old);
    expect_outcome(awaited(database_->delete_item(request)), holds, if_any(old));
    if (holds) table.items.erase(key);
  }

  // Adds one random action; what it does to the model goes into `apply`.
  std::string add_action(dynamodb::TransactWriteItemsRequest& request, ModelTable& table, const Key& key,
                         std::vector<std::function<void()>>& apply) {
    const auto condition = random_.condition(table.definition);
    const auto old = Model::get(table, key);
    const auto add = [&](auto action) {
      action.table_name = table.definition.name;
      set_condition(action, condition);
      request.transact_items.emplace_back(std::move(action));
    };
    switch (random_.below(3)) {
      case 0: {
        auto item = random_.item(table.definition);
        for (const auto& [name, value] : key) item.insert_or_assign(name, value);
        item.erase("big");  // 4 MB together is another test's
        dynamodb::PutItemRequest put;
        put.item = item;
        add(std::move(put));
        apply.emplace_back([&table, key, item] { table.items.insert_or_assign(key, item); });
        break;
      }
      case 1: {
        dynamodb::DeleteItemRequest deletion;
        deletion.key = key;
        add(std::move(deletion));
        apply.emplace_back([&table, key] { table.items.erase(key); });
        break;
      }
      default: {
        const auto update = random_.update(table.definition);
        dynamodb::UpdateItemRequest action;
        action.key = key;
        action.update_expression = update.expression;
        add(std::move(action));
        auto& sent = std::get<dynamodb::UpdateItemRequest>(request.transact_items.back());
        sent.attributes.values = merged_values(condition.values, update.values);
        auto item = old.empty() ? key : old;
        update.apply(item);
        apply.emplace_back([&table, key, item] { table.items.insert_or_assign(key, item); });
      }
    }
    return condition.holds(old) ? "None" : "ConditionalCheckFailed";
  }

  void transact_write() {
    dynamodb::TransactWriteItemsRequest request;
    std::vector<std::function<void()>> apply;
    std::vector<std::string> codes;
    std::map<std::string, std::set<Key, KeyLess>> seen;
    for (auto actions = 1 + random_.below(5); actions > 0; --actions) {
      auto& table = any_table();
      const auto key = random_.key(table.definition);
      if (seen[table.definition.name].insert(key).second) codes.push_back(add_action(request, table, key, apply));
    }
    const auto result = awaited(database_->transact_write_items(request));
    const bool fails = std::ranges::find(codes, "ConditionalCheckFailed") != codes.end();
    if (!fails) {
      ASSERT_TRUE(result) << message(result);
      for (const auto& change : apply) change();
      return;
    }
    ASSERT_FALSE(result);
    ASSERT_EQ(result.error().code, ErrorCode::transaction_canceled) << message(result);
    std::vector<std::string> answered;
    for (const auto& reason : result.error().cancellation_reasons) answered.push_back(reason.code);
    ASSERT_EQ(answered, codes);
  }

  void batch_write() {
    dynamodb::BatchWriteItemRequest request;
    std::map<std::string, std::set<Key, KeyLess>> seen;
    for (auto writes = 1 + random_.below(10); writes > 0; --writes) {
      auto& table = any_table();
      const auto item = random_.item(table.definition);
      const auto key = Model::key_of(table, item);
      if (!seen[table.definition.name].insert(key).second) continue;
      auto& requests = request.request_items[table.definition.name];
      if (random_.one_in(2)) {
        requests.emplace_back(dynamodb::PutRequest{item});
        table.items.insert_or_assign(key, item);
      } else {
        requests.emplace_back(dynamodb::DeleteRequest{key});
        table.items.erase(key);
      }
    }
    const auto result = awaited(database_->batch_write_item(request));
    ASSERT_TRUE(result) << message(result);
    ASSERT_TRUE(result->unprocessed_items.empty());
  }

  void recreate_table() {
    const auto definition = any_table().definition;
    const auto deleted = awaited(database_->delete_table({.table_name = definition.name}));
    ASSERT_TRUE(deleted) << message(deleted);
    create(definition);
  }

  // --- reads

  void get() {
    const auto& table = any_table();
    const auto key = random_.key(table.definition);
    dynamodb::GetItemRequest request;
    request.table_name = table.definition.name;
    request.key = key;
    auto expected = if_any(Model::get(table, key));
    if (random_.one_in(3)) {
      request.projection_expression = "a, big";
      if (expected) expected = only(*expected, {"a", "big"});
    }
    const auto result = awaited(database_->get_item(request));
    ASSERT_TRUE(result) << message(result);
    ASSERT_EQ(decoded(result->item), expected);
  }

  void batch_get() {
    dynamodb::BatchGetItemRequest request;
    std::map<std::string, std::vector<Item>> expected;
    std::map<std::string, std::set<Key, KeyLess>> seen;
    for (auto keys = 1 + random_.below(8); keys > 0; --keys) {
      const auto& table = any_table();
      const auto key = random_.key(table.definition);
      const auto& name = table.definition.name;
      if (!seen[name].insert(key).second) continue;
      request.request_items[name].keys.push_back(key);
      auto& items = expected[name];
      if (const auto item = if_any(Model::get(table, key))) items.push_back(*item);
    }
    const auto result = awaited(database_->batch_get_item(request));
    ASSERT_TRUE(result) << message(result);
    ASSERT_TRUE(result->unprocessed_keys.empty());
    std::map<std::string, std::vector<Item>> answered;
    for (const auto& [name, items] : result->responses) answered[name] = decoded(items);
    ASSERT_EQ(answered, expected);
  }

  void transact_get() {
    dynamodb::TransactGetItemsRequest request;
    std::vector<std::optional<Item>> expected;
    std::map<std::string, std::set<Key, KeyLess>> seen;
    for (auto keys = 1 + random_.below(8); keys > 0; --keys) {
      const auto& table = any_table();
      const auto key = random_.key(table.definition);
      if (!seen[table.definition.name].insert(key).second) continue;
      request.transact_items.push_back(
          {.table_name = table.definition.name, .key = key, .projection_expression = {}, .attributes = {}});
      expected.push_back(if_any(Model::get(table, key)));
    }
    const auto result = awaited(database_->transact_get_items(request));
    ASSERT_TRUE(result) << message(result);
    std::vector<std::optional<Item>> answered;
    for (const auto& item : result->responses) answered.push_back(decoded(item));
    ASSERT_EQ(answered, expected);
  }

  void expect_page(const dynamodb::Result<dynamodb::PageResult>& result, const ModelPage& expected, bool count_only) {
    ASSERT_TRUE(result) << message(result);
    ASSERT_EQ(result->scanned_count, expected.scanned_count);
    ASSERT_EQ(result->count, static_cast<std::int64_t>(expected.items.size()));
    ASSERT_EQ(decoded(result->items), count_only ? std::vector<Item>() : expected.items);
    ASSERT_EQ(result->last_evaluated_key, expected.last_evaluated_key);
  }

  void query() {
    const auto& table = any_table();
    auto [request, read] = reads_.query(table.definition);
    const bool count_only = request.select == dynamodb::Select::count;
    while (!::testing::Test::HasFatalFailure()) {
      const auto expected = Model::read(table, read);
      expect_page(awaited(database_->query(request)), expected, count_only);
      if (!expected.last_evaluated_key) break;
      read.start = request.exclusive_start_key = expected.last_evaluated_key;
    }
  }

  // The order of partitions is a hash's, so pages are compared by what they add up to.
  void scan() {
    const auto& table = any_table();
    auto [request, read] = reads_.scan(table.definition);
    const auto limit = std::exchange(read.limit, std::nullopt);
    const bool count_only = request.select == dynamodb::Select::count;
    read.bytes_max = std::numeric_limits<std::size_t>::max();
    const auto expected = Model::read(table, read);
    const auto segments = random_.one_in(2) ? 0 : static_cast<std::int64_t>(1 + random_.below(4));
    std::vector<Item> answered;
    std::int64_t scanned = 0;
    std::int64_t counted = 0;
    for (std::int64_t segment = 0; segment < std::max<std::int64_t>(segments, 1); ++segment) {
      if (segments > 0) {
        request.segment = segment;
        request.total_segments = segments;
      }
      request.exclusive_start_key.reset();
      do {
        const auto page = awaited(database_->scan(request));
        ASSERT_TRUE(page) << message(page);
        if (limit) ASSERT_LE(page->scanned_count, *limit);
        if (limit && page->scanned_count == *limit) ASSERT_TRUE(page->last_evaluated_key.has_value());
        scanned += page->scanned_count;
        counted += page->count;
        std::ranges::move(decoded(page->items), std::back_inserter(answered));
        request.exclusive_start_key = page->last_evaluated_key;
      } while (request.exclusive_start_key);
    }
    ASSERT_EQ(scanned, expected.scanned_count);
    ASSERT_EQ(counted, static_cast<std::int64_t>(expected.items.size()));
    if (!count_only) ASSERT_TRUE(std::ranges::is_permutation(answered, expected.items));
  }

  void counts() {
    const auto& table = any_table();
    const auto& definition = table.definition;
    const auto described = awaited(database_->describe_table({.table_name = definition.name}));
    ASSERT_TRUE(described) << message(described);
    ASSERT_EQ(described->table.item_count, static_cast<std::int64_t>(table.items.size()));
    for (const auto& index : definition.global_secondary_indexes) {
      ModelRead read;
      read.index_name = index.name;
      read.bytes_max = std::numeric_limits<std::size_t>::max();
      const auto partition_key = random_.key_value(definition, index.key_schema.partition_key);
      read.equal.emplace(index.key_schema.partition_key, partition_key);
      const auto count = awaited(database_->partition_item_count(definition.name, index.name, partition_key));
      ASSERT_TRUE(count) << message(count);
      const bool is_counted = index.key_schema.sort_key && index.key_schema.more_partition_keys.empty();
      ASSERT_EQ(count->has_value(), is_counted);
      if (is_counted) ASSERT_EQ(*count, Model::read(table, read).scanned_count);
    }
  }

  template <class T>
  static void expect_error(const dynamodb::Result<T>& result, ErrorCode code, const std::string& text) {
    ASSERT_FALSE(result);
    ASSERT_EQ(result.error().code, code);
    ASSERT_EQ(result.error().message, text);
  }

  void errors() {
    const auto& definition = any_table().definition;
    dynamodb::GetItemRequest get;
    get.table_name = definition.name;
    get.key.emplace("p", AttributeValue::boolean(true));
    expect_error(awaited(database_->get_item(get)), ErrorCode::validation,
                 "The provided key element does not match the schema");
    get.table_name = "Absent";
    expect_error(awaited(database_->get_item(get)), ErrorCode::resource_not_found, "Requested resource not found");
    dynamodb::ScanRequest scan;
    scan.table_name = definition.name;
    scan.index_name = "Absent";
    expect_error(awaited(database_->scan(scan)), ErrorCode::validation,
                 "The table does not have the specified index: Absent");
    expect_error(awaited(database_->create_table({.definition = definition})), ErrorCode::resource_in_use,
                 "Table already exists: " + definition.name);
  }

  void check_everything() {
    if (::testing::Test::HasFailure()) return;
    EXPECT_EQ(verify_consistency(*database_), std::vector<std::string>());
    for (const auto& [name, table] : model_.tables) {
      for (const auto& [key, item] : table.items) {
        dynamodb::GetItemRequest request;
        request.table_name = name;
        request.key = key;
        const auto result = awaited(database_->get_item(request));
        ASSERT_TRUE(result) << message(result);
        ASSERT_EQ(decoded(result->item), item);
      }
      check_stream(table);
    }
  }

  // Replayed from its beginning, it gives the items.
  void check_stream(const ModelTable& table) {
    const auto described = awaited(database_->describe_table({.table_name = table.definition.name}));
    ASSERT_TRUE(described) << message(described);
    std::map<std::string, Item> expected;
    for (const auto& [key, item] : table.items) expected.emplace(dynamodb::EncodedItem(key).bytes(), item);
    ASSERT_EQ(replayed(read_stream(*database_, described->table.latest_stream_arn.value())), expected);
  }

  RandomData random_;
  RandomReads reads_{random_};
  Options options_;
  std::unique_ptr<EmbeddedDatabase> database_;
  Model model_;
};

void compare(Options options) {
  const auto seed = from_environment("ENGINE_MODEL_SEED", std::random_device()());
  SCOPED_TRACE("ENGINE_MODEL_SEED=" + std::to_string(seed));
  Comparison(seed, std::move(options)).run(from_environment("ENGINE_MODEL_OPERATIONS", default_operations));
}

TEST(EngineModel, random_operations_agree_in_memory) {
  compare({});
}

TEST(EngineModel, random_operations_agree_on_disk_over_reopenings) {
  const TemporaryDirectory directory;
  Options options;
  options.directory = directory.path("data");
  compare(std::move(options));
}

}  // namespace
}  // namespace engine::testing
