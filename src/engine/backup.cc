#include "engine/backup.h"

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/utilities/checkpoint.h>

#include <algorithm>

#include "engine/backup_manifest.h"
#include "engine/files.h"
#include "engine/storage.h"

namespace engine {
namespace {

std::unexpected<std::string> failed(const std::string& directory, const std::string& why) {
  return std::unexpected("The backup into " + directory + " failed: " + why + ". It was removed again.");
}

std::expected<void, std::string> require_empty(rocksdb::Env& env, const std::string& directory) {
  std::vector<std::string> entries;
  if (!env.FileExists(directory).ok()) return {};
  if (!env.GetChildren(directory, &entries).ok()) {
    return std::unexpected("A backup cannot go to " + directory + ": it is not a directory that can be read.");
  }
  if (std::ranges::all_of(entries, [](const std::string& entry) { return entry == "." || entry == ".."; })) return {};
  return std::unexpected("A backup needs a directory of its own, and " + directory + " is not empty.");
}

rocksdb::Status measure_all(rocksdb::Env& env, const std::string& store, BackupManifest& manifest) {
  std::vector<std::string> names;
  if (rocksdb::Status status = env.GetChildren(store, &names); !status.ok()) return status;
  std::ranges::sort(names);
  for (const std::string& name : names) {
    if (name == "." || name == "..") continue;
    BackupFile file;
    file.name = name;
    if (rocksdb::Status status = measure_file(env, store + "/" + name, "", file); !status.ok()) return status;
    manifest.files.push_back(std::move(file));
  }
  return rocksdb::Status::OK();
}

rocksdb::Status write_backup(rocksdb::DB& db, rocksdb::Env& env, const std::string& directory) {
  const std::string store = directory + "/store";
  if (rocksdb::Status status = files::make_directories(env, directory); !status.ok()) return status;
  rocksdb::Checkpoint* made = nullptr;
  if (rocksdb::Status status = rocksdb::Checkpoint::Create(&db, &made); !status.ok()) return status;
  const std::unique_ptr<rocksdb::Checkpoint> checkpoint(made);
  if (rocksdb::Status status = checkpoint->CreateCheckpoint(store); !status.ok()) return status;
  BackupManifest manifest;
  manifest.format = format_version;
  if (rocksdb::Status status = measure_all(env, store, manifest); !status.ok()) return status;
  return files::write_durably(env, directory + "/" + manifest_file_name, format_manifest(manifest));
}

void remove_backup(rocksdb::Env& env, const std::string& directory) {
  const std::string store = directory + "/store";
  std::vector<std::string> names;
  env.GetChildren(store, &names).PermitUncheckedError();
  for (const std::string& name : names) env.DeleteFile(store + "/" + name).PermitUncheckedError();
  env.DeleteDir(store).PermitUncheckedError();
  env.DeleteFile(directory + "/" + manifest_file_name).PermitUncheckedError();
  env.DeleteDir(directory).PermitUncheckedError();
}

}  // namespace

std::expected<void, std::string> make_backup(const Storage& storage, const std::string& directory) {
  if (!storage.options().directory) return std::unexpected("A store in memory has nothing to make a backup of.");
  rocksdb::Env& env = storage.options().env != nullptr ? *storage.options().env : *rocksdb::Env::Default();
  if (auto empty = require_empty(env, directory); !empty) return empty;
  const ReadView view = storage.latest();
  rocksdb::DB* db = view.rocksdb();
  if (db == nullptr) return failed(directory, "the store is being recovered after a failed write");
  if (const rocksdb::Status status = write_backup(*db, env, directory); !status.ok()) {
    remove_backup(env, directory);
    return failed(directory, status.ToString());
  }
  return {};
}

}  // namespace engine
