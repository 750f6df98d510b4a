#include "engine/files.h"

#include <rocksdb/env.h>

namespace engine::files {

std::string parent_of(const std::string& path) {
  const std::size_t end = path.find_last_not_of('/');
  if (end == std::string::npos) return path.empty() ? "." : "/";
  const std::size_t slash = path.find_last_of('/', end);
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

rocksdb::Status make_directories(rocksdb::Env& env, const std::string& path) {
  bool is_directory = false;
  if (env.FileExists(path).ok() && env.IsDirectory(path, &is_directory).ok() && is_directory) {
    return rocksdb::Status::OK();
  }
  const std::string parent = parent_of(path);
  if (parent != path && parent != "." && parent != "/") {
    if (rocksdb::Status status = make_directories(env, parent); !status.ok()) return status;
  }
  if (rocksdb::Status status = env.CreateDirIfMissing(path); !status.ok()) return status;
  return sync_directory(env, parent);
}

rocksdb::Status sync_directory(rocksdb::Env& env, const std::string& path) {
  std::unique_ptr<rocksdb::Directory> directory;
  if (rocksdb::Status status = env.NewDirectory(path, &directory); !status.ok()) return status;
  rocksdb::Status status = directory->Fsync();
  const rocksdb::Status closed = directory->Close();
  // Not every Directory has a Close of its own.
  return status.ok() && !closed.ok() && !closed.IsNotSupported() ? closed : status;
}

rocksdb::Status write_durably(rocksdb::Env& env, const std::string& path, std::string_view content) {
  const std::string temporary = path + ".new";
  const rocksdb::Slice slice(content.data(), content.size());
  rocksdb::Status status = rocksdb::WriteStringToFile(&env, slice, temporary, /*should_sync=*/true);
  if (status.ok()) status = env.RenameFile(temporary, path);
  if (status.ok()) status = sync_directory(env, parent_of(path));
  return status;
}

}  // namespace engine::files
