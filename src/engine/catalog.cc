#include "engine/catalog.h"

#include <algorithm>
#include <iterator>

#include "dynamodb/errors.h"
#include "engine/byte_codec.h"

namespace engine {
namespace {

using dynamodb::IndexDefinition;
using dynamodb::KeySchema;
using dynamodb::ProvisionedThroughput;
using dynamodb::TableDefinition;

void append_flag(std::string& out, bool value) {
  append_integer(out, static_cast<std::uint8_t>(value ? 1 : 0));
}

bool take_flag(ByteReader& reader) {
  return reader.integer<std::uint8_t>() != 0;
}

template <class Enumeration>
void append_enumeration(std::string& out, Enumeration value) {
  append_integer(out, static_cast<std::uint8_t>(value));
}

template <class Enumeration>
Enumeration take_enumeration(ByteReader& reader) {
  return static_cast<Enumeration>(reader.integer<std::uint8_t>());
}

void append_throughput(std::string& out, const std::optional<ProvisionedThroughput>& throughput) {
  append_flag(out, throughput.has_value());
  if (!throughput) return;
  append_integer(out, static_cast<std::uint64_t>(throughput->read_capacity_units));
  append_integer(out, static_cast<std::uint64_t>(throughput->write_capacity_units));
}

std::optional<ProvisionedThroughput> take_throughput(ByteReader& reader) {
  if (!take_flag(reader)) return std::nullopt;
  ProvisionedThroughput throughput;
  throughput.read_capacity_units = static_cast<std::int64_t>(reader.integer<std::uint64_t>());
  throughput.write_capacity_units = static_cast<std::int64_t>(reader.integer<std::uint64_t>());
  return throughput;
}

void append_key_schema(std::string& out, const KeySchema& schema) {
  append_string(out, schema.partition_key);
  append_flag(out, schema.sort_key.has_value());
  if (schema.sort_key) append_string(out, *schema.sort_key);
}

KeySchema take_key_schema(ByteReader& reader) {
  KeySchema schema;
  schema.partition_key = reader.string();
  if (take_flag(reader)) schema.sort_key = reader.string();
  return schema;
}

void append_names(std::string& out, const std::vector<std::string>& names) {
  append_integer(out, static_cast<std::uint32_t>(names.size()));
  for (const std::string& name : names) append_string(out, name);
}

std::vector<std::string> take_names(ByteReader& reader) {
  std::vector<std::string> names;
  const auto count = reader.integer<std::uint32_t>();
  std::generate_n(std::back_inserter(names), count, [&] { return reader.string(); });
  return names;
}

void append_index(std::string& out, const Index& index) {
  append_integer(out, index.id);
  append_flag(out, index.is_global);
  const IndexDefinition& definition = index.definition;
  append_string(out, definition.name);
  append_key_schema(out, definition.key_schema);
  append_enumeration(out, definition.projection.type);
  append_names(out, definition.projection.non_key_attributes);
  append_throughput(out, definition.provisioned_throughput);
}

Index take_index(ByteReader& reader) {
  Index index;
  index.id = reader.integer<std::uint32_t>();
  index.is_global = take_flag(reader);
  index.definition.name = reader.string();
  index.definition.key_schema = take_key_schema(reader);
  index.definition.projection.type = take_enumeration<dynamodb::ProjectionType>(reader);
  index.definition.projection.non_key_attributes = take_names(reader);
  index.definition.provisioned_throughput = take_throughput(reader);
  return index;
}

void append_time(std::string& out, const std::optional<Time>& time) {
  append_flag(out, time.has_value());
  if (time) append_integer(out, static_cast<std::uint64_t>(time->time_since_epoch().count()));
}

std::optional<Time> take_time(ByteReader& reader) {
  if (!take_flag(reader)) return std::nullopt;
  return Time(std::chrono::milliseconds(static_cast<std::int64_t>(reader.integer<std::uint64_t>())));
}

// What UpdateTable, TTL, tags and streams brought.
void append_second_part(std::string& out, const Table& table) {
  const auto& view_type = table.definition.stream_view_type;
  append_flag(out, view_type.has_value());
  if (view_type) append_enumeration(out, *view_type);
  append_string(out, table.stream_label);
  append_enumeration(out, table.definition.table_class);
  append_time(out, table.table_class_since);
  append_time(out, table.pay_per_request_since);
  append_integer(out, static_cast<std::uint32_t>(table.tags.size()));
  for (const dynamodb::Tag& tag : table.tags) {
    append_string(out, tag.key);
    append_string(out, tag.value);
  }
  append_flag(out, table.time_to_live.has_value());
  if (table.time_to_live) {
    append_string(out, table.time_to_live->attribute_name);
    append_flag(out, table.time_to_live->enabling);
  }
  for (const Index& index : table.indexes) append_enumeration(out, index.status);
}

void take_second_part(ByteReader& reader, Table& table) {
  if (take_flag(reader)) table.definition.stream_view_type = take_enumeration<dynamodb::StreamViewType>(reader);
  table.stream_label = reader.string();
  table.definition.table_class = take_enumeration<dynamodb::TableClass>(reader);
  table.table_class_since = take_time(reader);
  table.pay_per_request_since = take_time(reader);
  const auto tags = reader.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < tags; ++i) {
    std::string key = reader.string();
    table.tags.push_back({std::move(key), reader.string()});
  }
  if (take_flag(reader)) {
    std::string attribute_name = reader.string();
    table.time_to_live = TimeToLive{std::move(attribute_name), take_flag(reader)};
  }
  for (Index& index : table.indexes) index.status = take_enumeration<IndexStatus>(reader);
}

// What keys of several attributes brought.
void append_third_part(std::string& out, const Table& table) {
  for (const Index& index : table.indexes) {
    append_names(out, index.definition.key_schema.more_partition_keys);
    append_names(out, index.definition.key_schema.more_sort_keys);
  }
}

void take_third_part(ByteReader& reader, Table& table) {
  for (Index& index : table.indexes) {
    index.definition.key_schema.more_partition_keys = take_names(reader);
    index.definition.key_schema.more_sort_keys = take_names(reader);
  }
}

void append_units(std::string& out, const std::optional<std::int64_t>& units) {
  append_flag(out, units.has_value());
  if (units) append_integer(out, static_cast<std::uint64_t>(*units));
}

std::optional<std::int64_t> take_units(ByteReader& reader) {
  if (!take_flag(reader)) return std::nullopt;
  return static_cast<std::int64_t>(reader.integer<std::uint64_t>());
}

// Of a table's or an index's definition.
template <class Definition>
void append_throughput_settings(std::string& out, const Definition& definition) {
  append_units(out, definition.on_demand_throughput.max_read_request_units);
  append_units(out, definition.on_demand_throughput.max_write_request_units);
  append_units(out, definition.warm_throughput.read_units_per_second);
  append_units(out, definition.warm_throughput.write_units_per_second);
}

template <class Definition>
void take_throughput_settings(ByteReader& reader, Definition& definition) {
  definition.on_demand_throughput.max_read_request_units = take_units(reader);
  definition.on_demand_throughput.max_write_request_units = take_units(reader);
  definition.warm_throughput.read_units_per_second = take_units(reader);
  definition.warm_throughput.write_units_per_second = take_units(reader);
}

// Encryption, maximum and warm throughput.
void append_settings(std::string& out, const Table& table) {
  append_flag(out, table.definition.kms_key.has_value());
  if (table.definition.kms_key) append_string(out, *table.definition.kms_key);
  append_throughput_settings(out, table.definition);
  for (const Index& index : table.indexes) append_throughput_settings(out, index.definition);
}

void take_settings(ByteReader& reader, Table& table) {
  if (take_flag(reader)) table.definition.kms_key = reader.string();
  take_throughput_settings(reader, table.definition);
  for (Index& index : table.indexes) take_throughput_settings(reader, index.definition);
}

}  // namespace

