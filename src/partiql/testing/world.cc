#include "partiql/testing/world.h"

#include <stdexcept>
#include <utility>

#include "engine/embedded_database.h"
#include "engine/testing/awaited.h"
#include "partiql/execute.h"

namespace partiql::testing {
namespace {

using engine::testing::awaited;

std::string text_of(const dynamodb::AttributeValue& value);

template <class Members>
std::string joined(const Members& members) {
  std::string text;
  for (const auto& member : members) {
    if (!text.empty()) text += ", ";
    text += text_of(dynamodb::AttributeValue(member));
  }
  return text;
}

struct Text {
  std::string operator()(const std::string& value) const { return "'" + value + "'"; }
  std::string operator()(const dynamodb::Number& value) const { return value.to_string(); }
  std::string operator()(const dynamodb::Binary& value) const { return "binary '" + value.bytes + "'"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(dynamodb::Null /*value*/) const { return "null"; }
  std::string operator()(const dynamodb::List& value) const { return "[" + joined(value) + "]"; }
  std::string operator()(const dynamodb::AttributeMap& value) const { return testing::text_of(value); }
  template <class Set>
  std::string operator()(const Set& value) const {
    return "<<" + joined(value.values) + ">>";
  }
};

std::string text_of(const dynamodb::AttributeValue& value) {
  return std::visit(Text{}, value.variant());
}

std::string text_of(const dynamodb::Error& error) {
  std::string text = std::string(error_name(error.code)) + ": " + error.message;
  if (error.item) text += " " + testing::text_of(error.item->item);
  return text;
}

std::string text_of(const std::optional<dynamodb::EncodedItem>& item) {
  return item ? testing::text_of(item->decode()) : "-";
}

dynamodb::TableDefinition log_table() {
  using dynamodb::ScalarType;
  dynamodb::TableDefinition table;
  table.name = "Log";
  table.billing_mode = dynamodb::BillingMode::pay_per_request;
  table.key_schema = {.partition_key = "pk", .sort_key = "sk"};
  table.attribute_definitions = {
      {"pk", ScalarType::string}, {"sk", ScalarType::string}, {"g", ScalarType::string}, {"n", ScalarType::number}};
  table.global_secondary_indexes = {
      {.name = "ByGroup", .key_schema = {.partition_key = "g", .sort_key = "sk"}},
      {.name = "Several",
       .key_schema = {.partition_key = "g", .sort_key = "n", .more_partition_keys = {"pk"}, .more_sort_keys = {"sk"}}}};
  table.local_secondary_indexes = {{.name = "ByScore", .key_schema = {.partition_key = "pk", .sort_key = "n"}}};
  return table;
}

dynamodb::TableDefinition simple_table() {
  dynamodb::TableDefinition table;
  table.name = "Simple";
  table.billing_mode = dynamodb::BillingMode::pay_per_request;
  table.key_schema = {.partition_key = "pk", .sort_key = std::nullopt};
  table.attribute_definitions = {{"pk", dynamodb::ScalarType::string}};
  return table;
}

}  // namespace

std::string text_of(const dynamodb::Item& item) {
  std::string text;
  for (const auto& [name, value] : item) {
    if (!text.empty()) text += ", ";
    text += name + ": " + text_of(value);
  }
  return "{" + text + "}";
}

dynamodb::AttributeValue number(std::int64_t value) {
  return dynamodb::Number(value);
}

World::World() {
  auto opened = engine::EmbeddedDatabase::open({});
  if (!opened) throw std::runtime_error(opened.error().message);
  database_ = std::move(*opened);
  for (auto table : {log_table(), simple_table()}) {
    if (const auto created = awaited(database_->create_table({std::move(table)})); !created) {
      throw std::runtime_error(created.error().message);
    }
  }
}

World::~World() = default;

dynamodb::Result<dynamodb::ExecuteStatementResult> World::execute(dynamodb::ExecuteStatementRequest request) {
  return awaited(execute_statement(*database_, std::move(request)));
}
dynamodb::Result<dynamodb::BatchExecuteStatementResult> World::execute(dynamodb::BatchExecuteStatementRequest request) {
  return awaited(batch_execute_statement(*database_, std::move(request)));
}
dynamodb::Result<dynamodb::ExecuteTransactionResult> World::execute(dynamodb::ExecuteTransactionRequest request) {
  return awaited(execute_transaction(*database_, std::move(request)));
}

std::string World::run(std::string statement, dynamodb::StatementParameters parameters) {
  dynamodb::ExecuteStatementRequest request;
  request.statement = std::move(statement);
  request.parameters = std::move(parameters);
  const auto result = execute(std::move(request));
  if (!result) return text_of(result.error());
  std::string text;
  for (const auto& item : result->items) text += (text.empty() ? "" : " ") + text_of(item.decode());
  return text;
}

std::vector<std::string> World::batch(const std::vector<std::string>& statements) {
  dynamodb::BatchExecuteStatementRequest request;
  for (const auto& statement : statements) {
    request.statements.emplace_back();
    request.statements.back().statement = statement;
  }
  const auto result = execute(std::move(request));
  if (!result) return {text_of(result.error())};
  std::vector<std::string> texts;
  for (const auto& response : result->responses) {
    texts.push_back(response.error ? response.error->code + ": " + response.error->message : text_of(response.item));
  }
  return texts;
}

std::vector<std::string> World::transaction(const std::vector<std::string>& statements, std::string token) {
  dynamodb::ExecuteTransactionRequest request;
  if (!token.empty()) request.client_request_token = std::move(token);
  for (const auto& statement : statements) {
    request.transact_statements.emplace_back();
    request.transact_statements.back().statement = statement;
  }
  const auto result = execute(std::move(request));
  std::vector<std::string> texts;
  if (!result) {
    texts.push_back(text_of(result.error()));
    for (const auto& reason : result.error().cancellation_reasons) texts.push_back(reason.code + ": " + reason.message);
    return texts;
  }
  for (const auto& item : result->responses) texts.push_back(text_of(item));
  return texts;
}

}  // namespace partiql::testing
