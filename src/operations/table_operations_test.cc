// create, upgrade, capacity and delete of a table, on a store in memory.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "dynamodb/errors.h"
#include "engine/embedded_database.h"
#include "operations/table_change.h"
#include "operations/table_create.h"
#include "operations/table_upgrade.h"
#include "tracker/repository.h"
#include "tracker/testing/run.h"

namespace operations {
namespace {

using dynamodb::AttributeValue;
using dynamodb::ProvisionedThroughput;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using tracker::testing::run;

const Capacity five = ProvisionedThroughput{.read_capacity_units = 5, .write_capacity_units = 5};

// An index is really filled by another thread meanwhile.
boost::asio::awaitable<void> one_millisecond(std::chrono::milliseconds /*time*/) {
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, std::chrono::milliseconds(1));
  co_await timer.async_wait(boost::asio::use_awaitable);
}

class Tables : public ::testing::Test {
 protected:
  Tables() {
    auto opened = engine::EmbeddedDatabase::open({});
    if (!opened) throw std::runtime_error(opened.error().message);
    database_ = std::move(*opened);
  }

  TableWork work() {
    return {.service = *database_,
            .pause = one_millisecond,
            .on_progress = [this](const std::string& what) { progress_.push_back(what); },
            .enable_point_in_time_recovery = enable_point_in_time_recovery_};
  }
  std::expected<TableReport, std::string> create(TableWishes wishes) {
    wishes.table_name = "log";
    const auto tools = work();
    return run(create_table(tools, std::move(wishes)));
  }
  std::expected<UpgradeReport, std::string> upgrade() {
    const auto tools = work();
    return run(upgrade_table(tools, "log"));
  }
  std::expected<CapacityReport, std::string> capacity(const Capacity& capacity) {
    const auto tools = work();
    return run(change_capacity(tools, "log", capacity));
  }
  std::expected<void, std::string> remove(bool unprotect = false) {
    const auto tools = work();
    return run(delete_table(tools, "log", unprotect));
  }
  dynamodb::TableDefinition definition() { return run(database_->describe_table({"log"}))->table.definition; }
  void put(dynamodb::Item item) {
    dynamodb::PutItemRequest request;
    request.table_name = "log";
    request.item = std::move(item);
    const auto written = run(database_->put_item(std::move(request)));
    ASSERT_TRUE(written) << written.error().message;
  }
  void put_session(int number) {
    const std::string id = fmt::format("{:06}", number);
    put({{"PK", "ATHLETE#1"},
         {"SK", "SESSION#" + id},
         {"GSI1PK", "SESSION"},
         {"GSI1SK", "2026-01-01#" + id},
         {"Type", "SESSION"},
         {"SessionId", id},
         {"AthleteId", "1"}});
  }
  void put_athlete(const std::string& id, const AttributeValue& name) {
    put({{"PK", "ATHLETE#" + id}, {"SK", "ATHLETE#" + id}, {"Type", "ATHLETE"}, {"AthleteId", id}, {"Name", name}});
  }

