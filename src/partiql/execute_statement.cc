#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/item_size.h"
#include "dynamodb/limits.h"
#include "partiql/capacity.h"
#include "partiql/execute.h"
#include "partiql/next_token.h"
#include "partiql/parser.h"
#include "partiql/run.h"
#include "partiql/select_plan.h"
#include "partiql/selection.h"
#include "partiql/write_plan.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::Awaitable;
using dynamodb::ExecuteStatementRequest;
using dynamodb::ExecuteStatementResult;
using dynamodb::PageResult;

namespace {

// The pages of the queries, from `position` on, until a page ends early, the limit is used up, or a page's bytes are
// together.
class SelectReader {
 public:
  SelectReader(dynamodb::Database& database, ExecuteStatementRequest request, SelectStatement select, SelectPlan plan)
      : database_(database), request_(std::move(request)), select_(std::move(select)), plan_(std::move(plan)) {}

  Awaitable<ExecuteStatementResult> read() {
    const auto hash = statement_hash(request_.statement, request_.parameters);
    Position position;
    if (request_.next_token) {
      auto start = read_next_token(*request_.next_token, hash);
      if (!start || start->query >= query_count()) co_return std::unexpected(errors::invalid_next_token());
      position = std::move(*start);
    }
    while (true) {
      auto page = co_await read_page(position);
      if (!page) co_return std::unexpected(std::move(page.error()));
      result_.last_evaluated_key = page->last_evaluated_key;
      position.last_evaluated = std::move(page->last_evaluated_key);
      add(std::move(*page));
      if (!position.last_evaluated && ++position.query == query_count()) break;
      if (position.last_evaluated || is_full()) {
        result_.next_token = make_next_token(position, hash);
        break;
      }
    }
    co_return std::move(result_);
  }

 private:
  [[nodiscard]] std::size_t query_count() const { return plan_.scan ? 1 : plan_.queries.size(); }
  [[nodiscard]] bool is_full() const {
    return (request_.limit && *request_.limit == 0) || bytes_ >= dynamodb::limits::page_bytes_max;
  }

  template <class Request>
  Request completed(Request request, const Position& position) const {
    request.limit = request_.limit;
    request.exclusive_start_key = position.last_evaluated;
    request.consistent_read = request_.consistent_read;
    request.return_consumed_capacity = request_.return_consumed_capacity;
    return request;
  }

  Awaitable<PageResult> read_page(const Position& position) {
    if (plan_.scan) return database_.scan(completed(*plan_.scan, position));
    return database_.query(completed(plan_.queries[position.query], position));
  }

  void add(PageResult page) {
    if (request_.limit) *request_.limit -= page.scanned_count;
    for (auto& item : page.items) {
      bytes_ += item_size_bytes(item);
      result_.items.push_back(selected(std::move(item), select_.paths));
    }
    add_capacity(result_.consumed_capacity, page.consumed_capacity);
  }

  dynamodb::Database& database_;
  ExecuteStatementRequest request_;
  SelectStatement select_;
  SelectPlan plan_;
  ExecuteStatementResult result_;
  std::size_t bytes_ = 0;
};

Awaitable<ExecuteStatementResult> execute_write(dynamodb::Database& database, ExecuteStatementRequest request,
                                                dynamodb::TransactWriteItem write) {
  if (request.next_token) co_return std::unexpected(errors::invalid_next_token());
  auto written = co_await run_write(database, std::move(write), request.return_consumed_capacity);
  if (!written) co_return std::unexpected(std::move(written.error()));
  ExecuteStatementResult result;
  if (written->attributes) result.items.push_back(std::move(*written->attributes));
  result.consumed_capacity = std::move(written->consumed_capacity);
  co_return result;
}

}  // namespace

Awaitable<ExecuteStatementResult> execute_statement(dynamodb::Database& database, ExecuteStatementRequest request) {
  if (request.limit && *request.limit < 1) co_return std::unexpected(errors::limit_below_one(*request.limit));
  auto statement = parse_statement(request.statement, request.parameters);
  if (!statement) co_return std::unexpected(std::move(statement.error()));
  if (std::holds_alternative<ExistsStatement>(*statement)) {
    co_return std::unexpected(errors::exists_outside_transaction());
  }
  const auto table = co_await table_of(database, table_name(*statement));
  if (!table) co_return std::unexpected(table.error());
  if (auto* select = std::get_if<SelectStatement>(&*statement)) {
    auto plan = plan_select(*select, *table);
    if (!plan) co_return std::unexpected(std::move(plan.error()));
    SelectReader reader(database, std::move(request), std::move(*select), std::move(*plan));
    co_return co_await reader.read();
  }
  auto write = plan_write(*statement, *table, request.on_condition_check_failure);
  if (!write) co_return std::unexpected(std::move(write.error()));
  co_return co_await execute_write(database, std::move(request), std::move(*write));
}

}  // namespace partiql
