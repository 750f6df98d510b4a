// What a data directory may look like when it is opened, and what is said about it.
#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/data_directory.h"
#include "engine/embedded_database.h"
#include "engine/storage.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

namespace fs = std::filesystem;
using Kind = OpenError::Kind;
using ::testing::HasSubstr;

OpenError error_of_opening(const std::string& directory) {
  Options options;
  options.directory = directory;
  auto opened = EmbeddedDatabase::open(std::move(options));
  return opened ? OpenError{Kind::other, "it was opened"} : opened.error();
}

// The files of the store with this extension, oldest first.
std::vector<fs::path> files_with(const std::string& data_directory, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(data_directory + "/store")) {
    if (entry.path().extension() == extension && entry.file_size() > 0) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

void flip_byte(const fs::path& file, std::uint64_t offset) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(static_cast<std::streamoff>(offset));
  const int byte = stream.get();
  stream.seekp(static_cast<std::streamoff>(offset));
  stream.put(static_cast<char>(byte ^ 0xFF));
}

// A directory with three items in it, each written by itself; closed.
class DataDirectoryTest : public ::testing::Test {
 protected:
  void SetUp() override {
    TestDatabase database(Where::disk);
    ASSERT_TRUE(database.create_table(log_table()));
    for (const char* sk : {"1", "2", "3"}) {
      ASSERT_TRUE(database.put(put_request(item("a", sk, {{"Note", std::string(1000, 'x')}}))));
    }
    fs::rename(database.data_directory(), data_);
  }

  TemporaryDirectory directory_;
  std::string data_ = directory_.path("data");
};

TEST_F(DataDirectoryTest, in_use_names_the_process) {
  Options options;
  options.directory = data_;
  const auto first = EmbeddedDatabase::open(options);
  ASSERT_TRUE(first);
  const OpenError error = error_of_opening(data_);
  EXPECT_EQ(error.kind, Kind::in_use);
  EXPECT_THAT(error.message, HasSubstr(data_));
  EXPECT_THAT(error.message, HasSubstr("process " + std::to_string(::getpid())));
}

TEST_F(DataDirectoryTest, is_free_again_once_it_is_closed) {
  for (int i = 0; i < 2; ++i) {
    Options options;
    options.directory = data_;
    EXPECT_TRUE(EmbeddedDatabase::open(options));
  }
}

TEST_F(DataDirectoryTest, of_a_newer_version_is_refused_and_left_alone) {
  std::ofstream(data_ + "/format") << "training-tracker store, format 999\n";
  const OpenError error = error_of_opening(data_);
  EXPECT_EQ(error.kind, Kind::newer_version);
  EXPECT_THAT(error.message, HasSubstr("999"));
}

TEST_F(DataDirectoryTest, of_an_older_version_is_opened_and_is_of_this_one_then) {
  Options options;
  options.directory = data_;
  ASSERT_TRUE(EmbeddedDatabase::open(options));
  std::ofstream(data_ + "/format") << format_text(1);
  ASSERT_TRUE(EmbeddedDatabase::open(options));
  std::ifstream file(data_ + "/format");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), format_text(format_version));
}

TEST_F(DataDirectoryTest, that_cannot_be_made_is_unwritable) {
  std::ofstream(directory_.path("file")) << "not a directory";
  const OpenError error = error_of_opening(directory_.path("file/data"));
  EXPECT_EQ(error.kind, Kind::unwritable);
  EXPECT_THAT(error.message, HasSubstr(directory_.path("file/data")));
}

TEST_F(DataDirectoryTest, is_made_with_everything_above_it) {
  Options options;
  options.directory = directory_.path("some/where/new");
  EXPECT_TRUE(EmbeddedDatabase::open(options));
}

TEST_F(DataDirectoryTest, with_a_strange_format_file_is_damaged) {
  std::ofstream(data_ + "/format") << "something else\n";
  EXPECT_EQ(error_of_opening(data_).kind, Kind::damaged);
}

TEST_F(DataDirectoryTest, with_a_store_but_no_format_file_is_damaged) {
  fs::remove(data_ + "/format");
  EXPECT_EQ(error_of_opening(data_).kind, Kind::damaged);
}

