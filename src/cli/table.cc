// table create, table describe.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/fail.h"
#include "cli/logging.h"
#include "cli/store.h"
#include "dynamodb/key_schema.h"
#include "wire/serialize.h"

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
  const auto sort_keys = dynamodb::sort_attributes(schema);
  const std::string partition = fmt::format("{}", fmt::join(dynamodb::partition_attributes(schema), " + "));
  return sort_keys.empty() ? partition : fmt::format("{}, {}", partition, fmt::join(sort_keys, " + "));
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

int describe_opened(Store& store, bool as_json) {
  const auto described = run(store.database->describe_table({store.choice.table_name}));
  if (!described) return fail(described.error().message);
  if (as_json) {
    fmt::print("{}\n", wire::serialize(*described, wire::TableMember::table));  // as DescribeTable's answer
  } else {
    print_text(described->table);
  }
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
