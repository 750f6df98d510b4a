#include "partiql/parser.h"

#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "partiql/parts.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::Result;
using dynamodb::ReturnValues;

namespace {

// "Table" or "Table"."Index"
void table_at(TokenReader& reader, std::string& table_name, std::optional<std::string>& index_name) {
  table_name = reader.take_name();
  if (reader.take_symbol(".")) index_name = reader.take_name();
  if (reader.is_word("AS") || reader.is_name()) reader.fail(errors::statement_aliasing());
}

void written_table_at(TokenReader& reader, std::string& table_name, dynamodb::Error (*error_of_index)()) {
  std::optional<std::string> index_name;
  table_at(reader, table_name, index_name);
  if (index_name) reader.fail(error_of_index());
}

std::optional<Condition> where_at(TokenReader& reader) {
  if (!reader.take_word("WHERE")) return std::nullopt;
  return parse_where(reader);
}

std::vector<dynamodb::DocumentPath> selection_at(TokenReader& reader) {
  if (reader.is_word("DISTINCT")) reader.fail(errors::statement_token_unsupported("DISTINCT"));
  if (reader.take_symbol("*")) return {};
  std::vector<dynamodb::DocumentPath> paths;
  do {
    if (reader.peek().kind == TokenKind::word && reader.is_symbol("(", 1)) {
      reader.fail(errors::statement_path_component_unexpected(position_of(reader.peek())));
    }
    paths.push_back(reader.take_path());
    if (reader.is_word("AS") || reader.is_name()) reader.fail(errors::statement_aliasing());
  } while (reader.take_symbol(","));
  return paths;
}

std::vector<OrderedBy> order_at(TokenReader& reader) {
  std::vector<OrderedBy> order;
  if (!reader.take_word("ORDER")) return order;
  reader.expect_word("BY");
  do {
    OrderedBy by{.name = reader.take_name()};
    if (reader.take_word("DESC")) {
      by.ascending = false;
    } else {
      reader.take_word("ASC");
    }
    order.push_back(std::move(by));
  } while (reader.take_symbol(","));
  return order;
}

void refuse_other_clauses(TokenReader& reader) {
  for (const auto* clause : {"LIMIT", "OFFSET", "HAVING"}) {
    if (reader.is_word(clause)) reader.fail(errors::statement_clause_unsupported(clause, position_of(reader.peek(1))));
  }
  if (reader.is_word("GROUP")) reader.fail(errors::statement_clause_unsupported("GROUP BY", ""));
}

// Behind SELECT.
SelectStatement select_at(TokenReader& reader) {
  SelectStatement select;
  select.paths = selection_at(reader);
  reader.expect_word("FROM");
  table_at(reader, select.table_name, select.index_name);
  select.where = where_at(reader);
  refuse_other_clauses(reader);
  select.order_by = order_at(reader);
  refuse_other_clauses(reader);
  return select;
}

InsertStatement insert_at(TokenReader& reader) {
  InsertStatement insert;
  reader.expect_word("INTO");
  written_table_at(reader, insert.table_name, errors::insert_into_index);
  reader.expect_word("VALUE");
  insert.item = parse_item(reader);
  if (reader.is_word("RETURNING")) reader.fail(errors::insert_returning());
  return insert;
}

struct Returning {
  ReturnValues values = ReturnValues::none;
  std::string words;  // "ALL OLD"
};
// RETURNING (ALL | MODIFIED) (OLD | NEW) *
Returning returning_at(TokenReader& reader) {
  if (!reader.take_word("RETURNING")) return {};
  const bool all = reader.is_word("ALL");
  if (!reader.take_word("ALL")) reader.expect_word("MODIFIED");
  const bool old = reader.is_word("OLD");
  if (!reader.take_word("OLD")) reader.expect_word("NEW");
  if (!reader.take_symbol("*")) reader.fail(errors::returning_without_star());
  if (reader.is_symbol(",")) reader.fail(errors::returning_several());
  const auto values = all ? (old ? ReturnValues::all_old : ReturnValues::all_new)
                          : (old ? ReturnValues::updated_old : ReturnValues::updated_new);
  return {.values = values, .words = std::string(all ? "ALL" : "MODIFIED") + (old ? " OLD" : " NEW")};
}

UpdateStatement update_at(TokenReader& reader) {
  UpdateStatement update;
  written_table_at(reader, update.table_name, errors::write_on_index);
  update.actions = parse_update_actions(reader);
  update.where = where_at(reader);
  update.returning = returning_at(reader).values;
  return update;
}

DeleteStatement delete_at(TokenReader& reader) {
  DeleteStatement statement;
  reader.expect_word("FROM");
  written_table_at(reader, statement.table_name, errors::write_on_index);
  statement.where = where_at(reader);
  const auto returning = returning_at(reader);
  if (returning.values != ReturnValues::none && returning.values != ReturnValues::all_old) {
    reader.fail(errors::delete_returning(returning.words));
  }
  statement.returning = returning.values;
  return statement;
}

ExistsStatement exists_at(TokenReader& reader) {
  ExistsStatement exists;
  reader.expect_symbol("(");
  reader.expect_word("SELECT");
  exists.select = select_at(reader);
  reader.expect_symbol(")");
  return exists;
}

Statement statement_at(TokenReader& reader) {
  if (reader.take_word("SELECT")) return select_at(reader);
  if (reader.take_word("INSERT")) return insert_at(reader);
  if (reader.take_word("UPDATE")) return update_at(reader);
  if (reader.take_word("DELETE")) return delete_at(reader);
  if (reader.take_word("EXISTS")) return exists_at(reader);
  if (reader.is_word("CREATE") && reader.is_word("TABLE", 1)) {
    reader.fail(errors::statement_operation_unsupported("CreateTable"));
  }
  if (reader.is_word("DROP") && reader.is_word("TABLE", 1)) {
    reader.fail(errors::statement_operation_unsupported("DropTable"));
  }
  reader.malformed();
  return {};
}

}  // namespace

Result<Statement> parse_statement(std::string_view text, const dynamodb::StatementParameters& parameters) {
  if (text.empty() || text.size() > dynamodb::limits::statement_chars_max) {
    return std::unexpected(errors::statement_length(text));
  }
  if (parameters && parameters->empty()) return std::unexpected(errors::statement_parameters_empty());
  TokenReader reader(text, parameters);
  auto statement = statement_at(reader);
  reader.take_symbol(";");
  if (!reader.at_end()) reader.malformed();
  if (auto error = reader.error()) return std::unexpected(std::move(*error));
  return statement;
}

}  // namespace partiql
