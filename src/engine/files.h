// What is done to files beside the RocksDB: always through its Env, so that tests reach these with their faults too.
#pragma once

#include <string>
#include <string_view>

namespace rocksdb {
class Env;
class Status;
}  // namespace rocksdb

namespace engine::files {

// The directory and every missing one above it, each entry synced.
[[nodiscard]] rocksdb::Status make_directories(rocksdb::Env& env, const std::string& path);
// Makes what happened to the directory's entries (made, renamed, deleted) durable.
[[nodiscard]] rocksdb::Status sync_directory(rocksdb::Env& env, const std::string& path);
// The file is either not there (or as before) or has the whole content, whatever happens.
[[nodiscard]] rocksdb::Status write_durably(rocksdb::Env& env, const std::string& path, std::string_view content);
// "/a/b" of "/a/b/c"; "." where there is none.
[[nodiscard]] std::string parent_of(const std::string& path);

}  // namespace engine::files
