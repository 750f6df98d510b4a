// A file system for tests: its power can be cut, its syncs can fail, its disk can be full. It works on real files, and
// never really syncs (only the model of what is durable counts), so that thousands of synced writes are quick.
//
//   auto faults = std::make_shared<FaultInjectionFileSystem>(aside_directory);
//   const auto env = rocksdb::NewCompositeEnv(faults);
//   … open with env …; faults->cut_power_after(100); … write … ; close; faults->restore_power(random); … open …
//
// Files are taken to be written at their ends only, as RocksDB's are without direct I/O and without recycled logs.
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <utility>

#include "engine/testing/unsynced_changes.h"

namespace engine::testing {

class FaultInjectionFileSystem : public rocksdb::FileSystemWrapper {
 public:
  static constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

  // `aside_directory` exists, on the same device as the files to come, and not among them.
  explicit FaultInjectionFileSystem(const std::string& aside_directory)
      : FileSystemWrapper(rocksdb::FileSystem::Default()), unsynced_(aside_directory) {}
  const char* Name() const override { return "FaultInjectionFileSystem"; }

  // --- faults. All from any thread.
  // The power goes off in place of the (n+1)-th change from now on (an append, a sync, a new file, …). From then on
  // every change fails; files can still be read and closed.
  void cut_power_after(std::uint64_t changes) {
    const std::scoped_lock lock(mutex_);
    changes_until_power_cut_ = changes;
  }
  void cut_power() { cut_power_after(0); }
  [[nodiscard]] bool power_is_on() const {
    const std::scoped_lock lock(mutex_);
    return changes_until_power_cut_ > 0;
  }
  // What was not synced is lost. Every file must have been closed.
  void restore_power(std::mt19937_64& random) {
    const std::scoped_lock lock(mutex_);
    unsynced_.lose(random);
    changes_until_power_cut_ = unlimited;
  }
  // The (n+1)-th sync of a file from now on fails, and `times - 1` after it.
  void fail_syncs_after(std::uint64_t syncs, std::uint64_t times = 1) {
    const std::scoped_lock lock(mutex_);
    syncs_until_failure_ = syncs;
    failing_syncs_ = times;
  }
  // So many bytes can be written, then the disk is full, until more room is given.
  void set_room(std::uint64_t bytes) {
    const std::scoped_lock lock(mutex_);
    room_ = bytes;
  }
  // Syncs say that they succeeded and do nothing: for the proof that a missing sync is noticed.
  void ignore_syncs(bool ignore) {
    const std::scoped_lock lock(mutex_);
    ignore_syncs_ = ignore;
  }
  // Syncs of files that succeeded or failed so far.
  [[nodiscard]] std::uint64_t syncs() const {
    const std::scoped_lock lock(mutex_);
    return syncs_;
  }

