#include "tracker/session_version.h"

#include "tracker/repository.h"
#include "tracker/session_item.h"

namespace tracker {

Result<void> check_version(const dynamodb::Item& stored, const std::optional<std::string>& if_match) {
  if (!if_match) return {};
  const auto session = session_from_item(stored);
  if (!session || etag(*session) != *if_match) return std::unexpected(PreconditionFailed{});
  return {};
}

std::span<const std::string_view> unchanged_attributes(const std::optional<std::string>& if_match) {
  if (!if_match) return {};
  return etag_attributes;
}

}  // namespace tracker
