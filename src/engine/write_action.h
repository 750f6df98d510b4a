// One write of one item, whether it comes alone or in a transaction: first prepared (parsed, validated against its
// table), then decided against the state that it meets.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "dynamodb/encoded_item.h"
#include "dynamodb/expressions/expression.h"
#include "dynamodb/requests.h"
#include "engine/catalog.h"
#include "engine/mutations.h"
#include "engine/write_state.h"

namespace engine {

enum class ActionKind { put, update, remove, check };

// Immutable once prepared.
struct WriteAction {
  ActionKind kind = ActionKind::check;
  std::shared_ptr<const Table> table;
  std::string row_key;                        // item_key()
  dynamodb::Key key;                          // update only: what a new item begins with
  std::optional<dynamodb::EncodedItem> item;  // put only
  std::optional<dynamodb::Update> update;     // update only; nullopt: an UpdateItem without expression
  // Of an UpdateItem that is not part of a transaction: what its 400 KB limit counts beside the item without its key.
  std::optional<std::size_t> size_cost_bytes;
  std::optional<dynamodb::Condition> condition;
  dynamodb::ReturnValuesOnConditionCheckFailure on_condition_check_failure =
      dynamodb::ReturnValuesOnConditionCheckFailure::none;
};

// Everything that can be refused without looking at the item: expressions, then the table, then keys and values.
[[nodiscard]] dynamodb::Result<WriteAction> prepare(const Catalog& catalog, const dynamodb::PutItemRequest& request);
[[nodiscard]] dynamodb::Result<WriteAction> prepare(const Catalog& catalog, const dynamodb::UpdateItemRequest& request);
[[nodiscard]] dynamodb::Result<WriteAction> prepare(const Catalog& catalog, const dynamodb::DeleteItemRequest& request);
[[nodiscard]] dynamodb::Result<WriteAction> prepare(const Catalog& catalog, const dynamodb::ConditionCheck& request);

// Evaluates the condition and says what the item becomes (a check: what it was). Pure.
// ConditionalCheckFailedException, ValidationException (an update that cannot be applied, or whose result may not
// be), ResourceNotFoundException (the table was deleted meanwhile).
[[nodiscard]] dynamodb::Result<ItemChange> decide(const WriteAction& action, const WriteState& state);

// What ReturnValues asks for; nullopt: nothing.
[[nodiscard]] std::optional<dynamodb::EncodedItem> returned_attributes(dynamodb::ReturnValues return_values,
                                                                       const WriteAction& action,
                                                                       const ItemChange& change);

// About how much memory a request with this action holds (writer.h).
[[nodiscard]] std::size_t request_bytes(const WriteAction& action);

}  // namespace engine
