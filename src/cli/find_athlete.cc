#include "cli/find_athlete.h"

#include <fmt/format.h>

#include "operations/store_failure.h"

namespace cli {

boost::asio::awaitable<std::expected<std::string, std::string>> find_athlete(tracker::Repository& repository,
                                                                             std::string name_or_id) {
  const auto athletes = co_await repository.list_athletes();
  if (!athletes) co_return std::unexpected(operations::describe_failure(athletes.error()));
  std::string ids;
  int found = 0;
  for (const auto& athlete : *athletes) {
    if (athlete.id == name_or_id) co_return athlete.id;
    if (athlete.name != name_or_id) continue;
    ids += (found++ == 0 ? "" : ", ") + athlete.id;
  }
  if (found == 0) co_return std::unexpected(fmt::format("There is no athlete '{}'.", name_or_id));
  if (found > 1)
    co_return std::unexpected(
        fmt::format("{} athletes are called '{}'; give one of their ids instead: {}", found, name_or_id, ids));
  co_return ids;
}

}  // namespace cli
