// PartiQL's operations. How long statements and their lists may be is checked where they are executed (partiql/).
#include <utility>

#include "dynamodb/limits.h"
#include "wire/attribute_values.h"
#include "wire/members.h"
#include "wire/parse.h"

namespace wire {

using dynamodb::Result;
using dynamodb::StatementParameters;

namespace {

constexpr Range next_token_length{.min = 1, .max = 32768};

std::string statement(const Field& request) {
  return request["Statement"].required().text().value_or("");
}

StatementParameters statement_parameters(const Field& request) {
  std::vector<dynamodb::AttributeValue> parameters;
  const bool given = request["Parameters"].list({}, [&](const Field& element) {
    if (auto value = attribute_value(element)) parameters.push_back(*std::move(value));
  });
  if (!given) return std::nullopt;
  return parameters;
}

}  // namespace

template <>
Result<dynamodb::ExecuteStatementRequest> parse(std::string_view body) {
  return parse_body<dynamodb::ExecuteStatementRequest>(body, [](const Field& fields) {
    dynamodb::ExecuteStatementRequest request;
    request.statement = statement(fields);
    request.parameters = statement_parameters(fields);
    request.consistent_read = fields["ConsistentRead"].boolean().value_or(false);
    request.next_token = fields["NextToken"].text(next_token_length);
    request.return_consumed_capacity = return_consumed_capacity(fields);
    request.limit = fields["Limit"].integer({.min = 1});
    request.on_condition_check_failure = on_condition_check_failure(fields);
    return request;
  });
}

template <>
Result<dynamodb::BatchExecuteStatementRequest> parse(std::string_view body) {
  return parse_body<dynamodb::BatchExecuteStatementRequest>(body, [](const Field& fields) {
    dynamodb::BatchExecuteStatementRequest request;
    fields["Statements"].required().list({}, [&](const Field& element) {
      if (!element.structure("BatchStatementRequest")) return;
      dynamodb::BatchStatementRequest one;
      one.statement = statement(element);
      one.parameters = statement_parameters(element);
      one.consistent_read = element["ConsistentRead"].boolean().value_or(false);
      one.on_condition_check_failure = on_condition_check_failure(element);
      request.statements.push_back(std::move(one));
    });
    request.return_consumed_capacity = return_consumed_capacity(fields);
    return request;
  });
}

template <>
Result<dynamodb::ExecuteTransactionRequest> parse(std::string_view body) {
  return parse_body<dynamodb::ExecuteTransactionRequest>(body, [](const Field& fields) {
    dynamodb::ExecuteTransactionRequest request;
    fields["TransactStatements"].required().list({}, [&](const Field& element) {
      if (!element.structure("ParameterizedStatement")) return;
      dynamodb::ParameterizedStatement one;
      one.statement = statement(element);
      one.parameters = statement_parameters(element);
      one.on_condition_check_failure = on_condition_check_failure(element);
      request.transact_statements.push_back(std::move(one));
    });
    request.client_request_token =
        fields["ClientRequestToken"].text({.min = 1, .max = dynamodb::limits::client_request_token_chars_max});
    request.return_consumed_capacity = return_consumed_capacity(fields);
    return request;
  });
}

}  // namespace wire
