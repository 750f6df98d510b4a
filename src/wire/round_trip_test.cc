// What a client writes, the server reads, and the other way round: each text, read and written again, is the same text.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <string>

#include "dynamodb/errors.h"
#include "dynamodb/testing/generators.h"
#include "wire/parse.h"
#include "wire/parse_result.h"
#include "wire/serialize.h"
#include "wire/serialize_request.h"

namespace {

namespace generators = dynamodb::generators;

template <class Request>
void expect_read_back(const Request& request) {
  const std::string body = wire::serialize(request);
  const auto read = wire::parse<Request>(body);
  ASSERT_TRUE(read) << read.error().message << " in " << body;
  EXPECT_EQ(wire::serialize(*read), body);
}

template <class Answer>
void expect_read_back_answer(const Answer& answer) {
  const std::string body = wire::serialize(answer);
  const auto read = wire::parse_result<Answer>(body);
  ASSERT_TRUE(read) << read.error().message << " in " << body;
  EXPECT_EQ(wire::serialize(*read), body);
}

dynamodb::ExpressionAttributes placeholders(const dynamodb::AttributeValue& value) {
  dynamodb::ExpressionAttributes attributes;
  attributes.names.emplace();
  attributes.names->emplace("#n", "a.b \"c\" \n");
  attributes.values.emplace();
  attributes.values->emplace(":v", value);
  return attributes;
}

dynamodb::PutItemRequest put(const dynamodb::Item& item) {
  dynamodb::PutItemRequest request;
  request.table_name = "Table";
  request.item = item;
  request.condition_expression = "#n = :v";
  request.attributes = placeholders("x");
  request.on_condition_check_failure = dynamodb::ReturnValuesOnConditionCheckFailure::all_old;
  return request;
}

RC_GTEST_PROP(RoundTrip, of_writes, (const dynamodb::Item& item)) {
  auto alone = put(item);
  alone.return_values = dynamodb::ReturnValues::all_old;
  alone.return_consumed_capacity = dynamodb::ReturnConsumedCapacity::indexes;
  alone.return_item_collection_metrics = dynamodb::ReturnItemCollectionMetrics::size;
  expect_read_back(alone);

  dynamodb::UpdateItemRequest update;
  update.table_name = "Table";
  update.key = {{"id", "1"}};
  update.update_expression = "SET #n = :v";
  update.attributes = placeholders(item);
  update.return_values = dynamodb::ReturnValues::updated_new;
  expect_read_back(update);

  dynamodb::DeleteItemRequest remove;
  remove.table_name = "Table";
  remove.key = {{"id", "1"}};
  expect_read_back(remove);

  dynamodb::ConditionCheck check;
  check.table_name = "Table";
  check.key = {{"id", "2"}};
  check.condition_expression = "#n = :v";
  check.attributes = placeholders("x");
  dynamodb::TransactWriteItemsRequest transaction;
  transaction.transact_items = {put(item), update, remove, check};
  transaction.client_request_token = "token";
  auto& second = std::get<dynamodb::UpdateItemRequest>(transaction.transact_items[1]);
  second.return_values = dynamodb::ReturnValues::none;
  expect_read_back(transaction);

  dynamodb::BatchWriteItemRequest batch;
  batch.request_items["Table"] = {dynamodb::PutRequest{item}, dynamodb::DeleteRequest{{{"id", "1"}}}};
  expect_read_back(batch);
}

TEST(RoundTrip, of_reads) {
  dynamodb::GetItemRequest get;
  get.table_name = "Table";
  get.key = {{"id", "1"}};
  get.consistent_read = true;
  get.projection_expression = "a, b";
  expect_read_back(get);

  dynamodb::QueryRequest query;
  query.table_name = "Table";
  query.index_name = "Index";
  query.key_condition_expression = "#n = :v";
  query.filter_expression = "a = :v";
  query.attributes = placeholders("x");
  query.select = dynamodb::Select::count;
  query.limit = 7;
  query.exclusive_start_key = dynamodb::Key{{"id", "1"}};
  query.scan_index_forward = false;
  expect_read_back(query);

  dynamodb::ScanRequest scan;
  scan.table_name = "Table";
  scan.segment = 1;
  scan.total_segments = 4;
  scan.select = dynamodb::Select::all_attributes;
  expect_read_back(scan);

  dynamodb::BatchGetItemRequest batch;
  batch.request_items["Table"].keys = {{{"id", "1"}}, {{"id", "2"}}};
  batch.request_items["Table"].consistent_read = true;
  expect_read_back(batch);

  dynamodb::TransactGetItemsRequest transaction;
  dynamodb::TransactGet action;
  action.table_name = "Table";
  action.key = {{"id", "1"}};
  action.projection_expression = "a";
  transaction.transact_items = {action};
  expect_read_back(transaction);
}

dynamodb::TableDefinition definition() {
  dynamodb::TableDefinition table;
  table.name = "Table";
  table.attribute_definitions = {{.name = "pk", .type = dynamodb::ScalarType::string},
                                 {.name = "sk", .type = dynamodb::ScalarType::number},
                                 {.name = "other", .type = dynamodb::ScalarType::binary}};
  table.key_schema = {.partition_key = "pk", .sort_key = "sk"};
  table.global_secondary_indexes = {
      {.name = "Global",
       .key_schema = {.partition_key = "other",
                      .sort_key = "sk",
                      .more_partition_keys = {"pk"},
                      .more_sort_keys = {"more", "still more"}},
       .projection = {.type = dynamodb::ProjectionType::include, .non_key_attributes = {"a", "b"}},
       .provisioned_throughput = dynamodb::ProvisionedThroughput{.read_capacity_units = 3, .write_capacity_units = 4}}};
  table.local_secondary_indexes = {{.name = "Local", .key_schema = {.partition_key = "pk", .sort_key = "other"}}};
  table.provisioned_throughput = dynamodb::ProvisionedThroughput{.read_capacity_units = 5, .write_capacity_units = 6};
  table.stream_view_type = dynamodb::StreamViewType::new_image;
  table.table_class = dynamodb::TableClass::standard_infrequent_access;
  table.deletion_protection_enabled = true;
  return table;
}

TEST(RoundTrip, of_requests_about_tables) {
  expect_read_back(dynamodb::CreateTableRequest{.definition = definition(), .tags = {{.key = "k", .value = "v"}}});
  expect_read_back(dynamodb::DescribeTableRequest{"Table"});
  expect_read_back(dynamodb::DeleteTableRequest{"Table"});
  expect_read_back(dynamodb::ListTablesRequest{.exclusive_start_table_name = "Table", .limit = 5});
}

TEST(RoundTrip, of_an_update_of_a_table) {
  const dynamodb::ProvisionedThroughput units{.read_capacity_units = 3, .write_capacity_units = 4};
  dynamodb::UpdateTableRequest request{.table_name = "Table"};
  expect_read_back(request);
  request.attribute_definitions = definition().attribute_definitions;
  request.billing_mode = dynamodb::BillingMode::provisioned;
  request.provisioned_throughput = units;
  request.global_secondary_index_updates = {
      dynamodb::CreateGlobalSecondaryIndex{definition().global_secondary_indexes.front()},
      dynamodb::UpdateGlobalSecondaryIndex{.index_name = "Other", .provisioned_throughput = units},
      dynamodb::DeleteGlobalSecondaryIndex{.index_name = "Third"}};
  request.stream_specification = {.stream_enabled = true, .stream_view_type = dynamodb::StreamViewType::keys_only};
  request.table_class = dynamodb::TableClass::standard_infrequent_access;
  request.deletion_protection_enabled = false;
  expect_read_back(request);
  EXPECT_EQ(wire::parse<dynamodb::UpdateTableRequest>(wire::serialize(request))->global_secondary_index_updates.size(),
            3U);
}

TEST(RoundTrip, of_time_to_live_and_tags) {
  expect_read_back(
      dynamodb::UpdateTimeToLiveRequest{.table_name = "Table", .enabled = true, .attribute_name = "ExpiresAt"});
  expect_read_back(dynamodb::DescribeTimeToLiveRequest{"Table"});
  const std::string arn = "arn:aws:dynamodb:us-east-1:000000000000:table/Table";
  const std::vector<dynamodb::Tag> tags = {{.key = "k", .value = "v"}, {.key = "empty", .value = ""}};
  expect_read_back(dynamodb::TagResourceRequest{.resource_arn = arn, .tags = tags});
  expect_read_back(dynamodb::UntagResourceRequest{.resource_arn = arn, .tag_keys = {"k", "l"}});
  expect_read_back(dynamodb::ListTagsOfResourceRequest{.resource_arn = arn, .next_token = "next"});

  expect_read_back_answer(dynamodb::UpdateTimeToLiveResult{.enabled = true, .attribute_name = "ExpiresAt"});
  expect_read_back_answer(dynamodb::DescribeTimeToLiveResult{});
  expect_read_back_answer(dynamodb::DescribeTimeToLiveResult{.status = dynamodb::TimeToLiveStatus::enabling,
                                                             .attribute_name = "ExpiresAt"});
  expect_read_back_answer(dynamodb::TagResourceResult{});
  expect_read_back_answer(dynamodb::UntagResourceResult{});
  expect_read_back_answer(dynamodb::ListTagsOfResourceResult{.tags = tags, .next_token = "next"});
}

TEST(ContinuousBackups, are_asked_for_and_read_as_the_service_writes_them) {
  EXPECT_EQ(wire::serialize(dynamodb::DescribeContinuousBackupsRequest{"T"}), R"({"TableName":"T"})");
  EXPECT_EQ(wire::serialize(dynamodb::UpdateContinuousBackupsRequest{
                .table_name = "T", .point_in_time_recovery_enabled = true, .recovery_period_in_days = 7}),
            R"({"TableName":"T","PointInTimeRecoverySpecification":)"
            R"({"PointInTimeRecoveryEnabled":true,"RecoveryPeriodInDays":7}})");
  const auto enabled = wire::parse_result<dynamodb::ContinuousBackupsResult>(
      R"({"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":)"
      R"({"EarliestRestorableDateTime":1.700000001E9,"LatestRestorableDateTime":1700000002.5,)"
      R"("PointInTimeRecoveryStatus":"ENABLED","RecoveryPeriodInDays":7}}})");
  ASSERT_TRUE(enabled) << enabled.error().message;
  EXPECT_TRUE(enabled->point_in_time_recovery_enabled);
  EXPECT_EQ(enabled->recovery_period_in_days, 7);
  EXPECT_EQ(enabled->latest_restorable->time_since_epoch(), std::chrono::milliseconds(1'700'000'002'500));
  EXPECT_EQ(enabled->earliest_restorable->time_since_epoch(), std::chrono::seconds(1'700'000'001));
  const auto disabled = wire::parse_result<dynamodb::ContinuousBackupsResult>(
      R"({"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED",)"
      R"("PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}})");
  ASSERT_TRUE(disabled) << disabled.error().message;
  EXPECT_FALSE(disabled->point_in_time_recovery_enabled);
  EXPECT_FALSE(disabled->latest_restorable);
}

TEST(RoundTrip, of_a_description) {
  dynamodb::TableDescription table;
  table.definition = definition();
  table.status = dynamodb::TableStatus::updating;
  table.id = "id";
  table.arn = "arn:aws:dynamodb:us-east-1:000000000000:table/Table";
  table.created_at += std::chrono::milliseconds(1'700'000'000'123);
  table.item_count = 7;
  table.size_bytes = 70;
  table.indexes = {{.name = "Global", .status = dynamodb::TableStatus::creating, .backfilling = true},
                   {.name = "Local", .item_count = 6, .size_bytes = 60}};
  for (const auto member : {wire::TableMember::table, wire::TableMember::table_description}) {
    const std::string body = wire::serialize(dynamodb::TableResult{table}, member);
    const auto read = wire::parse_result<dynamodb::TableResult>(body);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->table.definition.global_secondary_indexes, table.definition.global_secondary_indexes);
    EXPECT_EQ(read->table.created_at, table.created_at);
    EXPECT_EQ(wire::serialize(*read, member), body);
  }
}

