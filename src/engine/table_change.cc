#include "engine/table_change.h"

#include "engine/byte_codec.h"
#include "engine/key_encoding.h"
#include "engine/system_keys.h"

namespace engine {

Mutations changed_table(const WriteState& state, std::shared_ptr<const Table> table) {
  const std::string name = table->definition.name;
  Mutations mutations;
  mutations.rows.push_back({system_keys::table(name), encode_table(*table)});
  Catalog::Tables tables = state.catalog().tables();
  tables.insert_or_assign(name, std::move(table));
  mutations.catalog = std::make_shared<const Catalog>(std::move(tables));
  return mutations;
}

void delete_entries(const Index& index, Mutations& mutations) {
  mutations.rows.push_back({system_keys::counts(index.id), std::nullopt});
  mutations.deleted_ranges.push_back(whole_range(index.id));
  mutations.deleted_ranges.push_back(system_keys::partition_counts(index.id));
}

dynamodb::Result<std::uint32_t> read_next_id(const WriteState& state) {
  const dynamodb::Result<std::optional<std::string>> row = state.row(system_keys::next_id());
  if (!row) return std::unexpected(row.error());
  return *row ? ByteReader(**row).integer<std::uint32_t>() : system_keys::first_table_id;
}

RowChange next_id_row(std::uint32_t id) {
  std::string value;
  append_integer(value, id);
  return {system_keys::next_id(), std::move(value)};
}

}  // namespace engine
