// A full disk and failing syncs: nothing is acknowledged that is not stored, what was refused is not stored, reads go
// on, and writes are taken again when the disk is well.
#include <gmock/gmock.h>
#include <rocksdb/env.h>

#include <chrono>
#include <thread>

#include "engine/testing/durability_workload.h"
#include "engine/testing/fault_injection_file_system.h"
#include "engine/testing/temporary_directory.h"

namespace engine::testing {
namespace {

using ::testing::IsEmpty;

constexpr std::uint64_t writes_each_max = 10'000;  // the disk fails long before
constexpr auto recovery_time_max = std::chrono::seconds(20);
constexpr auto between_attempts = std::chrono::milliseconds(10);

class SickDisk : public ::testing::Test {
 protected:
  SickDisk() : seed_(std::random_device()()), random_(seed_), workload_(seed_) {
    std::filesystem::create_directory(directory_.path("aside"));
    faults_ = std::make_shared<FaultInjectionFileSystem>(directory_.path("aside"));
    env_ = rocksdb::NewCompositeEnv(faults_);
    open();
    EXPECT_TRUE(DurabilityWorkload::create_table(*database_));
  }

  void open() {
    Options options;
    options.directory = directory_.path("data");
    options.env = env_.get();
    auto opened = EmbeddedDatabase::open(options);
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    database_ = std::move(*opened);
  }
  std::uint64_t below(std::uint64_t bound) {
    return std::uniform_int_distribution<std::uint64_t>(0, bound - 1)(random_);
  }
  // Writes until one succeeds; the writer finds out by itself that the disk is well again.
  void wait_until_writes_are_taken() {
    const auto deadline = std::chrono::steady_clock::now() + recovery_time_max;
    while (workload_.run(*database_, 1) == 0) {
      ASSERT_LT(std::chrono::steady_clock::now(), deadline) << "the store did not recover";
      std::this_thread::sleep_for(between_attempts);
    }
  }
  // Everything that is not synced is lost too: what was acknowledged after the recovery must have been.
  void cut_power_and_open_again() {
    faults_->cut_power();
    database_.reset();
    faults_->restore_power(random_);
    open();
  }

  std::uint64_t seed_;
  std::mt19937_64 random_;
  TemporaryDirectory directory_;
  std::shared_ptr<FaultInjectionFileSystem> faults_;
  std::unique_ptr<rocksdb::Env> env_;
  std::unique_ptr<EmbeddedDatabase> database_;
  DurabilityWorkload workload_;
};

TEST_F(SickDisk, a_full_disk_acknowledges_nothing_is_read_on_and_recovers_when_there_is_room) {
  SCOPED_TRACE("seed " + std::to_string(seed_));
  for (int round = 0; round < 4 && !HasFailure(); ++round) {
    ASSERT_EQ(workload_.run(*database_, 20), 20U * DurabilityWorkload::writers);
    faults_->set_room(below(300'000));
    workload_.run(*database_, writes_each_max);
    EXPECT_TRUE(workload_.can_be_read(*database_));
    EXPECT_EQ(workload_.run(*database_, 1), 0U);
    EXPECT_THAT(workload_.disagreements(*database_, Unanswered::must_not_be_stored), IsEmpty());
    faults_->set_room(FaultInjectionFileSystem::unlimited);
    wait_until_writes_are_taken();
    EXPECT_THAT(workload_.disagreements(*database_, Unanswered::must_not_be_stored), IsEmpty());
  }
  cut_power_and_open_again();
  EXPECT_THAT(workload_.disagreements(*database_, Unanswered::must_not_be_stored), IsEmpty());
}

TEST_F(SickDisk, a_failed_sync_acknowledges_nothing_and_loses_nothing_acknowledged_later) {
  SCOPED_TRACE("seed " + std::to_string(seed_));
  for (int round = 0; round < 8 && !HasFailure(); ++round) {
    faults_->fail_syncs_after(below(60), 1 + below(3));
    workload_.run(*database_, writes_each_max);
    wait_until_writes_are_taken();
    EXPECT_TRUE(workload_.can_be_read(*database_));
    EXPECT_THAT(workload_.disagreements(*database_, Unanswered::must_not_be_stored), IsEmpty());
    ASSERT_EQ(workload_.run(*database_, 5), 5U * DurabilityWorkload::writers);
    cut_power_and_open_again();
    EXPECT_THAT(workload_.disagreements(*database_, Unanswered::must_not_be_stored), IsEmpty());
  }
}

}  // namespace
}  // namespace engine::testing
