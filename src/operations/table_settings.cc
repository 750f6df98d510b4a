#include "operations/table_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/repository.h"

namespace operations {

using dynamodb::ErrorCode;
using dynamodb::Tag;
using dynamodb::TimeToLiveStatus;

namespace {

// What the service says while a new table's backups are being made ready: ContinuousBackupsUnavailableException, which
// the client reads as resource_in_use.
constexpr std::chrono::milliseconds backups_pause{3000};
constexpr int backups_attempts_max = 100;

// The attribute that it goes by; nullopt: it is off.
TableAnswer<std::optional<std::string>> time_to_live_of(const TableWork& work, std::string table_name) {
  auto current = co_await work.service.describe_time_to_live({table_name});
  if (!current) co_return std::unexpected(std::move(current.error().message));
  const bool is_off = current->status == TimeToLiveStatus::disabled || current->status == TimeToLiveStatus::disabling;
  if (is_off) co_return std::optional<std::string>();
  co_return current->attribute_name.value_or("");
}

}  // namespace

TableAnswer<Change> ensure_time_to_live(const TableWork& work, std::string table_name) {
  const std::string ours = tracker::time_to_live_attribute();
  const auto attribute = co_await time_to_live_of(work, table_name);
  if (!attribute) co_return std::unexpected(attribute.error());
  if (*attribute == ours) co_return Change();
  if (*attribute) {
    co_return Change(fmt::format(
        "Time to live is on the attribute {} already and was left so; the answers to repeated requests, which have {}, "
        "will not be removed by themselves.",
        **attribute, ours));
  }
  const auto enabled = co_await work.service.update_time_to_live({table_name, /*enabled=*/true, ours});
  if (enabled) co_return Change(fmt::format("Time to live is on, by the attribute {}.", ours));
  // Somebody else who makes the same table may have been quicker.
  const auto attribute_now = co_await time_to_live_of(work, table_name);
  if (attribute_now && *attribute_now == ours) co_return Change();
  co_return std::unexpected("Time to live could not be switched on: " + enabled.error().message);
}

TableAnswer<Change> ensure_point_in_time_recovery(const TableWork& work, std::string table_name) {
  if (!work.enable_point_in_time_recovery) co_return std::unexpected(no_point_in_time_recovery());
  auto enabled = co_await work.enable_point_in_time_recovery(table_name);
  for (int i = 0; i < backups_attempts_max && !enabled && enabled.error().code == ErrorCode::resource_in_use; ++i) {
    work.on_progress("the backups of the new table are being made ready");
    co_await work.pause(backups_pause);
    enabled = co_await work.enable_point_in_time_recovery(table_name);
  }
  if (enabled) co_return Change("Point-in-time recovery is on.");
  if (enabled.error().code == ErrorCode::unknown_operation) {
    co_return std::unexpected("The table is there, but this DynamoDB has no point-in-time recovery.");
  }
  co_return std::unexpected("The table is there, but point-in-time recovery could not be switched on: " +
                            enabled.error().message);
}

TableAnswer<Change> ensure_deletion_protection(const TableWork& work, dynamodb::TableDescription table) {
  if (table.definition.deletion_protection_enabled) co_return Change();
  const auto updated =
      co_await work.service.update_table({.table_name = table.definition.name, .deletion_protection_enabled = true});
  if (!updated) co_return std::unexpected("The table could not be protected: " + updated.error().message);
  co_return Change("The table is protected against deletion.");
}

TableAnswer<Change> ensure_tags(const TableWork& work, std::string arn, std::vector<Tag> tags) {
  const auto current = co_await work.service.list_tags_of_resource({.resource_arn = arn, .next_token = {}});
  if (current) {
    std::erase_if(tags, [&](const Tag& tag) { return std::ranges::find(current->tags, tag) != current->tags.end(); });
    if (tags.empty()) co_return Change();
  }
  const std::size_t count = tags.size();
  const auto tagged = co_await work.service.tag_resource({.resource_arn = arn, .tags = std::move(tags)});
  if (!tagged) co_return std::unexpected("The table could not be tagged: " + tagged.error().message);
  co_return Change(fmt::format("{} {} set.", count, count == 1 ? "tag was" : "tags were"));
}

std::string no_point_in_time_recovery() {
  return "The embedded store has no point-in-time recovery; `training-tracker backup` makes copies of it, also while "
         "it "
         "serves.";
}

}  // namespace operations
