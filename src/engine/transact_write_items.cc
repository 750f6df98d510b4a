#include <unordered_set>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "engine/idempotency.h"
#include "engine/item_collection.h"
#include "engine/write_action.h"
#include "engine/write_cost.h"
#include "engine/write_operations.h"

namespace engine {
namespace {

namespace errors = dynamodb::errors;
namespace limits = dynamodb::limits;
using dynamodb::CancellationReason;
using dynamodb::Result;
using dynamodb::TransactWriteItemsRequest;
using dynamodb::TransactWriteItemsResult;

struct Transaction {
  std::vector<WriteAction> actions;
  std::optional<std::string> token;
  std::string fingerprint;  // with a token only
  dynamodb::ReturnConsumedCapacity return_consumed_capacity = dynamodb::ReturnConsumedCapacity::none;
  dynamodb::ReturnItemCollectionMetrics return_item_collection_metrics = dynamodb::ReturnItemCollectionMetrics::none;
};

// What a transaction that can be carried out changes, and what is told of it.
struct Outcome {
  TransactWriteItemsResult result;
  Mutations mutations;
  ReadUnitsOfTables units_of_repetition;  // with a token only
};

Result<void> check_parameters(const TransactWriteItemsRequest& request) {
  if (request.transact_items.empty()) return std::unexpected(errors::empty_transaction());
  if (request.transact_items.size() > limits::transaction_actions_max) {
    return std::unexpected(errors::too_many_actions_in_transaction(request.transact_items.size()));
  }
  if (!request.client_request_token) return {};
  if (request.client_request_token->empty()) return std::unexpected(errors::client_request_token_empty());
  if (request.client_request_token->size() > limits::client_request_token_chars_max) {
    return std::unexpected(errors::client_request_token_too_long(*request.client_request_token));
  }
  return {};
}

Result<void> check_update_expression(const dynamodb::TransactWriteItem& item, std::size_t position) {
  const auto* update = std::get_if<dynamodb::UpdateItemRequest>(&item);
  if (update == nullptr || update->update_expression) return {};
  return std::unexpected(
      errors::constraint("null", "transactItems." + std::to_string(position) + ".member.update.updateExpression",
                         "Member must not be null"));
}

Result<Transaction> prepare_transaction(const Catalog& catalog, const TransactWriteItemsRequest& request) {
  Transaction transaction;
  std::unordered_set<std::string> keys;
  for (const dynamodb::TransactWriteItem& item : request.transact_items) {
    if (auto valid = check_update_expression(item, transaction.actions.size() + 1); !valid) {
      return std::unexpected(std::move(valid.error()));
    }
    Result<WriteAction> action = std::visit([&](const auto& one) { return prepare(catalog, one); }, item);
    if (!action) return std::unexpected(std::move(action.error()));
    if (!keys.insert(action->row_key).second) return std::unexpected(errors::duplicate_items_in_transaction());
    transaction.actions.push_back(std::move(*action));
  }
  transaction.token = request.client_request_token;
  if (transaction.token) transaction.fingerprint = fingerprint(request);
  transaction.return_consumed_capacity = request.return_consumed_capacity;
  transaction.return_item_collection_metrics = request.return_item_collection_metrics;
  return transaction;
}

// nullopt: the error is not this action's but the store's.
std::optional<CancellationReason> reason_of(const dynamodb::Error& error) {
  switch (error.code) {
    case dynamodb::ErrorCode::conditional_check_failed:
      return errors::reason_conditional_check_failed(error.item);
    case dynamodb::ErrorCode::validation:
      return errors::reason_validation_error(error.message);
    case dynamodb::ErrorCode::item_collection_size_limit_exceeded:
      return errors::reason_item_collection_too_large();
    default:
      return std::nullopt;
  }
}

Result<Outcome> decide_actions(const Transaction& transaction, const WriteState& state) {
  Outcome outcome;
  dynamodb::CapacityMeters meters;
  TouchedCollections collections(state);
  std::vector<CancellationReason> reasons;
  bool cancelled = false;
  std::size_t bytes = 0;
  for (const WriteAction& action : transaction.actions) {
    Result<ItemChange> change = decide(action, state);
    const bool writes = action.kind != ActionKind::check;
    if (change && writes) {
      if (auto added = collections.add(*change); !added) change = std::unexpected(std::move(added.error()));
    }
    if (change) {
      if (change->after && writes) bytes += dynamodb::item_size_bytes(*change->after);
      reasons.push_back(errors::reason_none());
      const std::string& table_name = change->table->definition.name;
      if (transaction.return_consumed_capacity != dynamodb::ReturnConsumedCapacity::none) {
        add_write_cost(meters[table_name], *change, dynamodb::transaction_factor);
      }
      if (transaction.token) outcome.units_of_repetition[table_name] += repeated_write_units(*change);
      if (writes) outcome.mutations.items.push_back(std::move(*change));
      continue;
    }
    std::optional<CancellationReason> reason = reason_of(change.error());
    if (!reason) return std::unexpected(std::move(change.error()));
    reasons.push_back(std::move(*reason));
    cancelled = true;
  }
  if (cancelled) return std::unexpected(errors::transaction_canceled(std::move(reasons)));
  if (bytes > limits::transaction_bytes_max) return std::unexpected(errors::transaction_too_large());
  outcome.result.consumed_capacity =
      results(meters, transaction.return_consumed_capacity, dynamodb::CapacityKind::transactional_write);
  if (transaction.return_item_collection_metrics == dynamodb::ReturnItemCollectionMetrics::size) {
    outcome.result.item_collection_metrics = collections.metrics();
  }
  return outcome;
}

TransactWriteItemsResult repeated(const Transaction& transaction, const ReadUnitsOfTables& units) {
  dynamodb::CapacityMeters meters;
  for (const auto& [table_name, of_table] : units) meters[table_name].add_table(of_table);
  TransactWriteItemsResult result;
  result.consumed_capacity =
      results(meters, transaction.return_consumed_capacity, dynamodb::CapacityKind::transactional_read);
  return result;
}

Decision<TransactWriteItemsResult> decide_transaction(const Transaction& transaction, const WriteState& state) {
  if (transaction.token) {
    const auto first_use = look_up_token(state, *transaction.token, transaction.fingerprint);
    if (!first_use) return {std::unexpected(first_use.error()), {}};
    if (*first_use) return {repeated(transaction, **first_use), {}};
  }
  Result<Outcome> outcome = decide_actions(transaction, state);
  if (!outcome) return {std::unexpected(std::move(outcome.error())), {}};
  if (transaction.token) {
    remember_token(state, *transaction.token, {transaction.fingerprint, outcome->units_of_repetition},
                   outcome->mutations);
  }
  return {std::move(outcome->result), std::move(outcome->mutations)};
}

}  // namespace

void transact_write_items(Writer& writer, const TransactWriteItemsRequest& request,
                          OnDone<TransactWriteItemsResult> on_done) {
  if (auto valid = check_parameters(request); !valid) return on_done(std::unexpected(std::move(valid.error())));
  Result<Transaction> transaction = prepare_transaction(writer.storage().latest().catalog(), request);
  if (!transaction) return on_done(std::unexpected(std::move(transaction.error())));
  std::size_t bytes = 0;
  for (const WriteAction& action : transaction->actions) bytes += request_bytes(action);
  writer.submit<TransactWriteItemsResult>(
      WriteKind::items, bytes,
      [transaction = std::move(*transaction)](const WriteState& state) {
        return decide_transaction(transaction, state);
      },
      std::move(on_done));
}

}  // namespace engine
