// Random Queries and Scans: as requests, and as what they mean to the model.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dynamodb/requests.h"
#include "engine/testing/model.h"
#include "engine/testing/random_data.h"

namespace engine::testing {

class RandomReads {
 public:
  explicit RandomReads(RandomData& random) : random_(random) {}

  // A condition on the sort key, an index, a filter, a projection, a limit, a start key: each sometimes.
  std::pair<dynamodb::QueryRequest, ModelRead> query(const TableDefinition& table) {
    dynamodb::QueryRequest request;
    ModelRead read;
    request.table_name = table.name;
    request.index_name = read.index_name = any_index(table);
    const auto* index = read.index_name ? find_index(table, *read.index_name) : nullptr;
    const auto& schema = index == nullptr ? table.key_schema : index->key_schema;
    set_equality(table, schema.partition_key, request, read);
    for (const auto& name : schema.more_partition_keys) set_equality(table, name, request, read);
    if (schema.sort_key && random_.one_in(2)) {
      std::vector<std::string> sort_names{*schema.sort_key};
      sort_names.insert(sort_names.end(), schema.more_sort_keys.begin(), schema.more_sort_keys.end());
      const auto used = 1 + random_.below(sort_names.size());
      for (std::size_t i = 0; i + 1 < used; ++i) set_equality(table, sort_names[i], request, read);
      set_sort_key_condition(table, sort_names[used - 1], request, read);
    }
    request.scan_index_forward = read.forward = random_.one_in(2);
    set_page_parameters(table, index, request, read);
    if (random_.one_in(4)) read.start = request.exclusive_start_key = start_key(table, schema, read);
    return {std::move(request), std::move(read)};
  }

  // Without segments and start key.
  std::pair<dynamodb::ScanRequest, ModelRead> scan(const TableDefinition& table) {
    dynamodb::ScanRequest request;
    ModelRead read;
    request.table_name = table.name;
    request.index_name = read.index_name = any_index(table);
    set_page_parameters(table, read.index_name ? find_index(table, *read.index_name) : nullptr, request, read);
    return {std::move(request), std::move(read)};
  }

 private:
  // The table itself or one of its indexes.
  std::optional<std::string> any_index(const TableDefinition& table) {
    std::vector<std::optional<std::string>> names{std::nullopt};
    for (const auto& index : table.global_secondary_indexes) names.emplace_back(index.name);
    for (const auto& index : table.local_secondary_indexes) names.emplace_back(index.name);
    return random_.of(names);
  }

  // Filter, projection, Select and limit, for the request and the model alike.
  template <class Request>
  void set_page_parameters(const TableDefinition& table, const IndexDefinition* index, Request& request,
                           ModelRead& read) {
    const bool is_local = index != nullptr && !table.local_secondary_indexes.empty() &&
                          index->name == table.local_secondary_indexes.front().name;
    const bool whole = index == nullptr || is_local || index->projection.type == dynamodb::ProjectionType::all;
    if (random_.one_in(3)) request.limit = read.limit = 1 + random_.below(6);
    if (random_.one_in(3) && (whole || index->name != "ByRank")) {
      auto filter = random_.filter(table);
      if (whole || filter.values.contains(":c")) {  // the other names an attribute that partial indexes lack
        request.filter_expression = filter.expression;
        for (const auto& value : filter.values) {
          if (!request.attributes.values) request.attributes.values.emplace();
          request.attributes.values->insert(value);
        }
        read.filter = filter.holds;
      }
    }
    if (random_.one_in(4)) {
      request.projection_expression = whole ? "a, p" : "p";
      read.projection = whole ? std::vector<std::string>{"a", "p"} : std::vector<std::string>{"p"};
    } else if (whole && random_.one_in(4)) {
      request.select = dynamodb::Select::all_attributes;
      read.all_attributes = true;
    } else if (random_.one_in(4)) {
      request.select = dynamodb::Select::count;
    }
  }

  void set_equality(const TableDefinition& table, const std::string& name, dynamodb::QueryRequest& request,
                    ModelRead& read) {
    const auto value = random_.key_value(table, name);
    auto& text = request.key_condition_expression;
    text += (text.empty() ? "" : " AND ") + name + " = :eq_" + name;
    if (!request.attributes.values) request.attributes.values.emplace();
    request.attributes.values->emplace(":eq_" + name, value);
    read.equal.emplace(name, value);
  }

  // The sort key's condition, in words and in meaning.
  void set_sort_key_condition(const TableDefinition& table, const std::string& name, dynamodb::QueryRequest& request,
                              ModelRead& read) {
    auto low = random_.key_value(table, name);
    auto high = random_.key_value(table, name);
    if (dynamodb::compare(high, low) < 0) std::swap(low, high);
    auto& values = *request.attributes.values;
    values.insert_or_assign(":s", low);
    read.sort_key_name = name;
    const auto compare_with = [low](auto wanted) {
      return [low, wanted](const AttributeValue& value) { return wanted(dynamodb::compare(value, low)); };
    };
    const auto operation = random_.below(low.get_if<Number>() != nullptr ? 6 : 7);
    static constexpr std::array<const char*, 7> texts = {" AND s = :s",
                                                         " AND s < :s",
                                                         " AND s <= :s",
                                                         " AND s > :s",
                                                         " AND s >= :s",
                                                         " AND s BETWEEN :s AND :t",
                                                         " AND begins_with(s, :s)"};
    std::string text = texts.at(operation);
    // The sort key's name where the text says s, which only stands alone where it is that name.
    const auto at = operation == 6 ? text.find("(s") + 1 : text.find(" s ") + 1;
    request.key_condition_expression += text.replace(at, 1, name);
    const auto begins = [low](const AttributeValue& value) {
      const auto* text_value = value.get_if<std::string>();
      return text_value != nullptr
                 ? text_value->starts_with(*low.get_if<std::string>())
                 : value.get_if<dynamodb::Binary>()->bytes.starts_with(low.get_if<dynamodb::Binary>()->bytes);
    };
    switch (operation) {
      case 0:
        read.sort_key_matches = compare_with([](auto order) { return order == 0; });
        break;
      case 1:
        read.sort_key_matches = compare_with([](auto order) { return order < 0; });
        break;
      case 2:
        read.sort_key_matches = compare_with([](auto order) { return order <= 0; });
        break;
      case 3:
        read.sort_key_matches = compare_with([](auto order) { return order > 0; });
        break;
      case 4:
        read.sort_key_matches = compare_with([](auto order) { return order >= 0; });
        break;
      case 5:
        values.insert_or_assign(":t", high);
        read.sort_key_matches = [low, high](const AttributeValue& value) {
          return dynamodb::compare(value, low) >= 0 && dynamodb::compare(value, high) <= 0;
        };
        break;
      default:
        read.sort_key_matches = begins;
    }
  }

  // Of a row that need not be there, within the condition. nullopt: none was found.
  std::optional<Key> start_key(const TableDefinition& definition, const KeySchema& schema, const ModelRead& read) {
    auto key = random_.key(definition);
    for (const auto& name : names_of(schema)) key.insert_or_assign(name, random_.key_value(definition, name));
    for (const auto& [name, value] : read.equal) key.insert_or_assign(name, value);
    if (read.sort_key_matches && !read.sort_key_matches(key.at(read.sort_key_name))) return std::nullopt;
    return key;
  }

  RandomData& random_;
};

}  // namespace engine::testing
