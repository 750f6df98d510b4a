// A DynamoDB that another process of this machine keeps: its endpoint on a Unix socket, as the port.
#pragma once

#include <memory>
#include <string>

#include "dynamodb/table_service.h"

namespace client {

// nullptr where nobody listens on that path. Every call makes a connection of its own (a Unix socket costs some 20 µs)
// and has a deadline of a minute; what fails on the way is ErrorCode::unreachable. partition_item_count answers
// nullopt.
[[nodiscard]] std::unique_ptr<dynamodb::TableService> connect(const std::string& socket_path);

}  // namespace client
