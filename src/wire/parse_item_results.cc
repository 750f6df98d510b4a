// Answers of the data plane.
#include "wire/answer.h"
#include "wire/attribute_values.h"
#include "wire/parse_result.h"

namespace wire {

using dynamodb::Result;

namespace {

std::optional<dynamodb::EncodedItem> item(const Field& field) {
  auto attributes = attribute_map(field);
  if (!attributes) return std::nullopt;
  return dynamodb::EncodedItem(*attributes);
}

double number(const Field& field) {
  return floating(field).value_or(0);
}

dynamodb::Capacity capacity(const Field& field) {
  return {.units = number(field["CapacityUnits"]),
          .read_units = floating(field["ReadCapacityUnits"]),
          .write_units = floating(field["WriteCapacityUnits"])};
}

std::map<std::string, dynamodb::Capacity> index_capacities(const Field& field) {
  std::map<std::string, dynamodb::Capacity> capacities;
  field.map("Capacity",
            [&](std::string_view index, const Field& value) { capacities.emplace(index, capacity(value)); });
  return capacities;
}

std::optional<dynamodb::ConsumedCapacity> consumed_capacity(const Field& field) {
  if (!field.structure("ConsumedCapacity")) return std::nullopt;
  dynamodb::ConsumedCapacity consumed;
  consumed.table_name = field["TableName"].text().value_or("");
  consumed.total = capacity(field);
  if (const Field table = field["Table"]; table.structure("Capacity")) consumed.table = capacity(table);
  consumed.local_secondary_indexes = index_capacities(field["LocalSecondaryIndexes"]);
  consumed.global_secondary_indexes = index_capacities(field["GlobalSecondaryIndexes"]);
  return consumed;
}

std::vector<dynamodb::ConsumedCapacity> consumed_capacities(const Field& field) {
  std::vector<dynamodb::ConsumedCapacity> all;
  field.list({}, [&](const Field& element) {
    if (auto one = consumed_capacity(element)) all.push_back(*std::move(one));
  });
  return all;
}

std::optional<dynamodb::ItemCollectionMetrics> item_collection_metrics(const Field& field) {
  if (!field.structure("ItemCollectionMetrics")) return std::nullopt;
  dynamodb::ItemCollectionMetrics metrics;
  metrics.item_collection_key = attribute_map(field["ItemCollectionKey"]).value_or(dynamodb::AttributeMap());
  std::vector<double> bounds;
  const Field range = field["SizeEstimateRangeGB"];
  range.list({}, [&](const Field& bound) { bounds.push_back(number(bound)); });
  if (bounds.size() == 2) {
    metrics.size_estimate_lower_gb = bounds[0];
    metrics.size_estimate_upper_gb = bounds[1];
  }
  return metrics;
}

dynamodb::ItemCollectionMetricsOfTables metrics_of_tables(const Field& field) {
  dynamodb::ItemCollectionMetricsOfTables tables;
  field.map("ItemCollectionMetrics", [&](std::string_view table, const Field& list) {
    list.list({}, [&](const Field& element) {
      if (auto one = item_collection_metrics(element)) tables[std::string(table)].push_back(*std::move(one));
    });
  });
  return tables;
}

dynamodb::KeysAndAttributes keys_and_attributes(const Field& field) {
  dynamodb::KeysAndAttributes keys;
  field["Keys"].list({}, [&](const Field& key) { keys.keys.push_back(attribute_map(key).value_or(dynamodb::Key())); });
  keys.consistent_read = field["ConsistentRead"].boolean().value_or(false);
  keys.projection_expression = field["ProjectionExpression"].text();
  keys.attributes = expression_attribute_names(field);
  return keys;
}

std::optional<dynamodb::WriteRequest> write_request(const Field& field) {
  if (const Field put = field["PutRequest"]; put.structure("PutRequest")) {
    return dynamodb::PutRequest{attribute_map(put["Item"]).value_or(dynamodb::Item())};
  }
  if (const Field remove = field["DeleteRequest"]; remove.structure("DeleteRequest")) {
    return dynamodb::DeleteRequest{attribute_map(remove["Key"]).value_or(dynamodb::Key())};
  }
  return std::nullopt;
}

}  // namespace

template <>
Result<dynamodb::GetItemResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::GetItemResult>(body, [](const Field& answer) {
    return dynamodb::GetItemResult{.item = item(answer["Item"]),
                                   .consumed_capacity = consumed_capacity(answer["ConsumedCapacity"])};
  });
}

