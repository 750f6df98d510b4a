// A database in memory with the tables "Log" (pk, sk; the global index "ByGroup" of g, the local index "ByScore" of pk
// and n) and "Simple" (pk), and statements run on it whose answers are short texts.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dynamodb/attribute_value.h"
#include "dynamodb/error.h"
#include "dynamodb/statement_requests.h"

namespace engine {
class EmbeddedDatabase;
}

namespace partiql::testing {

// "{n: 1, pk: 'a'}", a set as "<<'p', 'q'>>".
[[nodiscard]] std::string text_of(const dynamodb::Item& item);
[[nodiscard]] dynamodb::AttributeValue number(std::int64_t value);

class World {
 public:
  World();
  ~World();

  dynamodb::Result<dynamodb::ExecuteStatementResult> execute(dynamodb::ExecuteStatementRequest request);
  dynamodb::Result<dynamodb::BatchExecuteStatementResult> execute(dynamodb::BatchExecuteStatementRequest request);
  dynamodb::Result<dynamodb::ExecuteTransactionResult> execute(dynamodb::ExecuteTransactionRequest request);

  // The items, one after the other; or the error, as "ValidationException: …".
  std::string run(std::string statement, dynamodb::StatementParameters parameters = std::nullopt);
  // Per statement the item, "-" for none, or "Code: message"; or the error of the whole.
  std::vector<std::string> batch(const std::vector<std::string>& statements);
  // Per read the item or "-"; or the error, followed by a line for each reason.
  std::vector<std::string> transaction(const std::vector<std::string>& statements, std::string token = "");

 private:
  std::unique_ptr<engine::EmbeddedDatabase> database_;
};

}  // namespace partiql::testing
