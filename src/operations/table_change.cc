#include "operations/table_change.h"

namespace operations {

TableAnswer<CapacityReport> change_capacity(const TableWork& work, std::string table_name, Capacity capacity) {
  auto table = co_await wait_until_active(work, table_name);
  if (!table) co_return std::unexpected(std::move(table.error()));
  auto request = capacity_update(table->definition, capacity);
  if (!request) co_return CapacityReport{.table = *std::move(table), .was_changed = false};
  const auto updated = co_await work.service.update_table(*std::move(request));
  if (!updated) co_return std::unexpected(updated.error().message);
  table = co_await wait_until_active(work, table_name);
  if (!table) co_return std::unexpected(std::move(table.error()));
  co_return CapacityReport{.table = *std::move(table), .was_changed = true};
}

TableAnswer<void> delete_table(const TableWork& work, std::string table_name, bool unprotect) {
  if (unprotect) {
    auto table = co_await wait_until_active(work, table_name);
    if (!table) co_return std::unexpected(std::move(table.error()));
    if (table->definition.deletion_protection_enabled) {
      const auto updated =
          co_await work.service.update_table({.table_name = table_name, .deletion_protection_enabled = false});
      if (!updated) co_return std::unexpected(updated.error().message);
      table = co_await wait_until_active(work, table_name);
      if (!table) co_return std::unexpected(std::move(table.error()));
    }
  }
  const auto deleted = co_await work.service.delete_table({table_name});
  if (!deleted) co_return std::unexpected(deleted.error().message);
  co_return co_await wait_until_gone(work, std::move(table_name));
}

}  // namespace operations
