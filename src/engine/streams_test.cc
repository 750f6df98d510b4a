// Streams, from a table's side and from a reader's.
#include <gmock/gmock.h>

#include "engine/embedded_database.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/reads.h"
#include "engine/testing/requests.h"
#include "engine/testing/streams.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;
using dynamodb::ShardIteratorType;
using dynamodb::StreamEventName;
using dynamodb::StreamRecord;
using dynamodb::StreamStatus;
using dynamodb::StreamViewType;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class StreamsTest : public DatabaseTest {
 protected:
  std::string enable(StreamViewType view_type = StreamViewType::new_and_old_images) {
    dynamodb::UpdateTableRequest request;
    request.table_name = "Log";
    request.stream_specification = {.stream_enabled = true, .stream_view_type = view_type};
    return database_.update_table(request).value().table.latest_stream_arn.value();
  }
  void disable() {
    dynamodb::UpdateTableRequest request;
    request.table_name = "Log";
    request.stream_specification = {.stream_enabled = false, .stream_view_type = {}};
    ASSERT_TRUE(database_.update_table(request));
  }
  // One insert, one change, one removal.
  void write_three() {
    ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "old"}}))));
    ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "new"}}))));
    ASSERT_TRUE(database_.remove(delete_request(item("a", "1"))));
  }
  dynamodb::DescribeStreamResult described(const std::string& arn) {
    return awaited(database_.database().describe_stream({.stream_arn = arn})).value();
  }
  dynamodb::Result<dynamodb::GetShardIteratorResult> get_iterator(const std::string& arn, ShardIteratorType type,
                                                                  std::optional<std::string> number = {}) {
    return awaited(database_.database().get_shard_iterator({.stream_arn = arn,
                                                            .shard_id = described(arn).shards.at(0).shard_id,
                                                            .type = type,
                                                            .sequence_number = std::move(number)}));
  }
  dynamodb::Result<dynamodb::GetRecordsResult> get_records(const std::string& iterator,
                                                           std::optional<std::int64_t> limit = {}) {
    return awaited(database_.database().get_records({.shard_iterator = iterator, .limit = limit}));
  }
  std::vector<StreamRecord> records(const std::string& arn) { return read_stream(database_.database(), arn); }
  std::vector<std::string> list(std::optional<std::string> table_name = {}) {
    std::vector<std::string> arns;
    dynamodb::ListStreamsRequest request{
        .table_name = std::move(table_name), .limit = 1, .exclusive_start_stream_arn = {}};
    do {
      const auto page = awaited(database_.database().list_streams(request)).value();
      for (const auto& stream : page.streams) arns.push_back(stream.stream_arn);
      request.exclusive_start_stream_arn = page.last_evaluated_stream_arn;
    } while (request.exclusive_start_stream_arn);
    return arns;
  }
};
ENGINE_INSTANTIATE(StreamsTest);

std::vector<StreamEventName> names(const std::vector<StreamRecord>& records) {
  std::vector<StreamEventName> result;
  result.reserve(records.size());
  for (const auto& record : records) result.push_back(record.event_name);
  return result;
}

TEST_P(StreamsTest, tell_every_change_and_nothing_else) {
  ASSERT_TRUE(database_.put(put_request(item("a", "0"))));  // before it
  const auto arn = enable();
  EXPECT_EQ(arn, "arn:aws:dynamodb:us-east-1:000000000000:table/Log/stream/2026-11-23T00:00:00.000");
  write_three();
  ASSERT_TRUE(database_.remove(delete_request(item("a", "1"))));  // nothing is there
  ASSERT_TRUE(database_.put(put_request(item("a", "0"))));        // nothing changes
  EXPECT_FALSE(database_.put(put_request(item("a", "0"), {.condition = "attribute_not_exists(PK)"})));
  const auto all = records(arn);
  EXPECT_THAT(names(all), ElementsAre(StreamEventName::insert, StreamEventName::modify, StreamEventName::remove));
  EXPECT_EQ(all[0].keys, item("a", "1"));
  EXPECT_EQ(all[0].old_image, std::nullopt);
  EXPECT_EQ(all[0].new_image->decode(), item("a", "1", {{"Note", "old"}}));
  EXPECT_EQ(all[1].old_image->decode(), item("a", "1", {{"Note", "old"}}));
  EXPECT_EQ(all[1].new_image->decode(), item("a", "1", {{"Note", "new"}}));
  EXPECT_EQ(all[2].old_image->decode(), item("a", "1", {{"Note", "new"}}));
  EXPECT_EQ(all[2].new_image, std::nullopt);
  EXPECT_EQ(all[0].region, "us-east-1");
  EXPECT_EQ(all[0].created_at, database_.now());
  EXPECT_EQ(all[0].user_identity.has_value(), false);
  EXPECT_THAT(all[0].event_id, SizeIs(32));
  EXPECT_NE(all[0].event_id, all[1].event_id);
  EXPECT_GE(all[0].sequence_number.size(), 21U);
  EXPECT_LT(all[0].sequence_number, all[1].sequence_number);
  // Keys: PKa SK1. Images: the same and Notenew.
  EXPECT_EQ(all[0].size_bytes, 6 + 13);
  EXPECT_EQ(all[1].size_bytes, 6 + 13 + 13);
}

