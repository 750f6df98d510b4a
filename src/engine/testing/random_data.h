// Tables, items, conditions and updates for random tests: few different values, so that they meet often.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "dynamodb/requests.h"
#include "dynamodb/table.h"
#include "engine/testing/model.h"

namespace engine::testing {

using dynamodb::Number;
using dynamodb::ScalarType;

// Key attributes p, s (table), g, h (indexes); a is a number, b a string, big is sometimes hundreds of kilobytes.
inline std::vector<TableDefinition> random_test_tables() {
  using dynamodb::ProjectionType;
  const auto index = [](std::string name, KeySchema schema, ProjectionType type, std::vector<std::string> names = {}) {
    return IndexDefinition{.name = std::move(name),
                           .key_schema = std::move(schema),
                           .projection = {.type = type, .non_key_attributes = std::move(names)},
                           .provisioned_throughput = std::nullopt};
  };
  std::vector<TableDefinition> tables(3);
  tables[0].name = "Texts";
  tables[0].key_schema = {.partition_key = "p", .sort_key = "s"};
  tables[0].attribute_definitions = {
      {"p", ScalarType::string}, {"s", ScalarType::string}, {"g", ScalarType::string}, {"h", ScalarType::number}};
  tables[0].global_secondary_indexes = {
      index("ByGroup", {.partition_key = "g", .sort_key = "h"}, ProjectionType::all),
      index("ByRank", {.partition_key = "h", .sort_key = std::nullopt}, ProjectionType::keys_only),
      index("Partial", {.partition_key = "g", .sort_key = "s"}, ProjectionType::include, {"a"}),
      index("Several", {.partition_key = "g", .sort_key = "s", .more_partition_keys = {"p"}, .more_sort_keys = {"h"}},
            ProjectionType::include, {"a"})};
  tables[0].local_secondary_indexes = {
      index("Local", {.partition_key = "p", .sort_key = "h"}, ProjectionType::keys_only)};
  tables[1].name = "Numbers";
  tables[1].key_schema = {.partition_key = "p", .sort_key = std::nullopt};
  tables[1].attribute_definitions = {{"p", ScalarType::number}};
  tables[2].name = "Binaries";
  tables[2].key_schema = {.partition_key = "p", .sort_key = "s"};
  tables[2].attribute_definitions = {
      {"p", ScalarType::binary}, {"s", ScalarType::number}, {"g", ScalarType::binary}, {"h", ScalarType::binary}};
  tables[2].global_secondary_indexes = {
      index("ByGroup", {.partition_key = "g", .sort_key = "h"}, ProjectionType::include, {"a", "b"})};
  for (auto& table : tables) {
    table.billing_mode = dynamodb::BillingMode::pay_per_request;
    table.stream_view_type = dynamodb::StreamViewType::new_and_old_images;
  }
  return tables;
}

// What is sent, and what it means.
struct RandomCondition {
  std::string expression;  // empty: none
  dynamodb::AttributeMap values;
  std::function<bool(const Item&)> holds = [](const Item&) { return true; };
};
struct RandomUpdate {
  std::string expression;
  dynamodb::AttributeMap values;
  std::function<void(Item&)> apply;
};

class RandomData {
 public:
  explicit RandomData(std::uint64_t seed) : engine_(seed) {}