  std::unique_ptr<engine::EmbeddedDatabase> database_;
  std::vector<std::string> progress_;
  decltype(TableWork::enable_point_in_time_recovery) enable_point_in_time_recovery_;
};

dynamodb::Awaitable<void> answer(dynamodb::Result<void> result) {
  co_return result;
}

TEST_F(Tables, is_made_with_everything_that_was_asked_for) {
  const auto report = create({.capacity = five, .tags = {{"team", "run"}}, .deletion_protection = true});
  ASSERT_TRUE(report) << report.error();
  EXPECT_TRUE(report->was_made);
  EXPECT_THAT(report->differences, IsEmpty());
  EXPECT_EQ(report->table.status, dynamodb::TableStatus::active);
  EXPECT_THAT(report->table.definition.global_secondary_indexes, SizeIs(4));
  for (const auto& index : report->table.definition.global_secondary_indexes) {
    EXPECT_EQ(index.provisioned_throughput, five) << index.name;
  }
  EXPECT_TRUE(report->table.definition.deletion_protection_enabled);
  EXPECT_EQ(run(database_->list_tags_of_resource({report->table.arn, {}}))->tags,
            (std::vector<dynamodb::Tag>{{"team", "run"}}));
  EXPECT_EQ(run(database_->describe_time_to_live({"log"}))->attribute_name, tracker::time_to_live_attribute());
}

TEST_F(Tables, made_again_is_fine_and_changes_nothing) {
  ASSERT_TRUE(create({}));
  const auto again = create({});
  ASSERT_TRUE(again) << again.error();
  EXPECT_FALSE(again->was_made);
  EXPECT_THAT(again->differences, IsEmpty());
  EXPECT_THAT(again->changes, IsEmpty());
}

TEST_F(Tables, the_guides_table_is_fine_and_what_it_lacks_is_said) {
  ASSERT_TRUE(create({.guide_only = true}));
  const auto again = create({});
  ASSERT_TRUE(again) << again.error();
  EXPECT_THAT(again->differences, IsEmpty());
  EXPECT_THAT(again->missing_indexes, ElementsAre("SessionById", "SessionsByAthlete", "AthletesByName"));
  EXPECT_THAT(create({.guide_only = true})->missing_indexes, IsEmpty());
}

TEST_F(Tables, settings_that_are_asked_for_come_to_a_table_that_is_there) {
  ASSERT_TRUE(create({}));
  const auto again = create({.tags = {{"a", "1"}, {"b", "2"}}, .deletion_protection = true});
  ASSERT_TRUE(again) << again.error();
  EXPECT_THAT(again->changes, ElementsAre("2 tags were set.", "The table is protected against deletion."));
  EXPECT_TRUE(again->table.definition.deletion_protection_enabled);
  EXPECT_THAT(create({.tags = {{"a", "1"}, {"b", "3"}}, .deletion_protection = true})->changes,
              ElementsAre("1 tag was set."));
}

TEST_F(Tables, one_that_does_not_fit_is_left_alone_and_every_difference_is_said) {
  dynamodb::TableDefinition other;
  other.name = "log";
  other.billing_mode = dynamodb::BillingMode::pay_per_request;
  other.key_schema.partition_key = "id";
  other.attribute_definitions = {{.name = "id", .type = dynamodb::ScalarType::number}};
  ASSERT_TRUE(run(database_->create_table({other})));
  const auto report = create({.capacity = five, .deletion_protection = true});
  ASSERT_TRUE(report) << report.error();
  EXPECT_THAT(report->differences,
              ElementsAre("The key of the table is id (a number); it has to be PK (a string) and SK (a string).",
                          "The index GSI1 is missing; `table upgrade` adds it.",
                          "The capacity is on demand, asked for is provisioned, 5 read and 5 write units; `table "
                          "capacity` changes it."));
  EXPECT_EQ(definition(), other);
  EXPECT_EQ(run(database_->describe_time_to_live({"log"}))->status, dynamodb::TimeToLiveStatus::disabled);
  EXPECT_THAT(upgrade()->differences, SizeIs(1));
  EXPECT_EQ(definition(), other);
}

TEST_F(Tables, a_time_to_live_of_somebody_else_is_left_and_said) {
  ASSERT_TRUE(run(database_->create_table({tracker::table_definition("log")})));
  ASSERT_TRUE(run(database_->update_time_to_live({"log", true, "Theirs"})));
  const auto report = create({});
  ASSERT_TRUE(report) << report.error();
  EXPECT_THAT(report->changes, ElementsAre(HasSubstr("on the attribute Theirs already")));
  EXPECT_EQ(run(database_->describe_time_to_live({"log"}))->attribute_name, "Theirs");
}

TEST_F(Tables, without_point_in_time_recovery_nothing_is_made) {
  const auto report = create({.point_in_time_recovery = true});
  ASSERT_FALSE(report);
  EXPECT_THAT(report.error(), HasSubstr("no point-in-time recovery"));
  EXPECT_FALSE(run(database_->describe_table({"log"})));
}

TEST_F(Tables, point_in_time_recovery_is_asked_for_until_the_new_tables_backups_are_ready) {
  std::vector<std::string> asked;
  enable_point_in_time_recovery_ = [&asked](std::string name) {
    asked.push_back(std::move(name));
    if (asked.size() < 3) return answer(std::unexpected(dynamodb::errors::table_is_being_updated("log")));
    return answer({});
  };
  const auto report = create({.point_in_time_recovery = true});
  ASSERT_TRUE(report) << report.error();
  EXPECT_THAT(asked, ElementsAre("log", "log", "log"));
  EXPECT_THAT(report->changes, Contains("Point-in-time recovery is on."));
}

TEST_F(Tables, what_refuses_point_in_time_recovery_is_said_and_the_table_is_there) {
  enable_point_in_time_recovery_ = [](const std::string& /*name*/) {
    return answer(std::unexpected(dynamodb::errors::unreachable("It went away.")));
  };
  const auto report = create({.point_in_time_recovery = true});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error(), "The table is there, but point-in-time recovery could not be switched on: It went away.");
  EXPECT_TRUE(run(database_->describe_table({"log"})));
}