TEST_P(StreamsTest, show_what_their_view_type_says) {
  struct Case {
    StreamViewType view_type;
    bool has_new;
    bool has_old;
  };
  for (const Case& expected :
       {Case{StreamViewType::keys_only, false, false}, Case{StreamViewType::new_image, true, false},
        Case{StreamViewType::old_image, false, true}, Case{StreamViewType::new_and_old_images, true, true}}) {
    const auto arn = enable(expected.view_type);
    write_three();
    const auto all = records(arn);
    ASSERT_THAT(all, SizeIs(3));
    EXPECT_EQ(all[1].keys, item("a", "1"));
    EXPECT_EQ(all[1].new_image.has_value(), expected.has_new);
    EXPECT_EQ(all[1].old_image.has_value(), expected.has_old);
    EXPECT_EQ(all[1].view_type, expected.view_type);
    EXPECT_EQ(described(arn).view_type, expected.view_type);
    disable();
    database_.advance(std::chrono::seconds(1));
  }
}

TEST_P(StreamsTest, tell_of_batches_and_transactions) {
  const auto arn = enable();
  dynamodb::BatchWriteItemRequest batch;
  batch.request_items["Log"] = {dynamodb::PutRequest{item("a", "1")}, dynamodb::PutRequest{item("a", "2")}};
  ASSERT_TRUE(database_.batch_write(batch));
  dynamodb::TransactWriteItemsRequest transaction;
  transaction.transact_items.emplace_back(delete_request(item("a", "1")));
  transaction.transact_items.emplace_back(check_request(item("a", "3"), "attribute_not_exists(PK)"));
  transaction.transact_items.emplace_back(update_request(item("a", "2"), "SET Note = PK"));
  ASSERT_TRUE(database_.transact(transaction));
  const auto all = records(arn);
  EXPECT_THAT(names(all), ElementsAre(StreamEventName::insert, StreamEventName::insert, StreamEventName::remove,
                                      StreamEventName::modify));
}

TEST_P(StreamsTest, say_who_deletes_what_has_expired) {
  const auto arn = enable();
  ASSERT_TRUE(database_.update_time_to_live({"Log", true, "ExpiresAt"}));
  const auto soon = std::chrono::duration_cast<std::chrono::seconds>(database_.now().time_since_epoch()).count() + 1;
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"ExpiresAt", number(soon)}}))));
  database_.advance(std::chrono::seconds(5));
  database_.work_now();
  const auto all = records(arn);
  ASSERT_THAT(names(all), ElementsAre(StreamEventName::insert, StreamEventName::remove));
  ASSERT_TRUE(all[1].user_identity.has_value());
  EXPECT_EQ(all[1].user_identity->type, "Service");
  EXPECT_EQ(all[1].user_identity->principal_id, "dynamodb.amazonaws.com");
}

TEST_P(StreamsTest, have_one_open_shard_that_is_closed_when_they_are_disabled) {
  const auto arn = enable(StreamViewType::keys_only);
  auto stream = described(arn);
  EXPECT_EQ(stream.status, StreamStatus::enabled);
  EXPECT_EQ(stream.stream.table_name, "Log");
  EXPECT_EQ(stream.stream.stream_arn, arn);
  EXPECT_EQ(stream.key_schema, log_table().key_schema);
  EXPECT_EQ(stream.created_at, database_.now());
  ASSERT_THAT(stream.shards, SizeIs(1));
  EXPECT_THAT(stream.shards[0].shard_id, SizeIs(37));
  EXPECT_EQ(stream.shards[0].ending_sequence_number, std::nullopt);
  write_three();
  disable();
  ASSERT_TRUE(database_.put(put_request(item("a", "9"))));
  stream = described(arn);
  EXPECT_EQ(stream.status, StreamStatus::disabled);
  const auto all = records(arn);
  ASSERT_THAT(all, SizeIs(3));
  EXPECT_LE(stream.shards[0].starting_sequence_number, all[0].sequence_number);
  EXPECT_GE(stream.shards[0].ending_sequence_number, all[2].sequence_number);
  const auto iterator = get_iterator(arn, ShardIteratorType::trim_horizon)->shard_iterator;
  EXPECT_EQ(get_records(iterator)->next_shard_iterator, std::nullopt);
  // A shard's position behind the last one, and those that are asked for by their parent.
  EXPECT_THAT(awaited(database_.database().describe_stream(
                          {.stream_arn = arn, .limit = {}, .exclusive_start_shard_id = stream.shards[0].shard_id}))
                  ->shards,
              IsEmpty());
  EXPECT_THAT(awaited(database_.database().describe_stream({.stream_arn = arn,
                                                            .limit = {},
                                                            .exclusive_start_shard_id = {},
                                                            .child_shards_of = stream.shards[0].shard_id}))
                  ->shards,
              IsEmpty());
}

