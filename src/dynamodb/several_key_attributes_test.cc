// Global indexes whose keys have several attributes. The messages of CreateTable are recorded ones of the service.
#include <gtest/gtest.h>

#include <algorithm>

#include "dynamodb/key.h"
#include "dynamodb/key_schema.h"
#include "dynamodb/table_update.h"
#include "dynamodb/table_validation.h"

namespace dynamodb {
namespace {

using Names = std::vector<std::string>;

// The partition key a, b and the sort key c (a number), d.
KeySchema schema() {
  return {.partition_key = "a", .sort_key = "c", .more_partition_keys = {"b"}, .more_sort_keys = {"d"}};
}

TableDefinition table_with(const KeySchema& keys_of_index) {
  TableDefinition definition;
  definition.name = "Table";
  definition.billing_mode = BillingMode::pay_per_request;
  definition.key_schema = {"id", std::nullopt};
  definition.attribute_definitions = {{"id", ScalarType::string}};
  std::vector<std::string> defined{"id"};
  for (const std::string& name : key_attributes(keys_of_index)) {
    if (std::ranges::find(defined, name) != defined.end()) continue;
    defined.push_back(name);
    definition.attribute_definitions.push_back({name, name == "c" ? ScalarType::number : ScalarType::string});
  }
  definition.global_secondary_indexes = {
      {.name = "Several", .key_schema = keys_of_index, .projection = {ProjectionType::keys_only, {}}}};
  return definition;
}

std::string message(const Result<void>& result) {
  return result ? "valid" : result.error().message;
}
std::string message_of(const KeySchema& keys_of_index) {
  return message(validate_table_definition(table_with(keys_of_index)));
}

TEST(SeveralKeyAttributes, are_in_the_order_of_the_schema) {
  EXPECT_EQ(partition_attributes(schema()), (Names{"a", "b"}));
  EXPECT_EQ(sort_attributes(schema()), (Names{"c", "d"}));
  EXPECT_EQ(key_attributes(schema()), (Names{"a", "b", "c", "d"}));
  EXPECT_EQ(key_attributes({"a", std::nullopt}), Names{"a"});
  for (const char* name : {"a", "b", "c", "d"}) EXPECT_TRUE(is_key_attribute(schema(), name)) << name;
  EXPECT_FALSE(is_key_attribute(schema(), "e"));
  EXPECT_TRUE(has_several_attributes(schema()));
  EXPECT_FALSE(has_several_attributes({"a", "b"}));
}

TEST(SeveralKeyAttributes, are_up_to_four_of_each_kind) {
  KeySchema keys{
      .partition_key = "a", .sort_key = "e", .more_partition_keys = {"b", "x", "d"}, .more_sort_keys = {"f", "g", "h"}};
  EXPECT_EQ(message_of(keys), "valid");
  keys.more_sort_keys.emplace_back("i");
  EXPECT_EQ(message_of(keys),
            "One or more parameter values were invalid: The KeySchema exceeds the maximum allowed number of RANGE key "
            "attributes");
  keys.more_partition_keys.emplace_back("j");
  EXPECT_EQ(message_of(keys),
            "One or more parameter values were invalid: The KeySchema exceeds the maximum allowed number of HASH key "
            "attributes");
}

TEST(SeveralKeyAttributes, are_different_ones) {
  const std::string repeated = "The KeySchema contains multiple key attributes with the same name";
  EXPECT_EQ(message_of({.partition_key = "a", .sort_key = std::nullopt, .more_partition_keys = {"a"}}), repeated);
  EXPECT_EQ(message_of({.partition_key = "a", .sort_key = "a", .more_partition_keys = {"b"}}), repeated);
  EXPECT_EQ(message_of({.partition_key = "a", .sort_key = "b", .more_sort_keys = {"b"}}), repeated);
}

TEST(SeveralKeyAttributes, are_all_defined_and_no_others) {
  TableDefinition definition = table_with(schema());
  definition.attribute_definitions.pop_back();
  EXPECT_EQ(message(validate_table_definition(definition)),
            "One or more parameter values were invalid: Some index key attributes are not defined in "
            "AttributeDefinitions. Keys: [a, b, c, d], AttributeDefinitions: [id, a, b, c]");
  definition = table_with(schema());
  definition.attribute_definitions.push_back({"z", ScalarType::string});
  EXPECT_EQ(message(validate_table_definition(definition)),
            "One or more parameter values were invalid: Some AttributeDefinitions are not used. AttributeDefinitions: "
            "[id, a, b, c, d, z], keys used: [id, a, b, c, d]");
}

TEST(SeveralKeyAttributes, are_for_global_indexes_only) {
  TableDefinition definition = table_with({"a", std::nullopt});
  definition.key_schema = {.partition_key = "id", .sort_key = "a", .more_sort_keys = {"b"}};
  definition.local_secondary_indexes = {{.name = "Local", .key_schema = definition.key_schema}};
  EXPECT_EQ(message(validate_table_definition(definition)),
            "2 validation errors detected: Value '[3 elements]' at 'keySchema' failed to satisfy constraint: Member "
            "must have length less than or equal to 2; Value '[3 elements]' at "
            "'localSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: Member must have length less "
            "than or equal to 2");
}

TEST(SeveralKeyAttributes, are_all_in_an_item_of_the_index) {
  const TableDefinition definition = table_with(schema());
  const IndexDefinition& index = definition.global_secondary_indexes[0];
  const Item whole{{"id", "1"}, {"a", "x"}, {"b", "y"}, {"c", Number(2)}, {"d", "z"}, {"more", "m"}};
  EXPECT_TRUE(is_in_index(definition, index, whole));
  EXPECT_EQ(project_to_index(definition, index, whole),
            (Item{{"id", "1"}, {"a", "x"}, {"b", "y"}, {"c", Number(2)}, {"d", "z"}}));
  for (const char* name : {"a", "b", "c", "d"}) {
    Item sparse = whole;
    sparse.erase(name);
    EXPECT_FALSE(is_in_index(definition, index, sparse)) << name;
    EXPECT_EQ(message(validate_item(definition, sparse)), "valid") << name;
    sparse.insert_or_assign(name, AttributeValue::boolean(true));
    EXPECT_FALSE(is_in_index(definition, index, sparse)) << name;
  }
}

TEST(SeveralKeyAttributes, are_checked_one_by_one_in_what_is_written) {
  const TableDefinition definition = table_with(schema());
  const auto put_message = [&](const std::string& name, AttributeValue value) {
    Item item{{"id", "1"}};
    item.insert_or_assign(name, std::move(value));
    return message(validate_item(definition, item));
  };
  EXPECT_EQ(put_message("b", Number(1)),
            "One or more parameter values were invalid: Type mismatch for Index Key b Expected: S Actual: N IndexName: "
            "Several");
  EXPECT_EQ(put_message("d", ""),
            "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
            "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: Several, "
            "IndexKey: d");
  EXPECT_EQ(put_message("b", std::string(2048, 'x')), "valid");
  EXPECT_EQ(put_message("b", std::string(2049, 'x')),
            "One or more parameter values were invalid: Size limit exceeded for Index Key b Actual Size: 2049 bytes "
            "Max Size: 2048 bytes IndexName: Several");
  EXPECT_EQ(put_message("d", std::string(1025, 'x')),
            "One or more parameter values were invalid: Size limit exceeded for Index Key d Actual Size: 1025 bytes "
            "Max Size: 1024 bytes IndexName: Several");
}

TEST(SeveralKeyAttributes, lose_their_definitions_with_the_index) {
  UpdateTableRequest request{.table_name = "Table"};
  request.global_secondary_index_updates = {DeleteGlobalSecondaryIndex{"Several"}};
  const auto deleted = update_definition(table_with(schema()), request);
  ASSERT_TRUE(deleted) << deleted.error().message;
  EXPECT_EQ(deleted->definition.attribute_definitions, (std::vector<AttributeDefinition>{{"id", ScalarType::string}}));

  UpdateTableRequest create{.table_name = "Table"};
  create.attribute_definitions = table_with(schema()).attribute_definitions;
  create.global_secondary_index_updates = {
      CreateGlobalSecondaryIndex{table_with(schema()).global_secondary_indexes[0]}};
  const auto created = update_definition(deleted->definition, create);
  ASSERT_TRUE(created) << created.error().message;
  EXPECT_EQ(created->definition, table_with(schema()));
}

}  // namespace
}  // namespace dynamodb
