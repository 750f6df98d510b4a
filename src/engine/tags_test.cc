// TagResource, UntagResource, ListTagsOfResource.
#include <gmock/gmock.h>

#include "engine/embedded_database.h"
#include "engine/testing/awaited.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/reads.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;
using dynamodb::Tag;
using ::testing::ElementsAre;

constexpr const char* log_arn = "arn:aws:dynamodb:us-east-1:000000000000:table/Log";

class TagsTest : public DatabaseTest {
 protected:
  auto tag(std::vector<Tag> tags, const std::string& arn = log_arn) {
    return awaited(database_.database().tag_resource({arn, std::move(tags)}));
  }
  auto untag(std::vector<std::string> keys, const std::string& arn = log_arn) {
    return awaited(database_.database().untag_resource({arn, std::move(keys)}));
  }
  auto list(const std::string& arn = log_arn) {
    return awaited(database_.database().list_tags_of_resource({arn, std::nullopt}));
  }
};
ENGINE_INSTANTIATE(TagsTest);

TEST_P(TagsTest, are_added_overwritten_and_removed) {
  EXPECT_TRUE(list()->tags.empty());
  ASSERT_TRUE(tag({{"env", "test"}, {"team", "a"}}));
  ASSERT_TRUE(tag({{"env", "production"}}));
  if (GetParam() == Where::disk) database_.reopen();
  EXPECT_THAT(list()->tags, ElementsAre(Tag{"env", "production"}, Tag{"team", "a"}));
  ASSERT_TRUE(untag({"env", "never there"}));
  EXPECT_THAT(list()->tags, ElementsAre(Tag{"team", "a"}));
}

TEST_P(TagsTest, come_with_a_new_table_too) {
  auto definition = log_table();
  definition.name = "New";
  ASSERT_TRUE(awaited(database_.database().create_table({definition, {{"b", "2"}, {"a", "1"}}})));
  EXPECT_THAT(list("arn:aws:dynamodb:us-east-1:000000000000:table/New")->tags,
              ElementsAre(Tag{"a", "1"}, Tag{"b", "2"}));
  definition.name = "Refused";
  EXPECT_FALSE(awaited(database_.database().create_table({definition, {{"aws:a", "1"}}})));
  EXPECT_FALSE(awaited(database_.database().create_table({definition, std::vector<Tag>(51, {"a", "1"})})));
}

TEST_P(TagsTest, requests_without_tags_are_refused) {
  EXPECT_EQ(message(tag({})), "Atleast one Tag needs to be provided as Input.");
  EXPECT_EQ(message(untag({})), "Atleast one Tag Key needs to be provided as Input.");
  EXPECT_EQ(tag({{"", "v"}}).error().code, ErrorCode::validation);
  EXPECT_EQ(untag({""}).error().code, ErrorCode::validation);
}

TEST_P(TagsTest, only_tables_that_exist_have_tags) {
  for (const char* arn : {"not-a-valid-arn", "arn:aws:dynamodb:us-east-1:000000000000:table/Log/index/ByDate",
                          "arn:aws:dynamodb:eu-west-1:000000000000:table/Log"}) {
    EXPECT_EQ(tag({{"k", "v"}}, arn).error().code, ErrorCode::validation) << arn;
    EXPECT_EQ(untag({"k"}, arn).error().code, ErrorCode::validation) << arn;
    EXPECT_EQ(list(arn).error().code, ErrorCode::validation) << arn;
  }
  const std::string absent = "arn:aws:dynamodb:us-east-1:000000000000:table/Absent";
  EXPECT_EQ(message(tag({{"k", "v"}}, absent)), "Requested resource not found: ResourcArn: " + absent + " not found");
  EXPECT_EQ(untag({"k"}, absent).error().code, ErrorCode::resource_not_found);
  EXPECT_EQ(list(absent).error().code, ErrorCode::access_denied);
}

}  // namespace
}  // namespace engine::testing
