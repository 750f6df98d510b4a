// Many items by their keys, several at a time. BatchGetItem would be one request, but the guide's IAM policy does not
// allow it, and TransactGetItems costs twice as much.
#pragma once

#include <optional>
#include <vector>

#include "tracker/store.h"

namespace tracker {

// In the order of the keys, strongly consistent; nullopt where there is none.
dynamodb::Awaitable<std::vector<std::optional<dynamodb::Item>>> get_all(Store& store, std::vector<dynamodb::Key> keys);

}  // namespace tracker