TEST_P(StreamsTest, begin_anew_when_they_are_enabled_again) {
  const auto first = enable();
  write_three();
  disable();
  database_.advance(std::chrono::milliseconds(1));
  const auto second = enable();
  EXPECT_NE(first, second);
  EXPECT_THAT(list("Log"), ElementsAre(first, second));
  EXPECT_THAT(records(second), IsEmpty());
  EXPECT_THAT(records(first), SizeIs(3));
}

TEST_P(StreamsTest, are_listed_in_pages_and_by_table) {
  auto other = log_table();
  other.name = "Log-2";  // '-' comes before the '/' of an ARN, and after the end of a name
  other.stream_view_type = StreamViewType::keys_only;
  const auto created = database_.create_table(other);
  ASSERT_TRUE(created) << message(created);
  const auto log = enable();
  EXPECT_THAT(list(), ElementsAre(log, created->table.latest_stream_arn.value()));
  EXPECT_THAT(list("Log"), ElementsAre(log));
  EXPECT_THAT(list("Log-2"), ElementsAre(created->table.latest_stream_arn.value()));
  EXPECT_THAT(list("Absent"), IsEmpty());
  EXPECT_THAT(list("Lo"), IsEmpty());
}

TEST_P(StreamsTest, outlive_their_table_for_a_day) {
  const auto arn = enable();
  write_three();
  ASSERT_TRUE(database_.delete_table("Log"));
  ASSERT_TRUE(database_.create_table(log_table()));
  EXPECT_EQ(described(arn).status, StreamStatus::disabled);
  EXPECT_THAT(records(arn), SizeIs(3));
  database_.advance(std::chrono::hours(24));
  EXPECT_EQ(message(awaited(database_.database().describe_stream({.stream_arn = arn}))),
            "Requested resource not found: Stream: " + arn + " not found");
  EXPECT_THAT(list(), IsEmpty());
  ASSERT_TRUE(database_.put(put_request(item("a", "1"))));  // the sweep goes with a write
  EXPECT_THAT(list(), IsEmpty());
}

TEST_P(StreamsTest, are_read_from_any_of_their_records) {
  const auto arn = enable();
  write_three();
  const auto all = records(arn);
  const auto from = [&](ShardIteratorType type, std::optional<std::string> number = {}) {
    return read_shard(database_.database(), get_iterator(arn, type, std::move(number)).value().shard_iterator).size();
  };
  EXPECT_EQ(from(ShardIteratorType::trim_horizon), 3U);
  EXPECT_EQ(from(ShardIteratorType::at_sequence_number, all[1].sequence_number), 2U);
  EXPECT_EQ(from(ShardIteratorType::after_sequence_number, all[1].sequence_number), 1U);
  EXPECT_EQ(from(ShardIteratorType::latest), 0U);
  const auto latest = get_iterator(arn, ShardIteratorType::latest)->shard_iterator;
  ASSERT_TRUE(database_.put(put_request(item("a", "7"))));
  EXPECT_THAT(read_shard(database_.database(), latest), SizeIs(1));
}

TEST_P(StreamsTest, are_read_in_pages) {
  const auto arn = enable();
  write_three();
  const auto iterator = get_iterator(arn, ShardIteratorType::trim_horizon)->shard_iterator;
  const auto first = get_records(iterator, 2);
  ASSERT_THAT(first->records, SizeIs(2));
  const auto second = get_records(first->next_shard_iterator.value(), 2);
  ASSERT_THAT(second->records, SizeIs(1));
  ASSERT_TRUE(second->next_shard_iterator.has_value());
  EXPECT_THAT(get_records(*second->next_shard_iterator)->records, IsEmpty());
}

