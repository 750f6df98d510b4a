// The folder that holds a store, and who may have it open. It contains
//   lock     held, by the operating system's file lock, for as long as a process has the store open
//   owner    that process's id, for the sentence that the next one gets
//   format   the format version, written once the store has been made; read before anything of the store is
//   store/   the RocksDB
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>

#include "engine/embedded_database.h"

namespace rocksdb {
class FileLock;
}

namespace engine {

class DataDirectory {
 public:
  // Makes the directory where it is absent, and locks it. in_use, unwritable, newer_version, damaged.
  [[nodiscard]] static std::expected<std::unique_ptr<DataDirectory>, OpenError> acquire(rocksdb::Env& env,
                                                                                        std::string path);
  DataDirectory(const DataDirectory&) = delete;
  DataDirectory& operator=(const DataDirectory&) = delete;
  ~DataDirectory();  // unlocks

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string store_path() const { return path_ + "/store"; }
  // No store has been made here yet (or making it was interrupted, before it held anything).
  [[nodiscard]] bool is_new() const { return is_new_; }
  // The store was made by an older version.
  [[nodiscard]] bool is_older() const { return is_older_; }
  // The store is made, or is about to be written by this version: writes the format version, durably.
  [[nodiscard]] std::expected<void, OpenError> mark_made();

  // Whether the device takes a synced write of some size again.
  [[nodiscard]] std::expected<void, std::string> probe() const;

 private:
  DataDirectory(rocksdb::Env& env, std::string path) : env_(env), path_(std::move(path)) {}
  [[nodiscard]] std::expected<void, OpenError> make_directory() const;
  [[nodiscard]] std::expected<void, OpenError> lock();
  [[nodiscard]] std::expected<void, OpenError> read_format();

  rocksdb::Env& env_;
  std::string path_;
  rocksdb::FileLock* lock_ = nullptr;  // owned by env_, given back to it
  bool is_new_ = false;
  bool is_older_ = false;
};

inline constexpr const char* format_file_name = "format";
// The content of the format file, and the version in it (nullopt: not one of ours).
[[nodiscard]] std::string format_text(std::uint32_t version);
[[nodiscard]] std::optional<std::uint32_t> parse_format_text(std::string_view text);

}  // namespace engine