TEST(RoundTrip, of_a_table_billed_by_request) {
  dynamodb::TableDescription table;
  table.definition = definition();
  table.definition.billing_mode = dynamodb::BillingMode::pay_per_request;
  table.definition.provisioned_throughput.reset();
  table.pay_per_request_since.emplace();
  const auto read = wire::parse_result<dynamodb::TableResult>(
      wire::serialize(dynamodb::TableResult{table}, wire::TableMember::table));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->table.definition, table.definition);
}

dynamodb::ConsumedCapacity capacity() {
  return {.table_name = "Table",
          .total = {.units = 2.5},
          .table = dynamodb::Capacity{.units = 1},
          .global_secondary_indexes = {{"Index", {.units = 1.5}}}};
}

RC_GTEST_PROP(RoundTrip, of_answers_with_items, (const dynamodb::Item& item)) {
  const dynamodb::EncodedItem encoded(item);
  expect_read_back_answer(dynamodb::GetItemResult{.item = encoded, .consumed_capacity = capacity()});
  expect_read_back_answer(dynamodb::WriteItemResult{.attributes = encoded, .consumed_capacity = capacity()});
  expect_read_back_answer(dynamodb::TransactGetItemsResult{.responses = {encoded, std::nullopt, encoded}});

  dynamodb::BatchGetItemResult batch;
  batch.responses["Table"] = {encoded, encoded};
  batch.unprocessed_keys["Table"].keys = {{{"id", "1"}}};
  batch.consumed_capacity = {capacity()};
  expect_read_back_answer(batch);

  dynamodb::BatchWriteItemResult written;
  written.unprocessed_items["Table"] = {dynamodb::PutRequest{item}, dynamodb::DeleteRequest{{{"id", "1"}}}};
  expect_read_back_answer(written);

  const dynamodb::PageResult page{
      .items = {encoded}, .count = 1, .scanned_count = 3, .last_evaluated_key = dynamodb::Key{{"id", "1"}}};
  const std::string body = wire::serialize(page, dynamodb::Select::unspecified);
  const auto read = wire::parse_result<dynamodb::PageResult>(body);
  RC_ASSERT(read.has_value());
  RC_ASSERT(wire::serialize(*read, dynamodb::Select::unspecified) == body);
}

