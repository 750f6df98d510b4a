#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "engine/backup_manifest.h"
#include "engine/embedded_database.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class BackupTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(database_.create_table(log_table()));
    ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Owner", "o"}, {"Date", "d"}}))));
  }
  void back_up() {
    const auto made = database_.database().backup_to(backup_);
    ASSERT_TRUE(made) << made.error();
  }
  std::string error_of_restoring() {
    const auto restored = restore_backup(backup_, restored_);
    EXPECT_FALSE(fs::exists(restored_)) << "something is left half-way";
    return restored ? "it was restored" : restored.error();
  }

  TestDatabase database_{Where::disk};
  std::string backup_ = database_.directory().path("backup");
  std::string restored_ = database_.directory().path("restored");
};

TEST_F(BackupTest, restores_what_was_there_when_it_was_made) {
  back_up();
  ASSERT_TRUE(database_.put(put_request(item("a", "later"))));
  const auto restored = restore_backup(backup_, restored_);
  ASSERT_TRUE(restored) << restored.error();
  database_.open_at(restored_);
  EXPECT_EQ(database_.get("Log", item("a", "1")), item("a", "1", {{"Owner", "o"}, {"Date", "d"}}));
  EXPECT_EQ(database_.get("Log", item("a", "later")), std::nullopt);
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", "o"), 1);
  EXPECT_THAT(verify_consistency(database_.database()), IsEmpty());
}

TEST_F(BackupTest, leaves_the_store_usable) {
  back_up();
  EXPECT_TRUE(database_.put(put_request(item("a", "2"))));
  database_.reopen();
  EXPECT_NE(database_.get("Log", item("a", "2")), std::nullopt);
}

TEST_F(BackupTest, goes_into_an_empty_directory_but_into_no_other) {
  fs::create_directory(backup_);
  back_up();
  const auto second = database_.database().backup_to(backup_);
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error(), HasSubstr("not empty"));
  EXPECT_TRUE(restore_backup(backup_, restored_));  // the first is whole still
}

TEST_F(BackupTest, that_cannot_be_written_leaves_nothing) {
  std::ofstream(database_.directory().path("file")) << "not a directory";
  EXPECT_FALSE(database_.database().backup_to(database_.directory().path("file/backup")));
  EXPECT_TRUE(database_.put(put_request(item("a", "2"))));
}

TEST_F(BackupTest, is_restored_into_an_empty_directory_but_into_no_other) {
  back_up();
  fs::create_directory(restored_);
  ASSERT_TRUE(restore_backup(backup_, restored_ + "/"));
  const auto again = restore_backup(backup_, restored_);
  ASSERT_FALSE(again);
  EXPECT_THAT(again.error(), HasSubstr("not empty"));
  database_.open_at(restored_);
  EXPECT_NE(database_.get("Log", item("a", "1")), std::nullopt);
}

TEST_F(BackupTest, with_a_changed_byte_is_refused) {
  back_up();
  for (const auto& entry : fs::directory_iterator(backup_ + "/store")) {
    if (entry.path().extension() != ".sst") continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.put('\xEE');
  }
  EXPECT_THAT(error_of_restoring(), HasSubstr("damaged"));
}

TEST_F(BackupTest, with_a_missing_file_is_refused) {
  back_up();
  fs::remove(backup_ + "/store/CURRENT");
  EXPECT_THAT(error_of_restoring(), HasSubstr("CURRENT"));
}

TEST_F(BackupTest, without_its_manifest_is_refused) {
  back_up();
  fs::remove(backup_ + "/manifest");
  EXPECT_THAT(error_of_restoring(), HasSubstr("no manifest"));
}

TEST_F(BackupTest, of_a_newer_version_is_refused) {
  back_up();
  std::ofstream(backup_ + "/manifest") << format_manifest({.format = 999, .files = {}});
  EXPECT_THAT(error_of_restoring(), HasSubstr("newer version"));
}

TEST(BackupOfMemory, is_refused) {
  TestDatabase database(Where::memory);
  EXPECT_FALSE(database.database().backup_to(database.directory().path("backup")));
}

TEST(BackupManifestText, is_read_back_as_it_was_written) {
  const BackupManifest manifest{.format = 1, .files = {{"000001.sst", 123, 0xCAFE}, {"CURRENT", 0, 0}}};
  EXPECT_EQ(parse_manifest(format_manifest(manifest)), manifest);
}

TEST(BackupManifestText, is_refused_when_any_part_of_it_is_changed_or_missing) {
  const std::string text = format_manifest({.format = 1, .files = {{"000001.sst", 123, 0xCAFE}}});
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(parse_manifest(changed)) << i;
    EXPECT_FALSE(parse_manifest(text.substr(0, i))) << i;
  }
}

TEST(BackupManifestText, names_no_file_outside_of_the_backup) {
  for (const char* name : {"../secret", "/etc/passwd", "", ".."}) {
    EXPECT_FALSE(parse_manifest(format_manifest({.format = 1, .files = {{name, 1, 1}}}))) << name;
  }
}

}  // namespace
}  // namespace engine::testing