  // Below `bound`.
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_); }
  bool one_in(std::size_t chances) { return below(chances) == 0; }
  template <class Value>
  const Value& of(const std::vector<Value>& values) {
    return values[below(values.size())];
  }
  std::mt19937_64& engine() { return engine_; }

  AttributeValue key_value(const TableDefinition& table, const std::string& name) {
    static const std::vector<std::string> texts = {
        "a", "ab", std::string("a\0", 2), std::string("a\0b", 3), "a\x01", "b", "ba", "\xC3\xA9", "z"};
    static const std::vector<std::string> bytes = {
        std::string(1, '\0'), std::string("\0\xFF", 2), "\x01", "a", "a\xFF", "\xFF", "\xFF\xFF"};
    static const std::vector<std::string> numbers = {"-1e125", "-12.5", "-1", "-0.001", "0",    "1e-130",
                                                     "0.5",    "1",     "2",  "10",     "1.2e5"};
    const bool few = name == "p" || name == "g";
    switch (dynamodb_type(table, name)) {
      case ScalarType::string:
        return few ? texts[below(3)] : of(texts);
      case ScalarType::number:
        return Number::parse(few ? numbers[below(4) + 3] : of(numbers)).value();
      case ScalarType::binary:
        break;
    }
    return dynamodb::Binary{few ? bytes[below(3)] : of(bytes)};
  }

  Key key(const TableDefinition& table) {
    Key result;
    for (const auto& name : names_of(table.key_schema)) result.emplace(name, key_value(table, name));
    return result;
  }

  Item item(const TableDefinition& table) {
    auto result = key(table);
    for (const auto& definition : table.attribute_definitions) {
      const bool is_key = result.contains(definition.name);
      if (!is_key && !one_in(4)) result.emplace(definition.name, key_value(table, definition.name));
    }
    if (!one_in(5)) result.emplace("a", small_number());
    if (one_in(2)) result.emplace("b", std::string(below(200), 'b'));
    if (one_in(12)) result.emplace("big", std::string(200'000 + below(180'000), 'x'));
    return result;
  }

  AttributeValue small_number() { return Number(static_cast<std::int64_t>(below(10))); }

  RandomCondition condition(const TableDefinition& table) {
    switch (below(6)) {
      case 0:
        return {.expression = "attribute_not_exists(p)", .values = {}, .holds = [](const Item& item) {
                  return item.empty();
                }};
      case 1:
        return {
            .expression = "attribute_exists(p)", .values = {}, .holds = [](const Item& item) { return !item.empty(); }};
      case 2:
        return filter(table);
      default:
        return {};
    }
  }

  // Also fit for a FilterExpression: names no key.
  RandomCondition filter(const TableDefinition& /*table*/) {
    const auto bound = small_number();
    if (one_in(2)) {
      RandomCondition result{.expression = "a > :c", .values = {}, .holds = [bound](const Item& item) {
                               const auto found = item.find("a");
                               return found != item.end() && dynamodb::compare(found->second, bound) > 0;
                             }};
      result.values.emplace(":c", bound);
      return result;
    }
    return {.expression = "attribute_exists(a) AND NOT attribute_exists(b)",
            .values = {},
            .holds = [](const Item& item) { return item.contains("a") && !item.contains("b"); }};
  }

  RandomUpdate update(const TableDefinition& table) {
    const auto number = small_number();
    const bool has_group =
        std::ranges::any_of(table.attribute_definitions, [](const auto& definition) { return definition.name == "g"; });
    RandomUpdate result;
    switch (below(has_group ? 6 : 4)) {
      case 0:
        result = {.expression = "SET a = :u, b = :v", .values = {}, .apply = [number](Item& item) {
                    item.insert_or_assign("a", number);
                    item.insert_or_assign("b", AttributeValue("new"));
                  }};
        result.values.emplace(":u", number);
        result.values.emplace(":v", AttributeValue("new"));
        return result;
      case 1:
      case 2:
        result = {.expression = "ADD a :u REMOVE big", .values = {}, .apply = [number](Item& item) {
                    const auto old = item.contains("a") ? *item.at("a").get_if<Number>() : Number();
                    item.insert_or_assign("a", old.plus(*number.get_if<Number>()).value());
                    item.erase("big");
                  }};
        result.values.emplace(":u", number);
        return result;
      case 3:
        return {.expression = "REMOVE b", .values = {}, .apply = [](Item& item) { item.erase("b"); }};
      case 4:
        return {.expression = "REMOVE g", .values = {}, .apply = [](Item& item) { item.erase("g"); }};
      default: {
        const auto group = key_value(table, "g");
        const auto rank = key_value(table, "h");
        result = {.expression = "SET g = :u, h = :v", .values = {}, .apply = [group, rank](Item& item) {
                    item.insert_or_assign("g", group);
                    item.insert_or_assign("h", rank);
                  }};
        result.values.emplace(":u", group);
        result.values.emplace(":v", rank);
        return result;
      }
    }
  }

 private:
  static ScalarType dynamodb_type(const TableDefinition& table, const std::string& name) {
    const auto found = std::ranges::find(table.attribute_definitions, name, &dynamodb::AttributeDefinition::name);
    return found->type;
  }

  std::mt19937_64 engine_;
};

// Both maps of values, or nullopt where there are none.
inline std::optional<dynamodb::AttributeMap> merged_values(dynamodb::AttributeMap values,
                                                           const dynamodb::AttributeMap& others) {
  values.insert(others.begin(), others.end());
  if (values.empty()) return std::nullopt;
  return values;
}

}  // namespace engine::testing