TEST(RoundTrip, of_an_empty_answer) {
  expect_read_back_answer(dynamodb::GetItemResult{});
  expect_read_back_answer(dynamodb::WriteItemResult{});
  expect_read_back_answer(dynamodb::TransactWriteItemsResult{});
}

RC_GTEST_PROP(RoundTrip, of_errors, (const dynamodb::Item& item)) {
  const auto box = std::make_shared<const dynamodb::AttributeMapBox>(item);
  for (const dynamodb::Error& error :
       {dynamodb::errors::validation("a \"message\""), dynamodb::errors::conditional_check_failed(box),
        dynamodb::errors::requested_resource_not_found(),
        dynamodb::errors::transaction_canceled(
            {dynamodb::errors::reason_none(), dynamodb::errors::reason_conditional_check_failed(box)})}) {
    const std::string body = wire::serialize(error);
    const dynamodb::Error read = wire::parse_error(dynamodb::http_status(error.code), body);
    RC_ASSERT(read.code == error.code);
    RC_ASSERT(wire::serialize(read) == body);
  }
}

TEST(ParseError, takes_what_is_no_error_body_by_its_status) {
  EXPECT_EQ(wire::parse_error(502, "<html>").code, dynamodb::ErrorCode::internal_server_error);
  EXPECT_EQ(wire::parse_error(503, "").code, dynamodb::ErrorCode::service_unavailable);
  EXPECT_EQ(wire::parse_error(500, R"({"__type":"x#Unheard"})").code, dynamodb::ErrorCode::internal_server_error);
  EXPECT_EQ(wire::parse_error(400, "<html>").code, dynamodb::ErrorCode::internal_server_error);
  EXPECT_EQ(wire::parse_error(400, R"({"__type":"ThrottlingException","Message":"m"})").message, "m");
}

TEST(ParseError, knows_the_other_names_of_an_error) {
  EXPECT_EQ(wire::parse_error(400, R"({"__type":"RequestExpired"})").code, dynamodb::ErrorCode::expired_token);
  EXPECT_EQ(wire::parse_error(409, R"({"__type":"x#ReplicatedWriteConflictException"})").code,
            dynamodb::ErrorCode::transaction_conflict);
  const auto unheard = wire::parse_error(400, R"({"__type":"x#UnheardException","message":"m"})");
  EXPECT_EQ(unheard.code, dynamodb::ErrorCode::validation);
  EXPECT_EQ(unheard.message, "UnheardException: m");
}

TEST(ParseResult, says_when_an_answer_is_none) {
  for (const char* body : {"", "[]", R"({"Item":5})", R"({"Item":{"a":{"N":"x"}}})"}) {
    const auto read = wire::parse_result<dynamodb::GetItemResult>(body);
    ASSERT_FALSE(read) << body;
    EXPECT_EQ(read.error().code, dynamodb::ErrorCode::internal_server_error);
  }
}

}  // namespace
