// Any text, read as a statement and planned for a fixed table: no crash, no endless recursion, no error but
// ValidationException; and what was translated is well formed in the language of expressions.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "dynamodb/expressions/expression.h"
#include "partiql/next_token.h"
#include "partiql/parser.h"
#include "partiql/select_plan.h"
#include "partiql/write_plan.h"
#include "require.h"

namespace {

using namespace dynamodb;

const TableDefinition& fixed_table() {
  static const TableDefinition table = [] {
    TableDefinition made;
    made.name = "T";
    made.key_schema = {.partition_key = "pk", .sort_key = "sk"};
    made.attribute_definitions = {
        {"pk", ScalarType::string}, {"sk", ScalarType::number}, {"g", ScalarType::string}, {"sk2", ScalarType::number}};
    made.global_secondary_indexes = {
        {.name = "Index",
         .key_schema = {
             .partition_key = "sk", .sort_key = "pk", .more_partition_keys = {"g"}, .more_sort_keys = {"sk2"}}}};
    return made;
  }();
  return table;
}

template <class T>
bool made_or_refused(const Result<T>& result) {
  if (!result) require(result.error().code == ErrorCode::validation && !result.error().message.empty());
  return result.has_value();
}

void check_query(const QueryRequest& query) {
  auto context = ExpressionContext::create(query.attributes, true);
  require(context.has_value());
  const bool on_index = query.index_name.has_value();
  const KeySchema schema =
      on_index ? fixed_table().global_secondary_indexes.front().key_schema : fixed_table().key_schema;
  made_or_refused(
      parse_key_condition(query.key_condition_expression, schema, fixed_table().attribute_definitions, *context));
}

void check_update(const UpdateItemRequest& update) {
  auto context = ExpressionContext::create(update.attributes, true);
  require(context.has_value() && update.update_expression.has_value());
  made_or_refused(parse_update(*update.update_expression, *context));
  made_or_refused(parse_condition(*update.condition_expression, ExpressionKind::condition, *context));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)partiql::read_next_token(text, 0);
  const StatementParameters one{{AttributeValue("a")}};
  for (const auto& parameters : {StatementParameters(), one}) {
    const auto statement = partiql::parse_statement(text, parameters);
    if (!made_or_refused(statement)) continue;
    if (const auto* select = std::get_if<partiql::SelectStatement>(&*statement)) {
      made_or_refused(partiql::plan_single_read(*select, fixed_table()));
      const auto plan = partiql::plan_select(*select, fixed_table());
      if (!made_or_refused(plan)) continue;
      require(plan->scan.has_value() == plan->queries.empty());
      for (const auto& query : plan->queries) check_query(query);
      continue;
    }
    const auto write = partiql::plan_write(*statement, fixed_table(), ReturnValuesOnConditionCheckFailure::none);
    if (!made_or_refused(write)) continue;
    if (const auto* update = std::get_if<UpdateItemRequest>(&*write)) check_update(*update);
  }
  return 0;
}
