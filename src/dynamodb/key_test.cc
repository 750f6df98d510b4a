#include "dynamodb/key.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>

#include "dynamodb/item_size.h"
#include "dynamodb/limits.h"
#include "dynamodb/testing/generators.h"

namespace dynamodb {
namespace {

TableDefinition table() {
  TableDefinition definition;
  definition.name = "training-tracker";
  definition.attribute_definitions = {{"PK", ScalarType::string},
                                      {"SK", ScalarType::number},
                                      {"Name", ScalarType::string},
                                      {"Blob", ScalarType::binary}};
  definition.key_schema = {"PK", "SK"};
  definition.global_secondary_indexes = {
      {.name = "ByName", .key_schema = {"Name", "SK"}, .projection = {ProjectionType::keys_only, {}}},
      {.name = "ByBlob", .key_schema = {"PK", "Blob"}, .projection = {ProjectionType::include, {"Notes"}}}};
  definition.billing_mode = BillingMode::pay_per_request;
  return definition;
}

Item item() {
  return {{"PK", "p"}, {"SK", Number(1)}};
}

Item item_with(std::string name, AttributeValue value) {
  Item result = item();
  result.insert_or_assign(std::move(name), std::move(value));
  return result;
}

std::string message(const Result<void>& result) {
  return result ? "valid" : result.error().message;
}

std::string put_message(const Item& candidate) {
  return message(validate_item(table(), candidate));
}

std::string key_message(const Key& key) {
  return message(validate_key(table(), key));
}

constexpr auto mismatch = "The provided key element does not match the schema";

TEST(ValidateKey, takes_exactly_the_key_attributes) {
  EXPECT_EQ(key_message(item()), "valid");
  EXPECT_EQ(key_message({}), mismatch);
  EXPECT_EQ(key_message({{"PK", "p"}}), mismatch);
  EXPECT_EQ(key_message({{"PK", "p"}, {"Other", Number(1)}}), mismatch);
  EXPECT_EQ(key_message({{"PK", "p"}, {"SK", "1"}}), mismatch) << "wrong type";
  EXPECT_EQ(key_message({{"PK", Null{}}, {"SK", Number(1)}}), mismatch);
  EXPECT_EQ(key_message({{"PK", "p"}, {"SK", Number(1)}, {"Name", "n"}}), mismatch);
}

TEST(ValidateKey, takes_one_attribute_where_the_table_has_no_sort_key) {
  TableDefinition definition = table();
  definition.key_schema = {"PK", std::nullopt};
  EXPECT_EQ(message(validate_key(definition, {{"PK", "p"}})), "valid");
  EXPECT_EQ(message(validate_key(definition, item())), mismatch);
}

TEST(ValidateKey, refuses_empty_and_long_values) {
  EXPECT_EQ(
      key_message({{"PK", ""}, {"SK", Number(1)}}),
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
      "string value. Key: PK");
  EXPECT_EQ(key_message({{"PK", std::string(2048, 'p')}, {"SK", Number(1)}}), "valid");
  EXPECT_EQ(key_message({{"PK", std::string(2049, 'p')}, {"SK", Number(1)}}),
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 "
            "bytes");
  TableDefinition definition = table();
  definition.key_schema = {"PK", "Blob"};
  EXPECT_EQ(message(validate_key(definition, {{"PK", "p"}, {"Blob", Binary{std::string(1024, 'b')}}})), "valid");
  EXPECT_EQ(message(validate_key(definition, {{"PK", "p"}, {"Blob", Binary{std::string(1025, 'b')}}})),
            "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit "
            "of 1024 bytes");
  EXPECT_EQ(
      message(validate_key(definition, {{"PK", "p"}, {"Blob", Binary{}}})),
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
      "binary value. Key: Blob");
}

TEST(ValidateItem, needs_the_tables_key) {
  EXPECT_EQ(put_message(item()), "valid");
  EXPECT_EQ(put_message({{"PK", "p"}}), "One or more parameter values were invalid: Missing the key SK in the item");
  EXPECT_EQ(put_message({}), "One or more parameter values were invalid: Missing the key PK in the item");
  EXPECT_EQ(put_message(item_with("SK", "1")),
            "One or more parameter values were invalid: Type mismatch for key SK expected: N actual: S");
  EXPECT_EQ(
      put_message(item_with("PK", "")),
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
      "string value. Key: PK");
  EXPECT_EQ(put_message(item_with("PK", std::string(2049, 'p'))),
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 "
            "bytes");
}

TEST(ValidateItem, checks_the_index_keys_that_are_there) {
  EXPECT_EQ(put_message(item_with("Name", "n")), "valid");
  EXPECT_EQ(put_message(item_with("Name", Number(1))),
            "One or more parameter values were invalid: Type mismatch for Index Key Name Expected: S Actual: N "
            "IndexName: ByName");
  EXPECT_EQ(put_message(item_with("Name", "")),
            "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
            "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ByName, IndexKey: "
            "Name");
  EXPECT_EQ(put_message(item_with("Name", std::string(2048, 'n'))), "valid");
  EXPECT_EQ(put_message(item_with("Name", std::string(2175, 'n'))),
            "One or more parameter values were invalid: Size limit exceeded for Index Key Name Actual Size: 2175 bytes "
            "Max Size: 2048 bytes IndexName: ByName");
  EXPECT_EQ(put_message(item_with("Blob", Binary{std::string(1025, 'b')})),
            "One or more parameter values were invalid: Size limit exceeded for Index Key Blob Actual Size: 1025 bytes "
            "Max Size: 1024 bytes IndexName: ByBlob");
}

TEST(ValidateItem, names_the_first_index_by_name_when_several_are_offended) {
  Item candidate = item_with("Name", "");
  candidate.insert_or_assign("Blob", Binary{});
  EXPECT_EQ(put_message(candidate),
            "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
            "The AttributeValue for a key attribute cannot contain an empty binary value. IndexName: ByBlob, IndexKey: "
            "Blob");
}

TEST(ValidateItem, takes_400_kilobytes_and_no_byte_more) {
  Item candidate = item_with("Notes", "");
  const std::size_t room = limits::item_size_bytes_max - item_size_bytes(candidate);
  candidate.insert_or_assign("Notes", std::string(room, 'n'));
  EXPECT_EQ(item_size_bytes(candidate), 409'600U);
  EXPECT_EQ(put_message(candidate), "valid");
  candidate.insert_or_assign("Notes", std::string(room + 1, 'n'));
  EXPECT_EQ(put_message(candidate), "Item size has exceeded the maximum allowed size");
}

TableDefinition table_with_local_indexes() {
  TableDefinition definition = table();
  definition.local_secondary_indexes = {
      {.name = "ByName", .key_schema = {"PK", "Name"}, .projection = {ProjectionType::all, {}}},
      {.name = "ByBlob", .key_schema = {"PK", "Blob"}, .projection = {ProjectionType::keys_only, {}}}};
  return definition;
}

TEST(ValidateItem, takes_400_kilobytes_with_its_entries_in_local_indexes) {
  const TableDefinition definition = table_with_local_indexes();
  const auto put = [&](const Item& candidate) { return message(validate_item(definition, candidate)); };
  const auto update = [&](const Item& candidate) {
    return message(validate_updated_item(definition, item(), candidate));
  };
  // In neither index: the limit is the item's own.
  Item candidate = item_with("Notes", "");
  candidate.insert_or_assign("Notes", std::string(limits::item_size_bytes_max - item_size_bytes(candidate), 'n'));
  EXPECT_EQ(put(candidate), "valid");
  EXPECT_EQ(update(candidate), "valid");

  // The whole of it in one, its keys in the other.
  candidate.insert_or_assign("Name", "n");
  candidate.insert_or_assign("Blob", Binary{"b"});
  candidate.insert_or_assign("Notes", "");
  const std::size_t keys = item_size_bytes({{"PK", "p"}, {"SK", Number(1)}, {"Blob", Binary{"b"}}});
  const std::size_t room = (limits::item_size_bytes_max - keys) / 2 - item_size_bytes(candidate);
  candidate.insert_or_assign("Notes", std::string(room, 'n'));
  EXPECT_EQ(put(candidate), "valid");
  EXPECT_EQ(update(candidate), "valid");
  candidate.insert_or_assign("Notes", std::string(room + 1, 'n'));
  EXPECT_EQ(put(candidate), "Item size has exceeded the maximum allowed size");
  EXPECT_EQ(update(candidate), "Item size to update has exceeded the maximum allowed size");
}

TEST(ValidateValues, refuses_empty_sets_at_any_depth) {
  EXPECT_EQ(message(validate_values({{"a", StringSet{}}})),
            "One or more parameter values were invalid: An string set  may not be empty");
  EXPECT_EQ(message(validate_values({{"a", List{AttributeMap{{"b", NumberSet{}}}}}})),
            "One or more parameter values were invalid: An number set  may not be empty");
  EXPECT_EQ(message(validate_values({{"a", BinarySet{}}})),
            "One or more parameter values were invalid: Binary sets should not be empty");
  EXPECT_EQ(message(validate_values({{"a", NumberSet{{Number(1), Number(1)}}}})),
            "Input collection contains duplicates");
}

TEST(ValidateValues, takes_empty_strings_binaries_lists_and_maps) {
  EXPECT_EQ(message(validate_values({{"a", ""}, {"b", Binary{}}, {"c", List{}}, {"d", AttributeMap{}}})), "valid");
}

TEST(ValidateValues, takes_32_levels_of_nesting_and_refuses_33) {
  const auto nested = [](std::size_t levels) {
    AttributeValue value = "leaf";
    for (std::size_t level = 1; level < levels; ++level) {
      value = level % 2 == 0 ? AttributeValue(List{value}) : AttributeValue(AttributeMap{{"m", value}});
    }
    return Item{{"a", value}};
  };
  EXPECT_EQ(message(validate_values(nested(32))), "valid");
  EXPECT_EQ(message(validate_values(nested(33))),
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported "
            "limit");
}

TEST(ValidateValues, checks_attribute_names) {
  EXPECT_EQ(message(validate_values({{"", "v"}})), "Empty attribute name");
  EXPECT_EQ(message(validate_values({{std::string(65535, 'n'), "v"}})), "valid");
  EXPECT_EQ(message(validate_values({{std::string(65536, 'n'), "v"}})),
            "Attribute name is too large, must be less than 65536 bytes");
}

RC_GTEST_PROP(ValidateValuesProperty, takes_every_valid_item, (const Item& any)) {
  RC_ASSERT(validate_values(any).has_value());
}

TEST(ValidateUpdatedItem, looks_only_at_index_keys_that_changed) {
  const Item before = item_with("Name", "");  // older than the index
  Item after = before;
  after.insert_or_assign("Notes", "n");
  EXPECT_EQ(message(validate_updated_item(table(), before, after)), "valid");
  EXPECT_EQ(message(validate_updated_item(table(), item(), before)),
            "One or more parameter values are not valid. The update expression attempted to update a secondary index "
            "key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty "
            "string value.");
  EXPECT_EQ(message(validate_updated_item(table(), {}, item_with("Name", Number(1)))),
            "One or more parameter values were invalid: Type mismatch for Index Key Name Expected: S Actual: N "
            "IndexName: ByName");
}

TEST(ValidateUpdatedItem, has_words_of_its_own_for_an_item_that_grew_too_large) {
  EXPECT_EQ(message(validate_updated_item(table(), item(), item_with("Notes", std::string(409'600, 'n')))),
            "Item size to update has exceeded the maximum allowed size");
}

TEST(Key, is_taken_from_an_item) {
  EXPECT_EQ(key_of({"PK", "SK"}, item_with("Name", "n")), item());
  EXPECT_EQ(key_of({"PK", std::nullopt}, item()), (Key{{"PK", "p"}}));
  EXPECT_EQ(key_type(table(), "SK"), ScalarType::number);
}

TEST(Index, holds_an_item_with_all_of_its_keys_of_the_declared_type) {
  const TableDefinition definition = table();
  const IndexDefinition& by_name = definition.global_secondary_indexes[0];
  EXPECT_FALSE(is_in_index(definition, by_name, item()));
  EXPECT_TRUE(is_in_index(definition, by_name, item_with("Name", "n")));
  EXPECT_FALSE(is_in_index(definition, by_name, item_with("Name", Number(1))));
  EXPECT_FALSE(is_in_index(definition, by_name, item_with("Name", "")));
  EXPECT_FALSE(is_in_index(definition, by_name, item_with("Name", std::string(2049, 'n'))));
}

TEST(Index, keeps_what_it_projects_and_all_keys) {
  TableDefinition definition = table();
  Item whole = item_with("Name", "n");
  whole.insert_or_assign("Notes", "notes");
  whole.insert_or_assign("Blob", Binary{"b"});
  EXPECT_EQ(project_to_index(definition, definition.global_secondary_indexes[0], whole), item_with("Name", "n"));
  Item with_notes = item_with("Notes", "notes");
  with_notes.insert_or_assign("Blob", Binary{"b"});
  EXPECT_EQ(project_to_index(definition, definition.global_secondary_indexes[1], whole), with_notes);
  definition.global_secondary_indexes[0].projection.type = ProjectionType::all;
  EXPECT_EQ(project_to_index(definition, definition.global_secondary_indexes[0], whole), whole);
}

}  // namespace
}  // namespace dynamodb
