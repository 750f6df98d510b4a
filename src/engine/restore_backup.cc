#include <rocksdb/env.h>
#include <unistd.h>

#include <filesystem>

#include "engine/backup_manifest.h"
#include "engine/data_directory.h"
#include "engine/embedded_database.h"
#include "engine/files.h"
#include "engine/storage.h"

namespace engine {
namespace {

using Outcome = std::expected<void, std::string>;

std::expected<BackupManifest, std::string> read_manifest(rocksdb::Env& env, const std::string& directory) {
  std::string text;
  if (!rocksdb::ReadFileToString(&env, directory + "/" + manifest_file_name, &text).ok()) {
    return std::unexpected(directory + " is not a backup, or not a complete one: it has no manifest.");
  }
  auto manifest = parse_manifest(text);
  if (!manifest) return std::unexpected("The backup " + directory + " is damaged: " + manifest.error() + ".");
  if (manifest->format > format_version) {
    return std::unexpected("The backup " + directory + " was made by a newer version (format " +
                           std::to_string(manifest->format) + "). Use that version to restore it.");
  }
  return manifest;
}

Outcome require_empty(const std::string& data_directory) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(data_directory, error);
  if (status.type() == std::filesystem::file_type::not_found) return {};
  if (status.type() == std::filesystem::file_type::directory && std::filesystem::is_empty(data_directory, error)) {
    return {};
  }
  return std::unexpected("A backup is restored into an empty data directory only, and " + data_directory +
                         " is not empty. Move what is there away first.");
}

Outcome copy_files(rocksdb::Env& env, const BackupManifest& manifest, const std::string& backup,
                   const std::string& target) {
  for (const BackupFile& expected : manifest.files) {
    BackupFile copied;
    copied.name = expected.name;
    const rocksdb::Status status =
        measure_file(env, backup + "/store/" + expected.name, target + "/store/" + expected.name, copied);
    if (!status.ok()) {
      return std::unexpected("The backup " + backup + " could not be copied: " + status.ToString() + ".");
    }
    if (copied != expected) {
      return std::unexpected("The backup " + backup + " is damaged: store/" + expected.name +
                             " is not what the backup wrote.");
    }
  }
  return {};
}

Outcome build(rocksdb::Env& env, const BackupManifest& manifest, const std::string& backup, const std::string& target) {
  const auto cannot_write = [&](const rocksdb::Status& status) {
    return std::unexpected(target + " could not be written: " + status.ToString() + ".");
  };
  if (const rocksdb::Status made = files::make_directories(env, target + "/store"); !made.ok()) {
    return cannot_write(made);
  }
  if (Outcome copied = copy_files(env, manifest, backup, target); !copied) return copied;
  if (const rocksdb::Status synced = files::sync_directory(env, target + "/store"); !synced.ok()) {
    return cannot_write(synced);
  }
  const rocksdb::Status marked =
      files::write_durably(env, target + "/" + format_file_name, format_text(manifest.format));
  if (!marked.ok()) return cannot_write(marked);
  return {};
}

std::string without_trailing_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

std::expected<void, std::string> restore_backup(const std::string& backup_directory,
                                                const std::string& data_directory) {
  rocksdb::Env& env = *rocksdb::Env::Default();
  const std::string target = without_trailing_slashes(data_directory);
  const auto manifest = read_manifest(env, backup_directory);
  if (!manifest) return std::unexpected(manifest.error());
  if (Outcome empty = require_empty(target); !empty) return empty;

  const std::string beside = target + ".restoring-" + std::to_string(::getpid());
  std::error_code ignored;
  std::filesystem::remove_all(beside, ignored);
  Outcome outcome = build(env, *manifest, backup_directory, beside);
  if (outcome) {
    // One step from nothing to everything: an empty directory is replaced by a rename, too.
    rocksdb::Status status = env.RenameFile(beside, target);
    if (status.ok()) status = files::sync_directory(env, files::parent_of(target));
    if (!status.ok()) {
      outcome = std::unexpected("The restored store could not be put at " + target + ": " + status.ToString() + ".");
    }
  }
  if (!outcome) std::filesystem::remove_all(beside, ignored);
  return outcome;
}

}  // namespace engine