TEST_F(DataDirectoryTest, whose_making_was_interrupted_is_made_again) {
  Options options;
  options.directory = directory_.path("fresh");
  ASSERT_TRUE(EmbeddedDatabase::open(options));
  fs::remove(directory_.path("fresh/format"));
  EXPECT_TRUE(EmbeddedDatabase::open(options));
}

TEST_F(DataDirectoryTest, without_the_stores_entry_file_is_damaged_and_not_made_anew) {
  fs::remove(data_ + "/store/CURRENT");
  EXPECT_EQ(error_of_opening(data_).kind, Kind::damaged);
}

TEST_F(DataDirectoryTest, without_its_store_is_damaged) {
  fs::remove_all(data_ + "/store");
  EXPECT_EQ(error_of_opening(data_).kind, Kind::damaged);
}

TEST_F(DataDirectoryTest, with_damage_inside_the_log_is_damaged) {
  const fs::path log = files_with(data_, ".log").back();
  flip_byte(log, fs::file_size(log) / 2);
  EXPECT_EQ(error_of_opening(data_).kind, Kind::damaged);
}

TEST_F(DataDirectoryTest, with_a_torn_last_write_is_recovered_without_it) {
  const fs::path log = files_with(data_, ".log").back();
  fs::resize_file(log, fs::file_size(log) - 5);
  TestDatabase database(Where::disk);
  database.open_at(data_);
  EXPECT_NE(database.get("Log", item("a", "2")), std::nullopt);
  EXPECT_EQ(database.get("Log", item("a", "3")), std::nullopt);
  EXPECT_THAT(verify_consistency(database.database()), ::testing::IsEmpty());
}

TEST_F(DataDirectoryTest, with_a_missing_or_cut_table_file_is_damaged) {
  error_of_opening(data_);  // recovers the log into a table file
  const std::vector<fs::path> tables = files_with(data_, ".sst");
  ASSERT_FALSE(tables.empty());
  const fs::path table = tables.back();
  fs::rename(table, directory_.path("aside"));
  EXPECT_EQ(error_of_opening(data_).kind, Kind::damaged);
  fs::rename(directory_.path("aside"), table);
  fs::resize_file(table, fs::file_size(table) - 1);
  EXPECT_EQ(error_of_opening(data_).kind, Kind::damaged);
}

TEST(Reopening, keeps_items_indexes_counts_and_tokens) {
  TestDatabase database(Where::disk);
  ASSERT_TRUE(database.create_table(log_table()));
  ASSERT_TRUE(database.put(put_request(item("a", "1", {{"Owner", "o"}, {"Date", "d"}, {"Score", number(1)}}))));
  const dynamodb::TransactWriteItemsRequest transaction{
      {update_request(item("a", "1"), "ADD Score :one", {.values = {{{":one", number(1)}}}})}, "token"};
  ASSERT_TRUE(database.transact(transaction));
  const auto before = database.describe_table("Log")->table;
  database.reopen();
  const auto after = database.describe_table("Log")->table;
  EXPECT_EQ(after.definition, before.definition);
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.created_at, before.created_at);
  EXPECT_EQ(after.size_bytes, before.size_bytes);
  EXPECT_EQ(database.partition_item_count("Log", "ByDate", "o"), 1);
  ASSERT_TRUE(database.transact(transaction));  // remembered
  EXPECT_EQ(database.get("Log", item("a", "1"))->at("Score"), number(2));
  EXPECT_THAT(verify_consistency(database.database()), ::testing::IsEmpty());
}

TEST(Reopening, never_gives_an_id_away_again) {
  TestDatabase database(Where::disk);
  ASSERT_TRUE(database.create_table(log_table()));
  ASSERT_TRUE(database.put(put_request(item("a", "1"))));
  ASSERT_TRUE(database.delete_table("Log"));
  database.reopen();
  ASSERT_TRUE(database.create_table(log_table()));
  EXPECT_EQ(database.get("Log", item("a", "1")), std::nullopt);
  EXPECT_THAT(verify_consistency(database.database()), ::testing::IsEmpty());
}

}  // namespace
}  // namespace engine::testing
