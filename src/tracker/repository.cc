#include "tracker/repository.h"

#include "tracker/implementation.h"
#include "tracker/schema.h"

namespace tracker {

Repository::Repository(dynamodb::Database& database, RepositoryOptions options)
    : implementation_(std::make_unique<Implementation>(database, std::move(options))) {}

Repository::~Repository() = default;

Awaitable<void> Repository::check_ready() {
  // A key that nothing has: half a read unit, and it fails when the table is absent or not allowed.
  auto found = co_await implementation_->store.get(schema::athlete_key("readiness"));
  if (found) co_return Result<void>();
  if (found.error().code == dynamodb::ErrorCode::resource_not_found) {
    co_return std::unexpected(
        Unavailable{.reason = "ResourceNotFoundException: the table " + implementation_->store.table() +
                              " does not exist. Create the table: python scripts/create_dynamodb_table.py (or: "
                              "training-tracker table create)"});
  }
  co_return std::unexpected(unavailable(found.error()));
}

}  // namespace tracker
