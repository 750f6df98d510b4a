#include "dynamodb/table_validation.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace dynamodb {
namespace {

std::string message(const Result<void>& result) {
  return result ? "valid" : result.error().message;
}

std::string message(const TableDefinition& definition) {
  return message(validate_table_definition(definition));
}

// The guide's table.
TableDefinition table() {
  TableDefinition definition;
  definition.name = "training-tracker";
  definition.attribute_definitions = {{"PK", ScalarType::string},
                                      {"SK", ScalarType::string},
                                      {"GSI1PK", ScalarType::string},
                                      {"GSI1SK", ScalarType::string}};
  definition.key_schema = {"PK", "SK"};
  definition.global_secondary_indexes = {{.name = "GSI1", .key_schema = {"GSI1PK", "GSI1SK"}}};
  definition.billing_mode = BillingMode::pay_per_request;
  return definition;
}

TableDefinition without_indexes() {
  TableDefinition definition = table();
  definition.global_secondary_indexes.clear();
  definition.attribute_definitions.resize(2);
  return definition;
}

TableDefinition with_local_index(IndexDefinition index) {
  TableDefinition definition = without_indexes();
  definition.attribute_definitions.push_back({"Date", ScalarType::string});
  definition.local_secondary_indexes.push_back(std::move(index));
  return definition;
}

TEST(TableName, is_3_to_255_of_the_known_characters) {
  for (const std::string& name : {std::string("abc"), std::string("aZ09_.-"), std::string(255, 'n')}) {
    EXPECT_EQ(message(validate_table_name(name)), "valid") << name;
  }
  EXPECT_EQ(message(validate_table_name("ab")),
            "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have "
            "length greater than or equal to 3");
  EXPECT_TRUE(message(validate_table_name(std::string(256, 'n')))
                  .ends_with("at 'tableName' failed to satisfy constraint: Member must have length less than or equal "
                             "to 255"));
  for (const std::string_view name : {"a b", "a/b", "abc\n", "größe", "abc;"}) {
    EXPECT_EQ(message(validate_table_name(name)),
              "1 validation error detected: Value '" + std::string(name) +
                  "' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: "
                  "[a-zA-Z0-9_.-]+");
  }
  EXPECT_EQ(message(validate_table_name("")),
            "2 validation errors detected: Value '' at 'tableName' failed to satisfy constraint: Member must satisfy "
            "regular expression pattern: [a-zA-Z0-9_.-]+; Value '' at 'tableName' failed to satisfy constraint: Member "
            "must have length greater than or equal to 3");
}

TEST(TableDefinition, of_the_guide_is_valid) {
  EXPECT_EQ(message(table()), "valid");
  EXPECT_EQ(message(without_indexes()), "valid");
}

TEST(TableDefinition, members_that_break_constraints_are_answered_together) {
  TableDefinition definition = table();
  definition.name = "t!t";
  definition.global_secondary_indexes[0].name = "i";
  definition.attribute_definitions[1].name = "";
  EXPECT_EQ(
      message(definition),
      "3 validation errors detected: Value 't!t' at 'tableName' failed to satisfy constraint: Member must satisfy "
      "regular expression pattern: [a-zA-Z0-9_.-]+; Value '' at 'attributeDefinitions.2.member.attributeName' "
      "failed to satisfy constraint: Member must have length greater than or equal to 1; Value 'i' at "
      "'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must have length greater "
      "than or equal to 3");
}

TEST(TableDefinition, throughput_belongs_to_provisioned_billing) {
  TableDefinition definition = table();
  definition.provisioned_throughput = ProvisionedThroughput{1, 1};
  EXPECT_EQ(message(definition),
            "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be "
            "specified when BillingMode is PAY_PER_REQUEST");
  definition.provisioned_throughput.reset();
  definition.global_secondary_indexes[0].provisioned_throughput = ProvisionedThroughput{1, 1};
  EXPECT_EQ(message(definition),
            "One or more parameter values were invalid: ProvisionedThroughput should not be specified for index: GSI1 "
            "when BillingMode is PAY_PER_REQUEST");

  definition.billing_mode = BillingMode::provisioned;
  EXPECT_EQ(
      message(definition),
      "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified "
      "when BillingMode is PROVISIONED");
  definition.provisioned_throughput = ProvisionedThroughput{5, 5};
  EXPECT_EQ(message(definition), "valid");
  definition.global_secondary_indexes[0].provisioned_throughput.reset();
  EXPECT_EQ(message(definition),
            "One or more parameter values were invalid: ProvisionedThroughput is not specified for index: GSI1");
}

TEST(TableDefinition, names_each_projected_attribute_once) {
  TableDefinition definition = table();
  definition.global_secondary_indexes[0].projection = {.type = ProjectionType::include,
                                                       .non_key_attributes = {"a", "b", "a"}};
  EXPECT_EQ(message(definition), "One or more parameter values were invalid: Duplicate element in NonKeyAttributes: a");
}

TEST(TableDefinition, throughput_is_1_to_a_million_million) {
  TableDefinition definition = without_indexes();
  definition.billing_mode = BillingMode::provisioned;
  definition.provisioned_throughput = ProvisionedThroughput{0, -1};
  EXPECT_EQ(message(definition),
            "2 validation errors detected: Value '-1' at 'provisionedThroughput.writeCapacityUnits' failed to satisfy "
            "constraint: Member must have value greater than or equal to 1; Value '0' at "
            "'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater "
            "than or equal to 1");
  definition.provisioned_throughput = ProvisionedThroughput{1'000'000'000'000, 1'000'000'000'001};
  EXPECT_EQ(message(definition), "Given value 1000000000001 for WriteCapacityUnits is out of bounds");
}

TEST(TableDefinition, keys_are_defined_once) {
  TableDefinition definition = without_indexes();
  definition.attribute_definitions.resize(1);
  EXPECT_EQ(message(definition), "Invalid KeySchema: Some index key attribute have no definition");
  definition.attribute_definitions.push_back({"Other", ScalarType::string});
  EXPECT_EQ(message(definition),
            "One or more parameter values were invalid: Some index key attributes are not defined in "
            "AttributeDefinitions. Keys: [PK, SK], AttributeDefinitions: [PK, Other]");
  definition.attribute_definitions[1] = {"PK", ScalarType::number};
  EXPECT_EQ(message(definition), "Attribute Name is duplicated: PK");
}

TEST(TableDefinition, partition_and_sort_key_are_two_attributes) {
  TableDefinition definition = without_indexes();
  definition.key_schema.sort_key = "PK";
  EXPECT_EQ(message(definition), "Both the Hash Key and the Range Key element in the KeySchema have the same name");
  TableDefinition of_index = table();
  of_index.global_secondary_indexes[0].key_schema.sort_key = "GSI1PK";
  EXPECT_EQ(message(of_index), "Both the Hash Key and the Range Key element in the KeySchema have the same name");
}

TEST(TableDefinition, every_definition_is_used) {
  TableDefinition definition = without_indexes();
  definition.attribute_definitions.push_back({"Name", ScalarType::string});
  EXPECT_EQ(
      message(definition),
      "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number "
      "of attributes defined in AttributeDefinitions");
  TableDefinition with_index = table();
  with_index.attribute_definitions.push_back({"Name", ScalarType::string});
  EXPECT_EQ(message(with_index),
            "One or more parameter values were invalid: Some AttributeDefinitions are not used. AttributeDefinitions: "
            "[PK, SK, GSI1PK, GSI1SK, Name], keys used: [PK, SK, GSI1PK, GSI1SK]");
}

TEST(TableDefinition, index_keys_are_defined) {
  TableDefinition definition = table();
  definition.global_secondary_indexes[0].key_schema.sort_key = "Date";
  EXPECT_EQ(message(definition),
            "One or more parameter values were invalid: Some index key attributes are not defined in "
            "AttributeDefinitions. Keys: [GSI1PK, Date], AttributeDefinitions: [PK, SK, GSI1PK, GSI1SK]");
}

TEST(TableDefinition, index_names_are_unique_across_kinds) {
  TableDefinition definition = table();
  definition.global_secondary_indexes.push_back(definition.global_secondary_indexes[0]);
  EXPECT_EQ(message(definition), "One or more parameter values were invalid: Duplicate index name: GSI1");
  definition = table();
  definition.local_secondary_indexes.push_back({.name = "GSI1", .key_schema = {"PK", "GSI1SK"}});
  EXPECT_EQ(message(definition), "One or more parameter values were invalid: Duplicate index name: GSI1");
}

TEST(TableDefinition, a_local_index_shares_the_partition_key_and_has_a_sort_key) {
  EXPECT_EQ(message(with_local_index({.name = "ByDate", .key_schema = {"PK", "Date"}})), "valid");
  EXPECT_EQ(message(with_local_index({.name = "ByDate", .key_schema = {"PK", std::nullopt}})),
            "One or more parameter values were invalid: Index KeySchema does not have a range key for index: ByDate");
  EXPECT_EQ(message(with_local_index({.name = "ByDate", .key_schema = {"Date", "SK"}})),
            "One or more parameter values were invalid: Index KeySchema does not have the same leading hash key as "
            "table KeySchema for index: ByDate. index hash key: Date, table hash key: PK");
  TableDefinition definition = with_local_index({.name = "ByDate", .key_schema = {"PK", "Date"}});
  definition.key_schema.sort_key.reset();
  EXPECT_EQ(message(definition),
            "One or more parameter values were invalid: Table KeySchema does not have a range key, which is required "
            "when specifying a LocalSecondaryIndex");
}

TEST(TableDefinition, indexes_are_limited) {
  TableDefinition definition = table();
  for (int number = 2; number <= 20; ++number) {
    definition.global_secondary_indexes.push_back(
        {.name = "GSI" + std::to_string(number), .key_schema = {"GSI1PK", "GSI1SK"}});
  }
  EXPECT_EQ(message(definition), "valid");
  definition.global_secondary_indexes.push_back({.name = "GSI21", .key_schema = {"GSI1PK", "GSI1SK"}});
  EXPECT_EQ(message(definition),
            "One or more parameter values were invalid: GlobalSecondaryIndex count exceeds the per-table limit of 20");

  TableDefinition local = with_local_index({.name = "LSI1", .key_schema = {"PK", "Date"}});
  for (int number = 2; number <= 5; ++number) {
    local.local_secondary_indexes.push_back({.name = "LSI" + std::to_string(number), .key_schema = {"PK", "Date"}});
  }
  EXPECT_EQ(message(local), "valid");
  local.local_secondary_indexes.push_back({.name = "LSI6", .key_schema = {"PK", "Date"}});
  EXPECT_EQ(message(local),
            "One or more parameter values were invalid: Number of LocalSecondaryIndexes exceeds per-table limit of 5");
}

TEST(TableDefinition, only_include_names_attributes) {
  const auto with_projection = [](Projection projection) {
    TableDefinition definition = table();
    definition.global_secondary_indexes[0].projection = std::move(projection);
    return message(definition);
  };
  EXPECT_EQ(with_projection({ProjectionType::keys_only, {}}), "valid");
  EXPECT_EQ(with_projection({ProjectionType::include, {"Notes"}}), "valid");
  EXPECT_EQ(with_projection({ProjectionType::all, {"Notes"}}),
            "One or more parameter values were invalid: ProjectionType is ALL, but NonKeyAttributes is specified");
  EXPECT_EQ(
      with_projection({ProjectionType::keys_only, {"Notes"}}),
      "One or more parameter values were invalid: ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified");
  EXPECT_EQ(with_projection({ProjectionType::include, {}}),
            "One or more parameter values were invalid: ProjectionType is INCLUDE, but NonKeyAttributes is not "
            "specified");
}

TEST(TableDefinition, projects_at_most_20_attributes_an_index_and_100_a_table) {
  const auto attributes = [](int count) {
    std::vector<std::string> names;
    for (int number = 0; number < count; ++number) {
      names.push_back("attribute" + std::to_string(number));
    }
    return names;
  };
  TableDefinition definition = table();
  definition.global_secondary_indexes[0].projection = {ProjectionType::include, attributes(21)};
  EXPECT_TRUE(message(definition)
                  .ends_with("at 'globalSecondaryIndexes.1.member.projection.nonKeyAttributes' failed to "
                             "satisfy constraint: Member must have length less than or equal to 20"));
  definition.global_secondary_indexes.clear();
  for (int number = 1; number <= 5; ++number) {
    definition.global_secondary_indexes.push_back({.name = "GSI" + std::to_string(number),
                                                   .key_schema = {"GSI1PK", "GSI1SK"},
                                                   .projection = {ProjectionType::include, attributes(20)}});
  }
  EXPECT_EQ(message(definition), "valid");
  definition.global_secondary_indexes.push_back(
      {.name = "GSI6", .key_schema = {"GSI1PK", "GSI1SK"}, .projection = {ProjectionType::include, attributes(1)}});
  EXPECT_TRUE(message(definition).ends_with("101 exceeds the per-table limit of 100"));
}

}  // namespace
}  // namespace dynamodb