TEST_P(StreamsTest, end_a_page_at_one_megabyte) {
  const auto arn = enable();
  for (int sk = 0; sk < 8; ++sk) {
    ASSERT_TRUE(database_.put(put_request(item("a", std::to_string(sk), {{"Note", std::string(300'000, 'x')}}))));
  }
  EXPECT_THAT(get_records(get_iterator(arn, ShardIteratorType::trim_horizon)->shard_iterator)->records, SizeIs(4));
  EXPECT_THAT(records(arn), SizeIs(8));
}

TEST_P(StreamsTest, refuse_iterators_that_were_not_made_here_or_are_old) {
  const auto arn = enable();
  write_three();
  const auto iterator = get_iterator(arn, ShardIteratorType::trim_horizon)->shard_iterator;
  EXPECT_EQ(message(get_records("made up")), "Invalid ShardIterator");
  auto changed = iterator;
  changed.back() = changed.back() == '0' ? '1' : '0';
  EXPECT_EQ(message(get_records(changed)), "Invalid ShardIterator");
  database_.advance(std::chrono::minutes(15) - std::chrono::milliseconds(1));
  EXPECT_TRUE(get_records(iterator));
  database_.advance(std::chrono::milliseconds(1));
  EXPECT_EQ(get_records(iterator).error().code, ErrorCode::expired_iterator);
}

TEST_P(StreamsTest, refuse_parameters_that_do_not_fit) {
  const auto arn = enable();
  write_three();
  const auto number = records(arn).at(0).sequence_number;
  const std::string prefix = "One or more parameter values were invalid: ";
  EXPECT_EQ(message(get_iterator(arn, ShardIteratorType::at_sequence_number)), prefix + "Invalid SequenceNumber");
  EXPECT_EQ(message(get_iterator(arn, ShardIteratorType::latest, number)),
            prefix + "SequenceNumber should not be passed for this iterator type");
  for (const char* wrong : {"100000000000000000000", "199999999999999999999", "999999999999999999999", "text"}) {
    EXPECT_EQ(message(get_iterator(arn, ShardIteratorType::after_sequence_number, wrong)),
              prefix + "Invalid SequenceNumber for the shard");
  }
  EXPECT_EQ(message(awaited(database_.database().get_shard_iterator({.stream_arn = arn,
                                                                     .shard_id = "shardId-00000000000000000000-0",
                                                                     .type = ShardIteratorType::latest,
                                                                     .sequence_number = {}}))),
            "Shard does not exist");
  const auto iterator = get_iterator(arn, ShardIteratorType::trim_horizon)->shard_iterator;
  EXPECT_EQ(message(get_records(iterator, 1001)), prefix + "Limit should be less than or equal to 1000");
  EXPECT_FALSE(get_records(iterator, 0));
  EXPECT_EQ(message(awaited(database_.database().list_streams({.table_name = {}, .limit = 101}))),
            prefix + "Limit cannot be greater than the maximum allowed size: 100");
  for (const auto& other : {std::string("arn:aws:dynamodb:us-east-1:000000000000:table/Log/stream/x"),
                            std::string("arn:aws:dynamodb:us-east-1:000000000000:table/Log"), std::string("nothing")}) {
    EXPECT_EQ(awaited(database_.database().describe_stream({.stream_arn = other})).error().code,
              ErrorCode::resource_not_found);
  }
}

TEST_P(StreamsTest, forget_records_after_a_day) {
  const auto arn = enable();
  write_three();
  const auto old = records(arn).at(0).sequence_number;
  database_.advance(std::chrono::hours(24) - std::chrono::minutes(5));
  const auto position = get_iterator(arn, ShardIteratorType::at_sequence_number, old)->shard_iterator;
  database_.advance(std::chrono::minutes(5));
  // Not tidied away yet, but not shown any more.
  EXPECT_THAT(records(arn), IsEmpty());
  EXPECT_EQ(get_records(position).error().code, ErrorCode::trimmed_data_access);
  ASSERT_TRUE(database_.put(put_request(item("b", "1"))));  // the sweep goes with a write
  EXPECT_THAT(records(arn), SizeIs(1));
  EXPECT_EQ(get_records(position).error().code, ErrorCode::trimmed_data_access);
  EXPECT_EQ(get_iterator(arn, ShardIteratorType::at_sequence_number, old).error().code, ErrorCode::trimmed_data_access);
}

// Reopening must not begin the numbers anew.
TEST(StreamsOnDisk, go_on_after_a_reopening) {
  TestDatabase database(Where::disk);
  auto definition = log_table();
  definition.stream_view_type = StreamViewType::new_and_old_images;
  const auto arn = database.create_table(definition).value().table.latest_stream_arn.value();
  for (int round = 0; round < 3; ++round) {
    ASSERT_TRUE(database.put(put_request(item("a", "1", {{"Score", number(round)}}))));
    database.reopen();
  }
  const auto all = read_stream(database.database(), arn);
  EXPECT_THAT(all, SizeIs(3));
  EXPECT_THAT(replayed(all), SizeIs(1));
}

}  // namespace
}  // namespace engine::testing
