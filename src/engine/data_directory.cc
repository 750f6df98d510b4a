#include "engine/data_directory.h"

#include <rocksdb/env.h>
#include <unistd.h>

#include <charconv>

#include "engine/files.h"
#include "engine/storage.h"

namespace engine {
namespace {

// A probe as large as what a reopening writes first (a flushed memtable, a manifest), so that it is not undertaken for
// the sake of one free block.
constexpr std::size_t probe_bytes = 8UL * 1024 * 1024;
constexpr std::string_view format_prefix = "training-tracker store, format ";

using Kind = OpenError::Kind;

std::unexpected<OpenError> unwritable(const std::string& path, const rocksdb::Status& status) {
  if (status.IsNoSpace()) {
    return std::unexpected(OpenError{Kind::other, "There is no space left on the device of the data directory " + path +
                                                      ". Free some and start again."});
  }
  return std::unexpected(OpenError{
      Kind::unwritable, "The data directory " + path + " cannot be written (" + status.ToString() +
                            "). Give this user the right to write there, or choose another with --data-dir."});
}

}  // namespace

std::string format_text(std::uint32_t version) {
  return std::string(format_prefix) + std::to_string(version) + "\n";
}

std::optional<std::uint32_t> parse_format_text(std::string_view text) {
  if (!text.starts_with(format_prefix) || !text.ends_with('\n')) return std::nullopt;
  const std::string_view digits = text.substr(format_prefix.size(), text.size() - format_prefix.size() - 1);
  std::uint32_t version = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return version;
}

std::expected<std::unique_ptr<DataDirectory>, OpenError> DataDirectory::acquire(rocksdb::Env& env, std::string path) {
  std::unique_ptr<DataDirectory> directory(new DataDirectory(env, std::move(path)));  // NOLINT: private constructor
  if (auto made = directory->make_directory(); !made) return std::unexpected(std::move(made.error()));
  if (auto locked = directory->lock(); !locked) return std::unexpected(std::move(locked.error()));
  if (auto read = directory->read_format(); !read) return std::unexpected(std::move(read.error()));
  return directory;
}

DataDirectory::~DataDirectory() {
  if (lock_ == nullptr) return;
  env_.DeleteFile(path_ + "/owner").PermitUncheckedError();
  env_.UnlockFile(lock_).PermitUncheckedError();
}

std::expected<void, OpenError> DataDirectory::make_directory() const {
  if (const rocksdb::Status status = files::make_directories(env_, path_); !status.ok()) {
    return unwritable(path_, status);
  }
  const std::string attempt = path_ + "/writable." + std::to_string(::getpid());
  rocksdb::Status status = rocksdb::WriteStringToFile(&env_, "x", attempt, false);
  if (status.ok()) status = env_.DeleteFile(attempt);
  if (!status.ok()) return unwritable(path_, status);
  return {};
}

std::expected<void, OpenError> DataDirectory::lock() {
  if (const rocksdb::Status status = env_.LockFile(path_ + "/lock", &lock_); !status.ok()) {
    lock_ = nullptr;
    std::string owner;
    const bool known = rocksdb::ReadFileToString(&env_, path_ + "/owner", &owner).ok() && !owner.empty();
    return std::unexpected(
        OpenError{Kind::in_use, "The data directory " + path_ + " is in use by " +
                                    (known ? "process " + owner : std::string("another process")) +
                                    ". Stop that process first, or choose another directory with --data-dir."});
  }
  const rocksdb::Status status = rocksdb::WriteStringToFile(&env_, std::to_string(::getpid()), path_ + "/owner", false);
  if (!status.ok()) return unwritable(path_, status);
  return {};
}

std::expected<void, OpenError> DataDirectory::read_format() {
  const std::string file = path_ + "/" + format_file_name;
  if (env_.FileExists(file).IsNotFound()) {
    is_new_ = true;
    return {};
  }
  std::string text;
  if (const rocksdb::Status status = rocksdb::ReadFileToString(&env_, file, &text); !status.ok()) {
    return std::unexpected(OpenError{Kind::damaged, "The data directory " + path_ + " is damaged: " + file +
                                                        " cannot be read (" + status.ToString() +
                                                        "). Restore it from a backup."});
  }
  const std::optional<std::uint32_t> version = parse_format_text(text);
  if (!version) {
    return std::unexpected(OpenError{Kind::damaged, "The data directory " + path_ + " is damaged: " + file +
                                                        " is not what was written there. Restore it from a backup."});
  }
  if (*version > format_version) {
    return std::unexpected(OpenError{Kind::newer_version, "The data directory " + path_ +
                                                              " was written by a newer version (format " +
                                                              std::to_string(*version) + ", this version reads up to " +
                                                              std::to_string(format_version) + "). Use that version."});
  }
  is_older_ = *version < format_version;
  return {};
}

std::expected<void, OpenError> DataDirectory::mark_made() {
  const std::string file = path_ + "/" + format_file_name;
  if (const rocksdb::Status status = files::write_durably(env_, file, format_text(format_version)); !status.ok()) {
    return unwritable(path_, status);
  }
  is_new_ = false;
  is_older_ = false;
  return {};
}

std::expected<void, std::string> DataDirectory::probe() const {
  const std::string file = path_ + "/probe";
  const rocksdb::Status written =
      rocksdb::WriteStringToFile(&env_, std::string(probe_bytes, '\0'), file, /*should_sync=*/true);
  const rocksdb::Status deleted = env_.DeleteFile(file);
  if (!written.ok()) return std::unexpected(written.ToString());
  if (!deleted.ok()) return std::unexpected(deleted.ToString());
  return {};
}

}  // namespace engine
