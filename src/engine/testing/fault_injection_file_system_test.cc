// The faults themselves, since the tests that rely on them prove nothing when they do not happen.
#include "engine/testing/fault_injection_file_system.h"

#include <gtest/gtest.h>

#include <set>

#include "engine/testing/temporary_directory.h"

namespace engine::testing {
namespace {

class FaultInjection : public ::testing::Test {
 protected:
  FaultInjection() {
    std::filesystem::create_directory(directory_.path("files"));
    std::filesystem::create_directory(directory_.path("aside"));
    faults_ = std::make_shared<FaultInjectionFileSystem>(directory_.path("aside"));
  }

  std::string path(const std::string& name) const { return directory_.path("files/" + name); }
  std::unique_ptr<rocksdb::FSWritableFile> create(const std::string& name) {
    std::unique_ptr<rocksdb::FSWritableFile> file;
    EXPECT_TRUE(faults_->NewWritableFile(path(name), {}, &file, nullptr).ok());
    return file;
  }
  void sync_directory() {
    std::unique_ptr<rocksdb::FSDirectory> files;
    EXPECT_TRUE(faults_->NewDirectory(directory_.path("files"), {}, &files, nullptr).ok());
    EXPECT_TRUE(files->Fsync({}, nullptr).ok());
  }
  // Appends, syncs, syncs the directory.
  void write_durably(const std::string& name, const std::string& content) {
    auto file = create(name);
    EXPECT_TRUE(file->Append(content, {}, nullptr).ok());
    EXPECT_TRUE(file->Sync({}, nullptr).ok());
    EXPECT_TRUE(file->Close({}, nullptr).ok());
    sync_directory();
  }
  void lose() {
    faults_->cut_power();
    faults_->restore_power(random_);
  }
  std::string content(const std::string& name) {
    std::string bytes;
    const auto status = rocksdb::ReadFileToString(faults_.get(), path(name), &bytes);
    return status.ok() ? bytes : "(absent)";
  }
  // What `experiment` leaves under this name, over many power cuts.
  template <class Experiment>
  std::set<std::string> outcomes(const std::string& name, Experiment experiment) {
    std::set<std::string> found;
    for (int round = 0; round < 60; ++round) {
      experiment();
      lose();
      found.insert(content(name));
      std::filesystem::remove_all(directory_.path("files"));
      std::filesystem::create_directory(directory_.path("files"));
    }
    return found;
  }

  TemporaryDirectory directory_;
  std::shared_ptr<FaultInjectionFileSystem> faults_;
  std::mt19937_64 random_{1};
};

TEST_F(FaultInjection, synced_bytes_in_a_synced_directory_stay_and_unsynced_bytes_are_lost_from_their_end) {
  const auto found = outcomes("file", [&] {
    auto file = create("file");
    EXPECT_TRUE(file->Append("ab", {}, nullptr).ok());
    EXPECT_TRUE(file->Sync({}, nullptr).ok());
    sync_directory();
    EXPECT_TRUE(file->Append("cd", {}, nullptr).ok());
  });
  EXPECT_EQ(found, (std::set<std::string>{"ab", "abc", "abcd"}));
}

TEST_F(FaultInjection, a_file_whose_directory_was_not_synced_may_be_absent) {
  const auto found = outcomes("file", [&] {
    auto file = create("file");
    EXPECT_TRUE(file->Append("a", {}, nullptr).ok());
    EXPECT_TRUE(file->Sync({}, nullptr).ok());
  });
  EXPECT_EQ(found, (std::set<std::string>{"(absent)", "a"}));
}

TEST_F(FaultInjection, an_unsynced_renaming_over_a_file_leaves_the_old_or_the_new_one) {
  const auto found = outcomes("current", [&] {
    write_durably("current", "old");
    write_durably("next", "new");
    EXPECT_TRUE(faults_->RenameFile(path("next"), path("current"), {}, nullptr).ok());
  });
  EXPECT_EQ(found, (std::set<std::string>{"old", "new"}));
}

TEST_F(FaultInjection, an_unsynced_deletion_may_not_have_happened) {
  const auto found = outcomes("file", [&] {
    write_durably("file", "a");
    EXPECT_TRUE(faults_->DeleteFile(path("file"), {}, nullptr).ok());
  });
  EXPECT_EQ(found, (std::set<std::string>{"(absent)", "a"}));
}

TEST_F(FaultInjection, after_a_power_cut_nothing_can_be_changed) {
  auto file = create("file");
  faults_->cut_power_after(1);
  EXPECT_TRUE(file->Append("a", {}, nullptr).ok());
  EXPECT_FALSE(faults_->power_is_on());
  EXPECT_FALSE(file->Append("b", {}, nullptr).ok());
  EXPECT_FALSE(file->Sync({}, nullptr).ok());
  EXPECT_FALSE(faults_->DeleteFile(path("file"), {}, nullptr).ok());
  EXPECT_EQ(content("file"), "a");
}

TEST_F(FaultInjection, pages_of_a_failed_sync_are_lost_even_when_a_later_sync_succeeds) {
  const auto found = outcomes("file", [&] {
    auto file = create("file");
    sync_directory();
    EXPECT_TRUE(file->Append("a", {}, nullptr).ok());
    faults_->fail_syncs_after(0);
    EXPECT_FALSE(file->Sync({}, nullptr).ok());
    EXPECT_TRUE(file->Sync({}, nullptr).ok());
  });
  EXPECT_EQ(found, (std::set<std::string>{"", "a"}));
}

TEST_F(FaultInjection, a_full_disk_takes_what_there_is_room_for) {
  auto file = create("file");
  faults_->set_room(2);
  EXPECT_TRUE(file->Append("abc", {}, nullptr).IsNoSpace());
  EXPECT_EQ(content("file"), "ab");
  std::unique_ptr<rocksdb::FSWritableFile> other;
  EXPECT_TRUE(faults_->NewWritableFile(path("other"), {}, &other, nullptr).IsNoSpace());
  faults_->set_room(FaultInjectionFileSystem::unlimited);
  EXPECT_TRUE(file->Append("c", {}, nullptr).ok());
}

}  // namespace
}  // namespace engine::testing
