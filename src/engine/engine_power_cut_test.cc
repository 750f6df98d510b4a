// The power is cut at random changes of files, under concurrent writes, while a store is made and while it is being
// recovered: everything acknowledged is there afterwards, and no transaction is half there.
// ENGINE_POWER_CUTS: how many (default 25). ENGINE_POWER_CUT_SEED: which (default: random, told on failure).
#include <gmock/gmock.h>
#include <rocksdb/env.h>

#include <cstdlib>

#include "engine/testing/durability_workload.h"
#include "engine/testing/fault_injection_file_system.h"
#include "engine/testing/temporary_directory.h"

namespace engine::testing {
namespace {

using ::testing::IsEmpty;

constexpr std::uint64_t default_power_cuts = 25;
constexpr std::uint64_t writes_each_max = 10'000;  // the power goes long before

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

class PowerCut : public ::testing::Test {
 protected:
  PowerCut() : seed_(from_environment("ENGINE_POWER_CUT_SEED", std::random_device()())), random_(seed_) {
    std::filesystem::create_directory(directory_.path("aside"));
    faults_ = std::make_shared<FaultInjectionFileSystem>(directory_.path("aside"));
    env_ = rocksdb::NewCompositeEnv(faults_);
  }

  std::uint64_t below(std::uint64_t bound) {
    return std::uniform_int_distribution<std::uint64_t>(0, bound - 1)(random_);
  }
  Options options(const std::string& name) {
    Options result;
    result.directory = directory_.path(name);
    result.env = env_.get();
    return result;
  }
  // With the power on.
  std::unique_ptr<EmbeddedDatabase> open(const std::string& name) {
    auto opened = EmbeddedDatabase::open(options(name));
    EXPECT_TRUE(opened.has_value()) << opened.error().message;
    return opened ? std::move(*opened) : nullptr;
  }
  void restore_power() {
    faults_->cut_power();
    faults_->restore_power(random_);
  }

  std::uint64_t seed_;
  std::mt19937_64 random_;
  TemporaryDirectory directory_;
  std::shared_ptr<FaultInjectionFileSystem> faults_;
  std::unique_ptr<rocksdb::Env> env_;
};

TEST_F(PowerCut, keeps_everything_acknowledged_and_no_half_transaction) {
  SCOPED_TRACE("ENGINE_POWER_CUT_SEED=" + std::to_string(seed_));
  DurabilityWorkload workload(seed_);
  {
    const auto database = open("data");
    ASSERT_TRUE(database && DurabilityWorkload::create_table(*database));
  }
  std::uint64_t acknowledged = 0;
  const auto cuts = from_environment("ENGINE_POWER_CUTS", default_power_cuts);
  for (std::uint64_t cut = 0; cut < cuts && !HasFailure(); ++cut) {
    SCOPED_TRACE("power cut " + std::to_string(cut));
    // A third of them early, while the store is being recovered.
    faults_->cut_power_after(below(3) == 0 ? below(40) : 40 + below(400));
    if (auto database = EmbeddedDatabase::open(options("data"))) {
      acknowledged += workload.run(**database, writes_each_max);
      // Without power the store can still be read.
      EXPECT_TRUE(workload.can_be_read(**database));
    }
    restore_power();
    const auto database = open("data");
    ASSERT_TRUE(database);
    EXPECT_THAT(workload.disagreements(*database, Unanswered::may_be_stored), IsEmpty());
  }
  EXPECT_GT(acknowledged, cuts);
}

// Otherwise the test above would prove nothing.
TEST_F(PowerCut, is_noticed_where_syncs_do_nothing) {
  DurabilityWorkload workload(seed_);
  {
    const auto database = open("data");
    ASSERT_TRUE(database && DurabilityWorkload::create_table(*database));
  }
  faults_->ignore_syncs(true);
  bool noticed = false;
  for (int cut = 0; cut < 20 && !noticed; ++cut) {
    faults_->cut_power_after(200);
    if (auto database = EmbeddedDatabase::open(options("data"))) workload.run(**database, writes_each_max);
    restore_power();
    const auto database = EmbeddedDatabase::open(options("data"));
    noticed = !database || !workload.disagreements(**database, Unanswered::may_be_stored).empty();
  }
  EXPECT_TRUE(noticed);
}

TEST_F(PowerCut, a_store_whose_making_was_cut_off_can_be_made_again) {
  SCOPED_TRACE("ENGINE_POWER_CUT_SEED=" + std::to_string(seed_));
  bool made = false;
  for (std::uint64_t changes = 1; !made && !HasFailure(); ++changes) {
    SCOPED_TRACE("power cut after " + std::to_string(changes) + " changes");
    const auto name = "data" + std::to_string(changes);
    faults_->cut_power_after(changes);
    bool created = false;
    if (auto database = EmbeddedDatabase::open(options(name))) {
      created = DurabilityWorkload::create_table(**database).has_value();
    }
    made = faults_->power_is_on();
    restore_power();
    const auto database = open(name);
    ASSERT_TRUE(database);
    const auto tables = awaited(database->list_tables({}));
    ASSERT_TRUE(tables);
    if (created) EXPECT_EQ(tables->table_names.size(), 1U);
    EXPECT_THAT(verify_consistency(*database), IsEmpty());
  }
}

}  // namespace
}  // namespace engine::testing