bool Table::is_updating() const {
  return std::ranges::any_of(indexes, [](const Index& index) { return index.status != IndexStatus::active; });
}

const Index* Table::find_index(std::string_view name) const {
  const auto found = std::ranges::find_if(indexes, [&](const Index& index) { return index.definition.name == name; });
  return found == indexes.end() ? nullptr : &*found;
}

std::shared_ptr<const Table> Catalog::find(std::string_view name) const {
  const auto found = tables_.find(name);
  return found == tables_.end() ? nullptr : found->second;
}

dynamodb::Result<std::shared_ptr<const Table>> Catalog::require(std::string_view name) const {
  if (std::shared_ptr<const Table> table = find(name)) return table;
  return std::unexpected(dynamodb::errors::requested_resource_not_found());
}

std::string encode_table(const Table& table) {
  std::string out;
  const TableDefinition& definition = table.definition;
  append_integer(out, table.id);
  append_string(out, table.uuid);
  append_integer(out, static_cast<std::uint64_t>(table.created_at.time_since_epoch().count()));
  append_string(out, definition.name);
  append_key_schema(out, definition.key_schema);
  append_integer(out, static_cast<std::uint32_t>(definition.attribute_definitions.size()));
  for (const dynamodb::AttributeDefinition& attribute : definition.attribute_definitions) {
    append_string(out, attribute.name);
    append_enumeration(out, attribute.type);
  }
  append_enumeration(out, definition.billing_mode);
  append_throughput(out, definition.provisioned_throughput);
  append_flag(out, definition.deletion_protection_enabled);
  append_integer(out, static_cast<std::uint32_t>(table.indexes.size()));
  for (const Index& index : table.indexes) append_index(out, index);
  append_second_part(out, table);
  append_third_part(out, table);
  append_settings(out, table);
  return out;
}

Table decode_table(std::string_view bytes) {
  ByteReader reader(bytes);
  Table table;
  TableDefinition& definition = table.definition;
  table.id = reader.integer<std::uint32_t>();
  table.uuid = reader.string();
  table.created_at = Time(std::chrono::milliseconds(static_cast<std::int64_t>(reader.integer<std::uint64_t>())));
  definition.name = reader.string();
  definition.key_schema = take_key_schema(reader);
  const auto attributes = reader.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < attributes; ++i) {
    std::string name = reader.string();
    definition.attribute_definitions.push_back({std::move(name), take_enumeration<dynamodb::ScalarType>(reader)});
  }
  definition.billing_mode = take_enumeration<dynamodb::BillingMode>(reader);
  definition.provisioned_throughput = take_throughput(reader);
  definition.deletion_protection_enabled = take_flag(reader);
  const auto indexes = reader.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < indexes; ++i) table.indexes.push_back(take_index(reader));
  if (!reader.at_end()) {
    take_second_part(reader, table);
  } else if (definition.billing_mode == dynamodb::BillingMode::pay_per_request) {
    table.pay_per_request_since = table.created_at;
  }
  if (!reader.at_end()) take_third_part(reader, table);
  if (!reader.at_end()) take_settings(reader, table);
  for (const Index& index : table.indexes) {
    (index.is_global ? definition.global_secondary_indexes : definition.local_secondary_indexes)
        .push_back(index.definition);
  }
  return table;
}

}  // namespace engine
