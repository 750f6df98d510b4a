// What a power cut takes away: bytes of files that were not synced, and entries of directories (made, renamed, deleted)
// whose directory was not. Works on real files: what is deleted or overwritten is kept aside until it is final.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace engine::testing {

// Not thread-safe: its owner locks.
class UnsyncedChanges {
 public:
  // One file's content, however many names it has.
  struct Content {
    std::uint64_t size = 0;
    std::uint64_t synced_size = 0;
    // A sync of it has failed: the kernel has dropped the pages, so no later sync makes them durable.
    bool lost_pages = false;
  };

  // `aside`: an existing directory on the same device as everything watched.
  explicit UnsyncedChanges(std::filesystem::path aside) : aside_(std::move(aside)) {}

  // Before the file is made. A file that was there is kept aside.
  std::shared_ptr<Content> create(const std::string& path) {
    auto kept = keep_aside(path);
    changes_.push_back({.kind = Change::Kind::made, .path = path, .from = {}, .kept = std::move(kept)});
    return contents_[path] = std::make_shared<Content>();
  }
  // Of a file that is there already.
  std::shared_ptr<Content> open(const std::string& path) {
    auto& content = contents_[path];
    if (!content) {
      const auto size = std::filesystem::file_size(path);
      content = std::make_shared<Content>(Content{.size = size, .synced_size = size, .lost_pages = false});
    }
    return content;
  }
  void link(const std::string& from, const std::string& to) {
    contents_[to] = open(from);
    changes_.push_back({.kind = Change::Kind::made, .path = to, .from = {}, .kept = {}});
  }
  void make_directory(const std::string& path) {
    changes_.push_back({.kind = Change::Kind::made, .path = path, .from = {}, .kept = {}});
  }
  // Does it, since the file must be kept.
  void remove(const std::string& path) {
    auto kept = keep_aside(path);
    changes_.push_back({.kind = Change::Kind::removed, .path = path, .from = {}, .kept = std::move(kept)});
  }
  // Before the file is renamed.
  void rename(const std::string& from, const std::string& to) {
    const auto content = open(from);
    auto kept = keep_aside(to);
    contents_.erase(from);
    contents_[to] = content;
    changes_.push_back({.kind = Change::Kind::renamed, .path = to, .from = from, .kept = std::move(kept)});
  }
  void sync_directory(const std::string& directory) {
    const auto wanted = std::filesystem::path(directory).lexically_normal();
    std::erase_if(changes_, [&](const Change& change) {
      if (std::filesystem::path(change.path).parent_path().lexically_normal() != wanted) return false;
      if (!change.kept.empty()) std::filesystem::remove(change.kept.file);
      return true;
    });
  }

  // Takes it away. How much of it a device had written by itself is random: a prefix of the changes of entries, and a
  // prefix of the unsynced bytes of each file.
  void lose(std::mt19937_64& random) {
    const auto final_changes = std::uniform_int_distribution<std::size_t>(0, changes_.size())(random);
    while (changes_.size() > final_changes) {
      undo(changes_.back());
      changes_.pop_back();
    }
    for (const auto& change : changes_) {
      if (!change.kept.empty()) std::filesystem::remove(change.kept.file);
    }
    changes_.clear();
    for (const auto& [path, content] : contents_) {
      if (content->size == content->synced_size || !std::filesystem::is_regular_file(path)) continue;
      content->size = std::uniform_int_distribution(content->synced_size, content->size)(random);
      std::filesystem::resize_file(path, content->size);
    }
    contents_.clear();
  }

 private:
  struct Kept {
    std::filesystem::path file;
    std::shared_ptr<Content> content;
    [[nodiscard]] bool empty() const { return file.empty(); }
  };
  struct Change {
    enum class Kind { made, removed, renamed } kind;
    std::string path;
    std::string from;  // renamed only
    Kept kept;         // what had this path before
  };

  Kept keep_aside(const std::string& path) {
    if (!std::filesystem::exists(path)) return {};
    Kept kept{.file = aside_ / std::to_string(++kept_count_), .content = open(path)};
    std::filesystem::rename(path, kept.file);
    contents_.erase(path);
    return kept;
  }

  void undo(const Change& change) {
    if (change.kind == Change::Kind::made) {
      std::filesystem::remove_all(change.path);
      contents_.erase(change.path);
    }
    if (change.kind == Change::Kind::renamed && std::filesystem::exists(change.path)) {
      std::filesystem::rename(change.path, change.from);
      contents_[change.from] = contents_[change.path];
      contents_.erase(change.path);
    }
    if (!change.kept.empty()) {
      std::filesystem::rename(change.kept.file, change.path);
      contents_[change.path] = change.kept.content;
    }
  }

  std::filesystem::path aside_;
  std::uint64_t kept_count_ = 0;
  std::vector<Change> changes_;  // of entries whose directory is not synced, oldest first
  std::map<std::string, std::shared_ptr<Content>> contents_;
};

}  // namespace engine::testing
