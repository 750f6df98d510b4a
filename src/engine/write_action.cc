#include "engine/write_action.h"

#include "dynamodb/errors.h"
#include "dynamodb/item_size.h"
#include "dynamodb/key.h"
#include "dynamodb/limits.h"
#include "engine/key_encoding.h"

namespace engine {
namespace {

namespace errors = dynamodb::errors;
using dynamodb::EncodedItem;
using dynamodb::ExpressionContext;
using dynamodb::ExpressionKind;
using dynamodb::Item;
using dynamodb::Result;
using dynamodb::ReturnValues;

struct Expressions {
  std::optional<dynamodb::Update> update;
  std::optional<dynamodb::Condition> condition;
};

Result<Expressions> parse(ExpressionContext& context, const std::optional<std::string>& update,
                          const std::optional<std::string>& condition) {
  Expressions parsed;
  if (update) {
    auto result = dynamodb::parse_update(*update, context);
    if (!result) return std::unexpected(std::move(result.error()));
    parsed.update = std::move(*result);
  }
  if (condition) {
    auto result = dynamodb::parse_condition(*condition, ExpressionKind::condition, context);
    if (!result) return std::unexpected(std::move(result.error()));
    parsed.condition = std::move(*result);
  }
  if (auto used = context.check_all_used(); !used) return std::unexpected(std::move(used.error()));
  return parsed;
}

Result<Expressions> parse_condition_only(const dynamodb::ExpressionAttributes& attributes,
                                         const std::optional<std::string>& condition) {
  auto context = ExpressionContext::create(attributes, {{ExpressionKind::condition, condition.has_value()}});
  if (!context) return std::unexpected(std::move(context.error()));
  return parse(*context, std::nullopt, condition);
}

Result<void> check_written_paths(const Table& table, const dynamodb::Update& update) {
  const dynamodb::KeySchema& schema = table.definition.key_schema;
  for (const dynamodb::DocumentPath& path : update.written_paths()) {
    if (path.root() != schema.partition_key && path.root() != schema.sort_key) continue;
    return std::unexpected(path.is_top_level() ? errors::cannot_update_key(path.root())
                                               : errors::key_path_not_scalar(path.root(), /*is_index_key=*/false));
  }
  return {};
}

// The part that all requests with a Key parameter have in common.
template <class Request>
Result<WriteAction> prepare_keyed(ActionKind kind, const Catalog& catalog, const Request& request,
                                  Expressions expressions) {
  auto table = catalog.require(request.table_name);
  if (!table) return std::unexpected(std::move(table.error()));
  if (auto valid = dynamodb::validate_key((*table)->definition, request.key); !valid) {
    return std::unexpected(std::move(valid.error()));
  }
  WriteAction action;
  action.kind = kind;
  action.table = std::move(*table);
  action.row_key = item_key(action.table->id, action.table->definition.key_schema, request.key);
  action.update = std::move(expressions.update);
  action.condition = std::move(expressions.condition);
  action.on_condition_check_failure = request.on_condition_check_failure;
  return action;
}

std::shared_ptr<const dynamodb::AttributeMapBox> boxed(const std::optional<EncodedItem>& item) {
  if (!item) return nullptr;
  return std::make_shared<const dynamodb::AttributeMapBox>(item->decode());
}

// The table as it is now; it may have been deleted, and made anew, since the action was prepared.
Result<std::shared_ptr<const Table>> current_table(const WriteAction& action, const WriteState& state) {
  auto table = state.catalog().require(action.table->definition.name);
  if (table && (*table)->id != action.table->id) {
    return std::unexpected(errors::requested_resource_not_found());
  }
  return table;
}

Result<EncodedItem> updated(const WriteAction& action, const std::optional<EncodedItem>& before) {
  const Item old_item = before ? before->decode() : Item();
  const Item base = before ? old_item : action.key;
  Result<Item> result = action.update ? action.update->apply(base) : base;
  if (!result) return std::unexpected(std::move(result.error()));
  const auto valid = dynamodb::validate_updated_item(action.table->definition, old_item, *result);
  if (!valid) return std::unexpected(valid.error());
  if (action.size_cost_bytes) {
    const std::size_t without_key = dynamodb::item_size_bytes(*result) - dynamodb::item_size_bytes(action.key);
    if (without_key + *action.size_cost_bytes > dynamodb::limits::item_size_bytes_max) {
      return std::unexpected(errors::updated_item_too_large());
    }
  }
  return EncodedItem(*result);
}

}  // namespace

Result<WriteAction> prepare(const Catalog& catalog, const dynamodb::PutItemRequest& request) {
  if (auto valid = dynamodb::validate_values(request.item); !valid) return std::unexpected(std::move(valid.error()));
  auto expressions = parse_condition_only(request.attributes, request.condition_expression);
  if (!expressions) return std::unexpected(std::move(expressions.error()));
  auto table = catalog.require(request.table_name);
  if (!table) return std::unexpected(std::move(table.error()));
  if (auto valid = dynamodb::validate_item((*table)->definition, request.item); !valid) {
    return std::unexpected(std::move(valid.error()));
  }
  WriteAction action;
  action.kind = ActionKind::put;
  action.table = std::move(*table);
  action.row_key = item_key(action.table->id, action.table->definition.key_schema, request.item);
  action.item = EncodedItem(request.item);
  action.condition = std::move(expressions->condition);
  action.on_condition_check_failure = request.on_condition_check_failure;
  return action;
}

Result<WriteAction> prepare(const Catalog& catalog, const dynamodb::UpdateItemRequest& request) {
  auto context = ExpressionContext::create(request.attributes,
                                           {{ExpressionKind::update, request.update_expression.has_value()},
                                            {ExpressionKind::condition, request.condition_expression.has_value()}});
  if (!context) return std::unexpected(std::move(context.error()));
  auto expressions = parse(*context, request.update_expression, request.condition_expression);
  if (!expressions) return std::unexpected(std::move(expressions.error()));
  auto action = prepare_keyed(ActionKind::update, catalog, request, std::move(*expressions));
  if (!action) return action;
  if (action->update) {
    if (auto valid = check_written_paths(*action->table, *action->update); !valid) {
      return std::unexpected(std::move(valid.error()));
    }
  }
  action->key = request.key;
  return action;
}

Result<WriteAction> prepare(const Catalog& catalog, const dynamodb::DeleteItemRequest& request) {
  auto expressions = parse_condition_only(request.attributes, request.condition_expression);
  if (!expressions) return std::unexpected(std::move(expressions.error()));
  return prepare_keyed(ActionKind::remove, catalog, request, std::move(*expressions));
}

Result<WriteAction> prepare(const Catalog& catalog, const dynamodb::ConditionCheck& request) {
  auto expressions = parse_condition_only(request.attributes, request.condition_expression);
  if (!expressions) return std::unexpected(std::move(expressions.error()));
  return prepare_keyed(ActionKind::check, catalog, request, std::move(*expressions));
}

Result<ItemChange> decide(const WriteAction& action, const WriteState& state) {
  auto table = current_table(action, state);
  if (!table) return std::unexpected(std::move(table.error()));
  auto before = state.item(action.row_key);
  if (!before) return std::unexpected(std::move(before.error()));
  if (action.condition && !action.condition->evaluate(*before ? (*before)->decode() : Item())) {
    const bool wants_item = action.on_condition_check_failure == dynamodb::ReturnValuesOnConditionCheckFailure::all_old;
    return std::unexpected(errors::conditional_check_failed(wants_item ? boxed(*before) : nullptr));
  }
  std::optional<EncodedItem> after;
  switch (action.kind) {
    case ActionKind::put:
      after = action.item;
      break;
    case ActionKind::update: {
      auto result = updated(action, *before);
      if (!result) return std::unexpected(std::move(result.error()));
      after = std::move(*result);
      break;
    }
    case ActionKind::remove:
      break;
    case ActionKind::check:
      after = *before;
      break;
  }
  return item_change(std::move(*table), action.row_key, std::move(*before), std::move(after));
}

std::optional<EncodedItem> returned_attributes(ReturnValues return_values, const WriteAction& action,
                                               const ItemChange& change) {
  const bool old = return_values == ReturnValues::all_old || return_values == ReturnValues::updated_old;
  const std::optional<EncodedItem>& source = old ? change.before : change.after;
  switch (return_values) {
    case ReturnValues::none:
      return std::nullopt;
    case ReturnValues::all_old:
    case ReturnValues::all_new:
      return source;
    case ReturnValues::updated_old:
    case ReturnValues::updated_new:
      break;
  }
  if (!source || !action.update) return std::nullopt;
  const Item kept = dynamodb::project(source->decode(), action.update->written_paths());
  if (kept.empty()) return std::nullopt;
  return EncodedItem(kept);
}

std::size_t request_bytes(const WriteAction& action) {
  constexpr std::size_t bookkeeping_bytes = 1024;
  return bookkeeping_bytes + action.row_key.size() + (action.item ? action.item->bytes().size() : 0);
}

}  // namespace engine