template <>
Result<dynamodb::WriteItemResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::WriteItemResult>(body, [](const Field& answer) {
    return dynamodb::WriteItemResult{
        .attributes = item(answer["Attributes"]),
        .consumed_capacity = consumed_capacity(answer["ConsumedCapacity"]),
        .item_collection_metrics = item_collection_metrics(answer["ItemCollectionMetrics"])};
  });
}

template <>
Result<dynamodb::PageResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::PageResult>(body, [](const Field& answer) {
    dynamodb::PageResult page;
    const Field items = answer["Items"];
    items.list({},
               [&](const Field& element) { page.items.push_back(item(element).value_or(dynamodb::EncodedItem())); });
    page.count = answer["Count"].long_integer().value_or(0);
    page.scanned_count = answer["ScannedCount"].long_integer().value_or(0);
    page.last_evaluated_key = attribute_map(answer["LastEvaluatedKey"]);
    page.consumed_capacity = consumed_capacity(answer["ConsumedCapacity"]);
    return page;
  });
}

template <>
Result<dynamodb::BatchGetItemResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::BatchGetItemResult>(body, [](const Field& answer) {
    dynamodb::BatchGetItemResult result;
    answer["Responses"].map("List", [&](std::string_view table, const Field& items) {
      auto& of_table = result.responses[std::string(table)];
      items.list({},
                 [&](const Field& element) { of_table.push_back(item(element).value_or(dynamodb::EncodedItem())); });
    });
    answer["UnprocessedKeys"].map("KeysAndAttributes", [&](std::string_view table, const Field& keys) {
      result.unprocessed_keys.emplace(table, keys_and_attributes(keys));
    });
    result.consumed_capacity = consumed_capacities(answer["ConsumedCapacity"]);
    return result;
  });
}

template <>
Result<dynamodb::BatchWriteItemResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::BatchWriteItemResult>(body, [](const Field& answer) {
    dynamodb::BatchWriteItemResult result;
    answer["UnprocessedItems"].map("List", [&](std::string_view table, const Field& writes) {
      auto& of_table = result.unprocessed_items[std::string(table)];
      writes.list({}, [&](const Field& element) {
        if (auto write = write_request(element)) of_table.push_back(*std::move(write));
      });
    });
    result.consumed_capacity = consumed_capacities(answer["ConsumedCapacity"]);
    result.item_collection_metrics = metrics_of_tables(answer["ItemCollectionMetrics"]);
    return result;
  });
}

template <>
Result<dynamodb::TransactWriteItemsResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::TransactWriteItemsResult>(body, [](const Field& answer) {
    return dynamodb::TransactWriteItemsResult{
        .consumed_capacity = consumed_capacities(answer["ConsumedCapacity"]),
        .item_collection_metrics = metrics_of_tables(answer["ItemCollectionMetrics"])};
  });
}

template <>
Result<dynamodb::TransactGetItemsResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::TransactGetItemsResult>(body, [](const Field& answer) {
    dynamodb::TransactGetItemsResult result;
    answer["Responses"].list({}, [&](const Field& element) {
      result.responses.push_back(element.structure("ItemResponse") ? item(element["Item"]) : std::nullopt);
    });
    result.consumed_capacity = consumed_capacities(answer["ConsumedCapacity"]);
    return result;
  });
}

}  // namespace wire
