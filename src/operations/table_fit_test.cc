#include "operations/table_fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tracker/repository.h"

namespace operations {
namespace {

using dynamodb::TableDefinition;
using testing::ElementsAre;
using testing::IsEmpty;

const TableDefinition wanted = tracker::table_definition("log");

std::vector<std::string> names(const std::vector<dynamodb::IndexDefinition>& indexes) {
  std::vector<std::string> names;
  names.reserve(indexes.size());
  for (const auto& index : indexes) names.push_back(index.name);
  return names;
}

TEST(TableFit, a_table_fits_itself) {
  const auto fit = compare_tables(wanted, wanted);
  EXPECT_THAT(fit.differences, IsEmpty());
  EXPECT_THAT(fit.missing_indexes, IsEmpty());
}

TEST(TableFit, the_guides_table_lacks_the_additive_indexes_and_has_no_difference) {
  const auto fit = compare_tables(wanted, tracker::table_definition("log", /*guide_only=*/true));
  EXPECT_THAT(fit.differences, IsEmpty());
  EXPECT_THAT(names(fit.missing_indexes), ElementsAre("SessionById", "SessionsByAthlete", "AthletesByName"));
  for (const auto& index : fit.missing_indexes) EXPECT_FALSE(is_needed(index)) << index.name;
}

TEST(TableFit, the_order_of_indexes_and_those_of_others_do_not_matter) {
  TableDefinition table = wanted;
  table.global_secondary_indexes.push_back({.name = "Theirs", .key_schema = {.partition_key = "x", .sort_key = {}}});
  std::ranges::reverse(table.global_secondary_indexes);
  EXPECT_THAT(compare_tables(wanted, table).differences, IsEmpty());
}

TEST(TableFit, another_key_is_named_with_its_types) {
  TableDefinition table = wanted;
  table.key_schema = {.partition_key = "id", .sort_key = {}};
  table.attribute_definitions.push_back({.name = "id", .type = dynamodb::ScalarType::number});
  EXPECT_THAT(compare_tables(wanted, table).differences,
              ElementsAre("The key of the table is id (a number); it has to be PK (a string) and SK (a string)."));
}

TEST(TableFit, the_same_names_of_other_types_are_a_difference) {
  TableDefinition table = wanted;
  for (auto& attribute : table.attribute_definitions) {
    if (attribute.name == "GSI1SK") attribute.type = dynamodb::ScalarType::number;
  }
  EXPECT_THAT(
      compare_tables(wanted, table).differences,
      ElementsAre("The key of the index GSI1 is GSI1PK (a string) and GSI1SK (a number); it has to be GSI1PK (a "
                  "string) and GSI1SK (a string).",
                  "The key of the index SessionsByAthlete is AthleteId (a string) and GSI1SK (a number); it has "
                  "to be AthleteId (a string) and GSI1SK (a string)."));
}

TEST(TableFit, an_index_must_hold_what_is_read_from_it_and_may_hold_more) {
  TableDefinition table = wanted;
  table.global_secondary_indexes[0].projection = {.type = dynamodb::ProjectionType::include,
                                                  .non_key_attributes = {"Notes"}};
  table.global_secondary_indexes[1].projection.type = dynamodb::ProjectionType::all;  // KEYS_ONLY is wanted
  EXPECT_THAT(compare_tables(wanted, table).differences,
              ElementsAre("The index GSI1 projects INCLUDE; it has to project ALL."));
}

TEST(TableFit, the_guides_index_is_needed) {
  TableDefinition table = wanted;
  table.global_secondary_indexes.clear();
  const auto fit = compare_tables(wanted, table);
  EXPECT_THAT(fit.differences, IsEmpty());
  ASSERT_EQ(names(fit.missing_indexes).front(), "GSI1");
  EXPECT_TRUE(is_needed(fit.missing_indexes.front()));
}

TEST(TableFit, a_local_index_of_that_name_cannot_be_mended) {
  TableDefinition table = wanted;
  table.local_secondary_indexes = {table.global_secondary_indexes[0]};
  table.global_secondary_indexes.erase(table.global_secondary_indexes.begin());
  EXPECT_THAT(compare_tables(wanted, table).differences,
              ElementsAre("The index GSI1 is a local one; it has to be a global one."));
}

}  // namespace
}  // namespace operations
