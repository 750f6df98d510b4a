#include "operations/table_work.h"

#include <utility>
#include <variant>

namespace operations {
namespace {

// The last answer of DescribeTable, where what was waited for has come about.
TableAnswer<dynamodb::Result<dynamodb::TableResult>> watch(const TableWork& work, std::string table_name, Wait wait) {
  TableWatch table(table_name, wait);
  while (true) {  // the watch ends it
    auto described = co_await work.service.describe_table({table_name});
    auto verdict = table.judge(described);
    if (std::holds_alternative<TableWatch::Reached>(verdict)) co_return std::move(described);
    if (auto* failed = std::get_if<TableWatch::Failed>(&verdict))
      co_return std::unexpected(std::move(failed->sentence));
    const auto& pause = std::get<TableWatch::Pause>(verdict);
    work.on_progress(pause.what);
    co_await work.pause(pause.time);
  }
}

}  // namespace

TableAnswer<dynamodb::TableDescription> wait_until_active(const TableWork& work, std::string table_name, Wait wait) {
  auto described = co_await watch(work, std::move(table_name), wait);
  if (!described) co_return std::unexpected(std::move(described.error()));
  co_return std::move((*described)->table);
}

TableAnswer<void> wait_until_gone(const TableWork& work, std::string table_name) {
  const auto gone = co_await watch(work, std::move(table_name), {.what = Wait::For::gone});
  if (!gone) co_return std::unexpected(gone.error());
  co_return std::expected<void, std::string>();
}

}  // namespace operations
