// A backup is a directory of its own:
//   manifest   the format version, and every file below with its size and checksum; written last
//   store/     the RocksDB, as of one moment
#pragma once

#include <expected>
#include <string>

namespace engine {

class Storage;

// See EmbeddedDatabase::backup_to.
[[nodiscard]] std::expected<void, std::string> make_backup(const Storage& storage, const std::string& directory);

}  // namespace engine
