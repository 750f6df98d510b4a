#include "cli/table_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>

#include "dynamodb/key_schema.h"
#include "dynamodb/table_names.h"
#include "operations/table_capacity.h"
#include "operations/table_fit.h"
#include "tracker/repository.h"

namespace cli {
namespace {

using dynamodb::IndexDefinition;
using dynamodb::TableStatus;
using dynamodb::TimeToLiveStatus;

std::string keys_of(const dynamodb::KeySchema& schema) {
  const auto sort_keys = dynamodb::sort_attributes(schema);
  const std::string partition = fmt::format("{}", fmt::join(dynamodb::partition_attributes(schema), " + "));
  return sort_keys.empty() ? partition : fmt::format("{}, {}", partition, fmt::join(sort_keys, " + "));
}

std::string time_to_live_text(const dynamodb::DescribeTimeToLiveResult& time_to_live) {
  const std::string attribute = time_to_live.attribute_name.value_or("");
  switch (time_to_live.status) {
    case TimeToLiveStatus::enabled:
      return "by " + attribute;
    case TimeToLiveStatus::enabling:
      return "by " + attribute + " (being switched on)";
    case TimeToLiveStatus::disabling:
      return "being switched off";
    case TimeToLiveStatus::disabled:
      return "off";
  }
  return "";
}

void describe_index(const IndexDefinition& index, const dynamodb::IndexDescription& state, bool is_provisioned,
                    std::string& text) {
  fmt::format_to(std::back_inserter(text), "  index {}: key {}; {}; {} entries", index.name, keys_of(index.key_schema),
                 name_of(index.projection.type), state.item_count);
  if (is_provisioned && index.provisioned_throughput) {
    text += "; " + operations::describe(index.provisioned_throughput);
  }
  if (state.status != TableStatus::active) {
    fmt::format_to(std::back_inserter(text), "; {}{}", name_of(state.status),
                   state.backfilling ? ", being filled" : "");
  }
  text += '\n';
}

}  // namespace

std::string describe(const TableFacts& facts) {
  const auto& table = facts.table;
  const auto capacity = operations::capacity_of(table.definition);
  std::string text;
  const auto out = std::back_inserter(text);
  fmt::format_to(out, "table {}: {}; {} items, {} bytes\n  {}\n  key {}\n  {}\n", table.definition.name,
                 name_of(table.status), table.item_count, table.size_bytes, table.arn,
                 keys_of(table.definition.key_schema), operations::describe(capacity));
  for (std::size_t i = 0; i < table.definition.global_secondary_indexes.size(); ++i) {
    describe_index(table.definition.global_secondary_indexes[i],
                   i < table.indexes.size() ? table.indexes[i] : dynamodb::IndexDescription(), capacity.has_value(),
                   text);
  }
  const auto fit = operations::compare_tables(tracker::table_definition(table.definition.name), table.definition);
  for (const auto& index : fit.missing_indexes) {
    fmt::format_to(out, "  index {}: missing; `training-tracker table upgrade` adds it\n", index.name);
  }
  if (facts.time_to_live) fmt::format_to(out, "  time to live: {}\n", time_to_live_text(*facts.time_to_live));
  fmt::format_to(out, "  deletion protection: {}\n", table.definition.deletion_protection_enabled ? "on" : "off");
  if (const auto& recovery = facts.point_in_time_recovery) {
    fmt::format_to(out, "  point-in-time recovery: {}\n", recovery->point_in_time_recovery_enabled ? "on" : "off");
  }
  if (facts.tags && !facts.tags->empty()) {
    text += "  tags:";
    for (const auto& tag : *facts.tags) fmt::format_to(out, " {}={}", tag.key, tag.value);
    text += '\n';
  }
  for (const auto& difference : fit.differences) fmt::format_to(out, "  not the tracker's: {}\n", difference);
  return text;
}

}  // namespace cli
