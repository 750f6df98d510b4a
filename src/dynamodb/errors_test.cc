#include "dynamodb/errors.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/error.h"

namespace dynamodb {
namespace {

struct ExpectedKind {
  ErrorCode code;
  std::string_view name;
  int status;
};

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
TEST(Error, every_code_has_its_name_and_status) {
  const std::vector<ExpectedKind> expected{
      {ErrorCode::validation, "ValidationException", 400},
      {ErrorCode::resource_not_found, "ResourceNotFoundException", 400},
      {ErrorCode::resource_in_use, "ResourceInUseException", 400},
      {ErrorCode::conditional_check_failed, "ConditionalCheckFailedException", 400},
      {ErrorCode::transaction_canceled, "TransactionCanceledException", 400},
      {ErrorCode::transaction_conflict, "TransactionConflictException", 400},
      {ErrorCode::transaction_in_progress, "TransactionInProgressException", 400},
      {ErrorCode::idempotent_parameter_mismatch, "IdempotentParameterMismatchException", 400},
      {ErrorCode::item_collection_size_limit_exceeded, "ItemCollectionSizeLimitExceededException", 400},
      {ErrorCode::limit_exceeded, "LimitExceededException", 400},
      {ErrorCode::provisioned_throughput_exceeded, "ProvisionedThroughputExceededException", 400},
      {ErrorCode::request_limit_exceeded, "RequestLimitExceeded", 400},
      {ErrorCode::throttling, "ThrottlingException", 400},
      {ErrorCode::duplicate_item, "DuplicateItemException", 400},
      {ErrorCode::expired_iterator, "ExpiredIteratorException", 400},
      {ErrorCode::trimmed_data_access, "TrimmedDataAccessException", 400},
      {ErrorCode::serialization, "SerializationException", 400},
      {ErrorCode::unknown_operation, "UnknownOperationException", 400},
      {ErrorCode::access_denied, "AccessDeniedException", 400},
      {ErrorCode::missing_authentication_token, "MissingAuthenticationTokenException", 400},
      {ErrorCode::unrecognized_client, "UnrecognizedClientException", 400},
      {ErrorCode::incomplete_signature, "IncompleteSignatureException", 400},
      {ErrorCode::invalid_signature, "InvalidSignatureException", 400},
      {ErrorCode::expired_token, "ExpiredTokenException", 400},
      {ErrorCode::internal_server_error, "InternalServerError", 500},
      {ErrorCode::service_unavailable, "ServiceUnavailable", 503},
      {ErrorCode::unreachable, "Unreachable", 503},
      {ErrorCode::missing_credentials, "MissingCredentials", 503},
  };
  std::set<std::string_view> names;
  for (const ExpectedKind& kind : expected) {
    EXPECT_EQ(error_name(kind.code), kind.name);
    EXPECT_EQ(error_code(kind.name), kind.code);
    EXPECT_EQ(http_status(kind.code), kind.status) << kind.name;
    EXPECT_TRUE(names.insert(error_name(kind.code)).second) << kind.name;
  }
  EXPECT_EQ(expected.size(), static_cast<std::size_t>(ErrorCode::missing_credentials) + 1);
}

TEST(Errors, number_the_constraints_that_failed_and_name_at_most_ten) {
  EXPECT_EQ(errors::constraint("ab", "tableName", "Member must be longer").message,
            "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must be "
            "longer");
  EXPECT_EQ(errors::constraints({{"1", "a", "x"}, {"2", "b", "y"}}).message,
            "2 validation errors detected: Value '1' at 'a' failed to satisfy constraint: x; "
            "Value '2' at 'b' failed to satisfy constraint: y");
  const std::vector<errors::ConstraintViolation> many(11, {"v", "m", "c"});
  EXPECT_TRUE(errors::constraints(many).message.starts_with("10 validation errors detected: "));
}

TEST(Errors, repeat_no_more_than_a_kilobyte_of_the_request_and_cut_between_characters) {
  const std::string message = errors::not_a_number("x" + std::string(1022, 'x') + "\xE2\x82\xAC").message;
  EXPECT_TRUE(message.ends_with("xx")) << "the character of three bytes did not fit";
  EXPECT_LT(message.size(), 1100U);
  EXPECT_LT(errors::duplicate_in_string_set({std::string(5000, 's'), std::string(5000, 's')}).message.size(), 1200U);
}

TEST(Errors, show_the_members_of_a_set_as_they_were_sent) {
  EXPECT_EQ(errors::duplicate_in_string_set({"b", "a", "b"}).message,
            "One or more parameter values were invalid: Input collection [b, a, b] contains duplicates.");
  EXPECT_EQ(errors::duplicate_in_binary_set({Binary{"foo"}, Binary{"fo"}, Binary{"f"}, Binary{"\xFF\xFE\xFD"}}).message,
            "One or more parameter values were invalid: Input collection [Zm9v, Zm8=, Zg==, //79]of type BS contains "
            "duplicates.");
}

TEST(Errors, list_the_codes_of_a_cancelled_transaction_in_order) {
  const auto item = std::make_shared<const AttributeMapBox>();
  const Error error =
      errors::transaction_canceled({errors::reason_none(), errors::reason_conditional_check_failed(item),
                                    errors::reason_transaction_conflict(), errors::reason_validation_error("why")});
  EXPECT_EQ(error.code, ErrorCode::transaction_canceled);
  EXPECT_EQ(error.message,
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, "
            "ConditionalCheckFailed, TransactionConflict, ValidationError]");
  ASSERT_EQ(error.cancellation_reasons.size(), 4U);
  EXPECT_EQ(error.cancellation_reasons[0].message, "");
  EXPECT_EQ(error.cancellation_reasons[1].message, "The conditional request failed");
  EXPECT_EQ(error.cancellation_reasons[1].item, item);
  EXPECT_EQ(error.cancellation_reasons[3].message, "why");
}

TEST(Errors, a_failed_condition_carries_the_item_when_there_is_one) {
  EXPECT_EQ(errors::conditional_check_failed().item, nullptr);
  EXPECT_EQ(errors::conditional_check_failed().message, "The conditional request failed");
  const auto item = std::make_shared<const AttributeMapBox>();
  EXPECT_EQ(errors::conditional_check_failed(item).item, item);
}

// One line for each factory that is not met elsewhere: its code, and words that clients are known to look for.
TEST(Errors, say_what_the_service_says) {
  struct Expected {
    Error error;
    ErrorCode code;
    std::string_view message;
  };
  const std::vector<Expected> table{
      {errors::requested_resource_not_found(), ErrorCode::resource_not_found, "Requested resource not found"},
      {errors::resource_not_found_table("t"), ErrorCode::resource_not_found,
       "Requested resource not found: Table: t not found"},
      {errors::resource_in_use("t"), ErrorCode::resource_in_use, "Table already exists: t"},
      {errors::table_is_being_created("t"), ErrorCode::resource_in_use,
       "Attempt to change a resource which is still in use: Table is being created: t"},
      {errors::transaction_conflict(), ErrorCode::transaction_conflict, "Transaction is ongoing for the item"},
      {errors::duplicate_keys_in_batch(), ErrorCode::validation, "Provided list of item keys contains duplicates"},
      {errors::duplicate_items_in_transaction(), ErrorCode::validation,
       "Transaction request cannot include multiple operations on one item"},
      {errors::too_many_keys_in_batch_get(), ErrorCode::validation,
       "Too many items requested for the BatchGetItem call"},
      {errors::empty_transaction(), ErrorCode::validation,
       "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have "
       "length greater than or equal to 1"},
      {errors::client_request_token_too_long("0123456789012345678901234567890123456"), ErrorCode::validation,
       "1 validation error detected: Value '0123456789012345678901234567890123456' at 'clientRequestToken' failed to "
       "satisfy constraint: Member must have length less than or equal to 36"},
      {errors::cannot_update_key("PK"), ErrorCode::validation,
       "One or more parameter values were invalid: Cannot update attribute PK. This attribute is part of the key"},
      {errors::key_path_not_scalar("PK", false), ErrorCode::validation,
       "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: PK"},
      {errors::no_such_index("i"), ErrorCode::validation, "The table does not have the specified index: i"},
      {errors::projection_with_select("COUNT"), ErrorCode::validation,
       "Cannot specify the ProjectionExpression when choosing to get only the Count"},
      {errors::starting_key_in_other_segment(4, 2), ErrorCode::validation,
       "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct "
       "Segment. TotalSegments: 4 Segment: 2"},
      {errors::segment_not_below_total(3, 2), ErrorCode::validation,
       "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 3 is not less than "
       "TotalSegments: 2"},
      {errors::list_tables_limit(0), ErrorCode::validation,
       "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater "
       "than or equal to 1"},
      {errors::list_tables_limit(101), ErrorCode::validation,
       "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less "
       "than or equal to 100"},
      {errors::attributes_not_projected("i", {"a", "b"}), ErrorCode::validation,
       "One or more parameter values were invalid: Global secondary index i does not project [a, b]"},
      {errors::unavailable("the disk is full"), ErrorCode::service_unavailable, "the disk is full"},
  };
  for (const Expected& expected : table) {
    EXPECT_EQ(expected.error.message, expected.message);
    EXPECT_EQ(expected.error.code, expected.code) << expected.message;
  }
}

}  // namespace
}  // namespace dynamodb
