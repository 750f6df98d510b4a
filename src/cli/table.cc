// table create, table describe.
#include <fmt/format.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/logging.h"
#include "cli/store.h"
#include "json/writer.h"

namespace cli {
namespace {

const char* projection_name(dynamodb::ProjectionType type) {
  switch (type) {
    case dynamodb::ProjectionType::all:
      return "ALL";
    case dynamodb::ProjectionType::keys_only:
      return "KEYS_ONLY";
    case dynamodb::ProjectionType::include:
      return "INCLUDE";
  }
  return "";
}

std::string keys_of(const dynamodb::KeySchema& schema) {
  return schema.sort_key ? schema.partition_key + ", " + *schema.sort_key : schema.partition_key;
}

void print_text(const dynamodb::TableDescription& table) {
  fmt::print("table {}: {} items, {} bytes\n  key {}\n", table.definition.name, table.item_count, table.size_bytes,
             keys_of(table.definition.key_schema));
  for (std::size_t i = 0; i < table.definition.global_secondary_indexes.size(); ++i) {
    const auto& index = table.definition.global_secondary_indexes[i];
    const auto entries = i < table.indexes.size() ? table.indexes[i].item_count : 0;
    fmt::print("  index {}: key {}; {}; {} entries\n", index.name, keys_of(index.key_schema),
               projection_name(index.projection.type), entries);
  }
}

void write_key_schema(json::Writer& writer, const dynamodb::KeySchema& schema) {
  writer.key("KeySchema").start_array();
  writer.start_object().key("AttributeName").string(schema.partition_key).key("KeyType").string("HASH").end_object();
  if (schema.sort_key)
    writer.start_object().key("AttributeName").string(*schema.sort_key).key("KeyType").string("RANGE").end_object();
  writer.end_array();
}

// In the shape of DescribeTable's answer, as far as it goes.
void print_json(const dynamodb::TableDescription& table) {
  json::Writer writer;
  writer.start_object().key("Table").start_object();
  writer.key("TableName").string(table.definition.name);
  writer.key("TableStatus").string("ACTIVE");
  writer.key("TableArn").string(table.arn);
  writer.key("TableId").string(table.id);
  write_key_schema(writer, table.definition.key_schema);
  writer.key("ItemCount").integer(table.item_count).key("TableSizeBytes").integer(table.size_bytes);
  writer.key("GlobalSecondaryIndexes").start_array();
  for (std::size_t i = 0; i < table.definition.global_secondary_indexes.size(); ++i) {
    const auto& index = table.definition.global_secondary_indexes[i];
    writer.start_object().key("IndexName").string(index.name).key("IndexStatus").string("ACTIVE");
    write_key_schema(writer, index.key_schema);
    writer.key("Projection")
        .start_object()
        .key("ProjectionType")
        .string(projection_name(index.projection.type))
        .end_object();
    if (i < table.indexes.size()) writer.key("ItemCount").integer(table.indexes[i].item_count);
    writer.end_object();
  }
  writer.end_array().end_object().end_object();
  fmt::print("{}\n", writer.take());
}

int fail(const std::string& sentence) {
  log_error(sentence);
  return exit_failure;
}

int describe_opened(Store& store, bool as_json) {
  const auto described = run(store.database->describe_table({store.choice.table_name}));
  if (!described) return fail(described.error().message);
  as_json ? print_json(described->table) : print_text(described->table);
  return exit_success;
}

}  // namespace

int table_create(const TableOptions& options) {
  start_logging();
  auto store = open_store(options.store, options.indexes == "guide" ? TableWanted::guide_only : TableWanted::full);
  if (!store) return fail(store.error());
  return describe_opened(*store, options.json);
}

int table_describe(const TableOptions& options) {
  start_logging();
  auto store = open_store(options.store, TableWanted::as_it_is);
  if (!store) return fail(store.error());
  return describe_opened(*store, options.json);
}

}  // namespace cli