TEST_F(Tables, an_upgrade_adds_what_is_missing_and_may_be_repeated) {
  ASSERT_TRUE(create({.guide_only = true}));
  for (int i = 0; i < 300; ++i) put_session(i);
  put_athlete("1", "Ann");
  const auto report = upgrade();
  ASSERT_TRUE(report) << report.error();
  EXPECT_THAT(report->added, ElementsAre("SessionById", "SessionsByAthlete", "AthletesByName"));
  EXPECT_THAT(progress_, Contains("301 items looked at"));
  std::vector<std::int64_t> counts;
  counts.reserve(report->table.indexes.size());
  for (const auto& index : report->table.indexes) counts.push_back(index.item_count);
  EXPECT_THAT(counts, ElementsAre(300, 300, 300, 1));
  EXPECT_TRUE(engine::verify_consistency(*database_).empty());
  const auto again = upgrade();
  ASSERT_TRUE(again) << again.error();
  EXPECT_THAT(again->added, IsEmpty());
}

TEST_F(Tables, an_upgrade_goes_on_where_another_was_interrupted) {
  ASSERT_TRUE(create({.guide_only = true}));
  for (int i = 0; i < 300; ++i) put_session(i);
  const auto wanted = tracker::table_definition("log");
  ASSERT_TRUE(run(database_->update_table(addition_of(wanted.global_secondary_indexes[1], wanted, definition()))));
  const auto report = upgrade();
  ASSERT_TRUE(report) << report.error();
  EXPECT_THAT(report->added, ElementsAre("SessionsByAthlete", "AthletesByName"));
}

TEST_F(Tables, indexes_that_are_added_have_the_tables_capacity) {
  ASSERT_TRUE(create({.guide_only = true, .capacity = five}));
  ASSERT_TRUE(upgrade());
  for (const auto& index : definition().global_secondary_indexes) EXPECT_EQ(index.provisioned_throughput, five);
}

TEST_F(Tables, an_upgrade_refuses_where_an_index_could_not_take_an_item) {
  ASSERT_TRUE(create({.guide_only = true}));
  put_athlete("1", "Ann");
  put_athlete("2", "");
  put_athlete("3", std::string(1025, 'x'));
  put_athlete("4", std::string(1024, 'x'));
  put_athlete("5", AttributeValue(*dynamodb::Number::parse("7")));
  put({{"PK", "p"}, {"SK", "s"}, {"SessionId", ""}, {"Type", ""}});
  const auto report = upgrade();
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(report->unfit.count, 4U);
  EXPECT_THAT(report->unfit.lines,
              ::testing::UnorderedElementsAre("ATHLETE#2 / ATHLETE#2: Name is empty",
                                              "ATHLETE#3 / ATHLETE#3: Name has 1025 bytes, a key at most 1024",
                                              "ATHLETE#5 / ATHLETE#5: Name is no string",
                                              "p / s: SessionId is empty; Type is empty"));
  EXPECT_THAT(definition().global_secondary_indexes, SizeIs(1));
}

TEST_F(Tables, of_many_unfit_items_the_first_are_listed_and_all_counted) {
  ASSERT_TRUE(create({.guide_only = true}));
  for (int i = 0; i < 50; ++i) put_athlete(fmt::format("{}", i), "");
  const auto report = upgrade();
  ASSERT_TRUE(report) << report.error();
  EXPECT_EQ(report->unfit.count, 50U);
  EXPECT_THAT(report->unfit.lines, SizeIs(unfit_lines_max));
}

TEST_F(Tables, capacity_changes_there_and_back) {
  ASSERT_TRUE(create({}));
  auto report = capacity(five);
  ASSERT_TRUE(report) << report.error();
  EXPECT_TRUE(report->was_changed);
  EXPECT_EQ(capacity_of(definition()), five);
  EXPECT_FALSE(capacity(five)->was_changed);
  EXPECT_THAT(create({.capacity = Capacity()})->differences, SizeIs(1));
  EXPECT_THAT(create({.capacity = five})->differences, IsEmpty());
  EXPECT_TRUE(capacity(Capacity())->was_changed);
  EXPECT_EQ(capacity_of(definition()), Capacity());
}

TEST_F(Tables, a_protected_table_is_deleted_only_when_that_is_said) {
  ASSERT_TRUE(create({.deletion_protection = true}));
  const auto refused = remove();
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error(), HasSubstr("protected against deletion"));
  const auto removed = remove(/*unprotect=*/true);
  EXPECT_TRUE(removed) << removed.error();
  EXPECT_FALSE(run(database_->describe_table({"log"})));
  EXPECT_FALSE(remove());
}

TEST_F(Tables, what_is_not_there_is_an_error) {
  EXPECT_THAT(upgrade().error(), HasSubstr("not found"));
  EXPECT_THAT(capacity(five).error(), HasSubstr("not found"));
}

}  // namespace
}  // namespace operations
