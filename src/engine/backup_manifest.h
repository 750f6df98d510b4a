// What a backup holds, so that a damaged or incomplete one is recognised before it is restored.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace rocksdb {
class Env;
class Status;
}  // namespace rocksdb

namespace engine {

inline constexpr const char* manifest_file_name = "manifest";
inline constexpr std::size_t backup_files_max = 100'000;

struct BackupFile {
  std::string name;  // in store/, no folders
  std::uint64_t size_bytes = 0;
  std::uint32_t checksum = 0;  // CRC-32C
  friend bool operator==(const BackupFile&, const BackupFile&) = default;
};

struct BackupManifest {
  std::uint32_t format = 0;
  std::vector<BackupFile> files;
  friend bool operator==(const BackupManifest&, const BackupManifest&) = default;
};

// Lines of text; the last one is the checksum of those before it.
[[nodiscard]] std::string format_manifest(const BackupManifest& manifest);
// Error: what is wrong with it.
[[nodiscard]] std::expected<BackupManifest, std::string> parse_manifest(std::string_view text);

// Reads a file to its end. Where `copy_to` is not empty the file is written there too, synced.
[[nodiscard]] rocksdb::Status measure_file(rocksdb::Env& env, const std::string& path, const std::string& copy_to,
                                           BackupFile& measured);

}  // namespace engine