  // --- files
  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override {
    const std::scoped_lock lock(mutex_);
    if (auto status = before_change(); !status.ok()) return status;
    if (room_ == 0) return no_space();
    auto content = unsynced_.create(path);
    auto status = target()->NewWritableFile(path, options, result, debug);
    if (status.ok()) *result = std::make_unique<WatchedFile>(*this, std::move(*result), std::move(content));
    return status;
  }
  rocksdb::IOStatus ReopenWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                       std::unique_ptr<rocksdb::FSWritableFile>* result,
                                       rocksdb::IODebugContext* debug) override {
    const std::scoped_lock lock(mutex_);
    if (auto status = before_change(); !status.ok()) return status;
    const bool exists = std::filesystem::exists(path);
    auto content = exists ? unsynced_.open(path) : unsynced_.create(path);
    auto status = target()->ReopenWritableFile(path, options, result, debug);
    if (status.ok()) *result = std::make_unique<WatchedFile>(*this, std::move(*result), std::move(content));
    return status;
  }
  rocksdb::IOStatus ReuseWritableFile(const std::string& /*path*/, const std::string& /*old_path*/,
                                      const rocksdb::FileOptions& /*options*/,
                                      std::unique_ptr<rocksdb::FSWritableFile>* /*result*/,
                                      rocksdb::IODebugContext* /*debug*/) override {
    return rocksdb::IOStatus::NotSupported("recycled files are not watched");
  }
  rocksdb::IOStatus DeleteFile(const std::string& path, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    return change([&] {
      if (auto exists = target()->FileExists(path, options, debug); !exists.ok()) return exists;
      unsynced_.remove(path);
      return rocksdb::IOStatus::OK();
    });
  }
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    return change([&] {
      if (auto exists = target()->FileExists(from, options, debug); !exists.ok()) return exists;
      unsynced_.rename(from, to);
      return target()->RenameFile(from, to, options, debug);
    });
  }
  rocksdb::IOStatus LinkFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override {
    return change([&] {
      auto status = target()->LinkFile(from, to, options, debug);
      if (status.ok()) unsynced_.link(from, to);
      return status;
    });
  }
  rocksdb::IOStatus CreateDir(const std::string& path, const rocksdb::IOOptions& options,
                              rocksdb::IODebugContext* debug) override {
    return change([&] {
      auto status = target()->CreateDir(path, options, debug);
      if (status.ok()) unsynced_.make_directory(path);
      return status;
    });
  }
  rocksdb::IOStatus CreateDirIfMissing(const std::string& path, const rocksdb::IOOptions& options,
                                       rocksdb::IODebugContext* debug) override {
    if (target()->FileExists(path, options, debug).ok()) return target()->CreateDirIfMissing(path, options, debug);
    return CreateDir(path, options, debug);
  }
  rocksdb::IOStatus NewDirectory(const std::string& path, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* result,
                                 rocksdb::IODebugContext* debug) override {
    auto status = target()->NewDirectory(path, options, result, debug);
    if (status.ok()) *result = std::make_unique<WatchedDirectory>(*this, std::move(*result), path);
    return status;
  }

 private:
  class WatchedFile : public rocksdb::FSWritableFileOwnerWrapper {
   public:
    WatchedFile(FaultInjectionFileSystem& system, std::unique_ptr<rocksdb::FSWritableFile>&& file,
                std::shared_ptr<UnsyncedChanges::Content> content)
        : FSWritableFileOwnerWrapper(std::move(file)), system_(system), content_(std::move(content)) {}

    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override {
      const std::scoped_lock lock(system_.mutex_);
      if (auto status = system_.before_change(); !status.ok()) return status;
      // A disk that fills up takes the part for which there is room.
      const auto taken = std::min<std::uint64_t>(data.size(), system_.room_);
      auto status = target()->Append(rocksdb::Slice(data.data(), taken), options, debug);
      if (!status.ok()) return status;
      content_->size += taken;
      if (system_.room_ != unlimited) system_.room_ -= taken;
      return taken == data.size() ? status : no_space();
    }
    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             const rocksdb::DataVerificationInfo& /*verification*/,
                             rocksdb::IODebugContext* debug) override {
      return Append(data, options, debug);
    }
    rocksdb::IOStatus PositionedAppend(const rocksdb::Slice& /*data*/, std::uint64_t /*offset*/,
                                       const rocksdb::IOOptions& /*options*/,
                                       rocksdb::IODebugContext* /*debug*/) override {
      return rocksdb::IOStatus::NotSupported("files are written at their ends only");
    }
    rocksdb::IOStatus Truncate(std::uint64_t size, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
      const std::scoped_lock lock(system_.mutex_);
      if (auto status = system_.before_change(); !status.ok()) return status;
      content_->size = std::min(content_->size, size);
      content_->synced_size = std::min(content_->synced_size, size);
      return target()->Truncate(size, options, debug);
    }
    rocksdb::IOStatus Sync(const rocksdb::IOOptions& /*options*/, rocksdb::IODebugContext* /*debug*/) override {
      const std::scoped_lock lock(system_.mutex_);
      if (auto status = system_.before_change(); !status.ok()) return status;
      return system_.sync(*content_);
    }
    rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
      return Sync(options, debug);
    }
    // Hints, none of which makes anything durable.
    rocksdb::IOStatus RangeSync(std::uint64_t /*offset*/, std::uint64_t /*bytes*/,
                                const rocksdb::IOOptions& /*options*/, rocksdb::IODebugContext* /*debug*/) override {
      return rocksdb::IOStatus::OK();
    }
    void PrepareWrite(std::size_t /*offset*/, std::size_t /*bytes*/, const rocksdb::IOOptions& /*options*/,
                      rocksdb::IODebugContext* /*debug*/) override {}
    rocksdb::IOStatus Allocate(std::uint64_t /*offset*/, std::uint64_t /*bytes*/, const rocksdb::IOOptions& /*options*/,
                               rocksdb::IODebugContext* /*debug*/) override {
      return rocksdb::IOStatus::OK();
    }

   private:
    FaultInjectionFileSystem& system_;
    std::shared_ptr<UnsyncedChanges::Content> content_;
  };

  class WatchedDirectory : public rocksdb::FSDirectoryWrapper {
   public:
    WatchedDirectory(FaultInjectionFileSystem& system, std::unique_ptr<rocksdb::FSDirectory>&& directory,
                     std::string path)
        : FSDirectoryWrapper(std::move(directory)), system_(system), path_(std::move(path)) {}

    rocksdb::IOStatus Fsync(const rocksdb::IOOptions& /*options*/, rocksdb::IODebugContext* /*debug*/) override {
      return system_.change([&] {
        system_.unsynced_.sync_directory(path_);
        return rocksdb::IOStatus::OK();
      });
    }
    rocksdb::IOStatus FsyncWithDirOptions(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug,
                                          const rocksdb::DirFsyncOptions& /*reason*/) override {
      return Fsync(options, debug);
    }

   private:
    FaultInjectionFileSystem& system_;
    std::string path_;
  };

  static rocksdb::IOStatus no_space() { return rocksdb::IOStatus::NoSpace("the disk is full (injected)"); }

  rocksdb::IOStatus change(const std::function<rocksdb::IOStatus()>& action) {
    const std::scoped_lock lock(mutex_);
    if (auto status = before_change(); !status.ok()) return status;
    return action();
  }
  // Under the lock.
  rocksdb::IOStatus before_change() {
    if (changes_until_power_cut_ == 0) return rocksdb::IOStatus::IOError("the power is off (injected)");
    if (changes_until_power_cut_ != unlimited) --changes_until_power_cut_;
    return rocksdb::IOStatus::OK();
  }
  rocksdb::IOStatus sync(UnsyncedChanges::Content& content) {
    ++syncs_;
    if (syncs_until_failure_ > 0) {
      if (syncs_until_failure_ != unlimited) --syncs_until_failure_;
    } else {
      if (--failing_syncs_ == 0) syncs_until_failure_ = unlimited;
      content.lost_pages = true;
      return rocksdb::IOStatus::IOError("a sync failed (injected)");
    }
    if (!content.lost_pages && !ignore_syncs_) content.synced_size = content.size;
    return rocksdb::IOStatus::OK();
  }

  mutable std::mutex mutex_;
  UnsyncedChanges unsynced_;
  std::uint64_t changes_until_power_cut_ = unlimited;
  std::uint64_t syncs_until_failure_ = unlimited;
  std::uint64_t failing_syncs_ = 0;
  std::uint64_t room_ = unlimited;
  std::uint64_t syncs_ = 0;
  bool ignore_syncs_ = false;
};

}  // namespace engine::testing
