#include "tracker/actions.h"

#include <fmt/format.h>

#include "tracker/placeholders.h"
#include "tracker/schema.h"

namespace tracker::actions {
namespace {

dynamodb::Number milliseconds(Timestamp time) {
  return dynamodb::Number(std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count());
}
dynamodb::Number seconds(Timestamp time) {
  return dynamodb::Number(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count());
}

dynamodb::UpdateItemRequest update(const std::string& table, dynamodb::Key key, std::string expression,
                                   std::string condition, Placeholders placeholders) {
  dynamodb::UpdateItemRequest request;
  request.table_name = table;
  request.key = std::move(key);
  request.update_expression = std::move(expression);
  request.condition_expression = std::move(condition);
  request.attributes = std::move(placeholders).take();
  return request;
}

std::string exists(Placeholders& placeholders) {
  return fmt::format("attribute_exists({})", placeholders.name(schema::pk));
}

dynamodb::Key key_of_item(const dynamodb::Item& item) {
  dynamodb::Key key;
  for (const auto attribute : {schema::pk, schema::sk}) {
    const auto found = item.find(attribute);
    if (found != item.end()) key.emplace(found->first, found->second);
  }
  return key;
}

std::string exists_unchanged(Placeholders& placeholders, const dynamodb::Item& as_read,
                             std::span<const std::string_view> unchanged) {
  std::string condition = exists(placeholders);
  for (const auto attribute : unchanged) {
    const std::string name = placeholders.name(attribute);
    const auto found = as_read.find(attribute);
    condition += found == as_read.end() ? fmt::format(" AND attribute_not_exists({})", name)
                                        : fmt::format(" AND {} = {}", name, placeholders.value(found->second));
  }
  return condition;
}

}  // namespace

Action touch(const std::string& table, const Athlete& as_read, Timestamp now, std::string fresh_revision) {
  Placeholders placeholders;
  std::string expression =
      fmt::format("SET {} = {}", placeholders.name(schema::revision), placeholders.value(std::move(fresh_revision)));
  const std::string deleting = placeholders.name(schema::deleting);
  std::string condition = fmt::format("{} AND {} = {} AND (attribute_not_exists({}) OR {} < {})", exists(placeholders),
                                      placeholders.name(schema::name), placeholders.value(as_read.name), deleting,
                                      deleting, placeholders.value(milliseconds(now)));
  return update(table, schema::athlete_key(as_read.id), std::move(expression), std::move(condition),
                std::move(placeholders));
}

Action stamp(const std::string& table, std::string_view athlete_id, std::string fresh_revision,
             std::optional<Timestamp> deleting_until) {
  Placeholders placeholders;
  std::string expression =
      fmt::format("SET {} = {}", placeholders.name(schema::revision), placeholders.value(std::move(fresh_revision)));
  if (deleting_until) {
    expression += fmt::format(", {} = {}", placeholders.name(schema::deleting),
                              placeholders.value(milliseconds(*deleting_until)));
  }
  std::string condition = exists(placeholders);
  return update(table, schema::athlete_key(athlete_id), std::move(expression), std::move(condition),
                std::move(placeholders));
}

Action delete_stamped_athlete(const std::string& table, std::string_view athlete_id, std::string revision) {
  Placeholders placeholders;
  dynamodb::DeleteItemRequest request;
  request.table_name = table;
  request.key = schema::athlete_key(athlete_id);
  request.condition_expression =
      fmt::format("{} = {}", placeholders.name(schema::revision), placeholders.value(std::move(revision)));
  request.attributes = std::move(placeholders).take();
  return request;
}

Action rename(const std::string& table, std::string_view athlete_id, const std::string& name,
              std::string fresh_revision, std::string rename_id) {
  Placeholders placeholders;
  std::string expression =
      fmt::format("SET {} = {}, {} = {}, {} = {}", placeholders.name(schema::name), placeholders.value(name),
                  placeholders.name(schema::revision), placeholders.value(std::move(fresh_revision)),
                  placeholders.name(schema::rename_pending), placeholders.value(std::move(rename_id)));
  std::string condition = exists(placeholders);
  return update(table, schema::athlete_key(athlete_id), std::move(expression), std::move(condition),
                std::move(placeholders));
}

Action confirm_rename(const std::string& table, const Athlete& renamed, const std::string& rename_id) {
  Placeholders placeholders;
  const std::string pending = placeholders.name(schema::rename_pending);
  const std::string id = placeholders.value(rename_id);
  std::string condition = fmt::format("{} = {} AND {} = {}", pending, id, placeholders.name(schema::name),
                                      placeholders.value(renamed.name));
  return update(table, schema::athlete_key(renamed.id), fmt::format("SET {} = {}", pending, id), std::move(condition),
                std::move(placeholders));
}

Action finish_rename(const std::string& table, std::string_view athlete_id, std::string rename_id) {
  Placeholders placeholders;
  const std::string pending = placeholders.name(schema::rename_pending);
  std::string condition = fmt::format("{} = {}", pending, placeholders.value(std::move(rename_id)));
  return update(table, schema::athlete_key(athlete_id), fmt::format("REMOVE {}", pending), std::move(condition),
                std::move(placeholders));
}

Action set_athlete_name(const std::string& table, dynamodb::Key session_key, const std::string& name) {
  Placeholders placeholders;
  std::string expression =
      fmt::format("SET {} = {}", placeholders.name(schema::athlete_name), placeholders.value(name));
  std::string condition = exists(placeholders);
  return update(table, std::move(session_key), std::move(expression), std::move(condition), std::move(placeholders));
}

Action put_new(const std::string& table, dynamodb::Item item) {
  Placeholders placeholders;
  dynamodb::PutItemRequest request;
  request.table_name = table;
  request.item = std::move(item);
  request.condition_expression = fmt::format("attribute_not_exists({})", placeholders.name(schema::pk));
  request.attributes = std::move(placeholders).take();
  return request;
}

Action put_idempotency(const std::string& table, dynamodb::Item item, Timestamp now) {
  Placeholders placeholders;
  dynamodb::PutItemRequest request;
  request.table_name = table;
  request.item = std::move(item);
  request.condition_expression = fmt::format("attribute_not_exists({}) OR {} <= {}", placeholders.name(schema::pk),
                                             placeholders.name(schema::expires_at), placeholders.value(seconds(now)));
  request.attributes = std::move(placeholders).take();
  return request;
}

Action update_session(const std::string& table, const dynamodb::Item& as_read, const SessionChange& change,
                      std::span<const std::string_view> unchanged) {
  Placeholders placeholders;
  std::string expression;
  for (const auto& [attribute, value] : change.set) {
    expression += expression.empty() ? "SET " : ", ";
    expression += fmt::format("{} = {}", placeholders.name(attribute), placeholders.value(value));
  }
  bool is_first = true;
  for (const auto& attribute : change.remove) {
    expression += is_first ? " REMOVE " : ", ";
    expression += placeholders.name(attribute);
    is_first = false;
  }
  std::string condition = exists_unchanged(placeholders, as_read, unchanged);
  return update(table, key_of_item(as_read), std::move(expression), std::move(condition), std::move(placeholders));
}

Action delete_session(const std::string& table, const dynamodb::Item& as_read,
                      std::span<const std::string_view> unchanged) {
  Placeholders placeholders;
  dynamodb::DeleteItemRequest request;
  request.table_name = table;
  request.key = key_of_item(as_read);
  request.condition_expression = exists_unchanged(placeholders, as_read, unchanged);
  request.attributes = std::move(placeholders).take();
  return request;
}

Action replace_session(const std::string& table, const dynamodb::Item& as_read, dynamodb::Item item,
                       std::span<const std::string_view> unchanged) {
  Placeholders placeholders;
  dynamodb::PutItemRequest request;
  request.table_name = table;
  request.item = std::move(item);
  request.condition_expression = exists_unchanged(placeholders, as_read, unchanged);
  request.attributes = std::move(placeholders).take();
  return request;
}

Action delete_anyway(const std::string& table, dynamodb::Key key) {
  dynamodb::DeleteItemRequest request;
  request.table_name = table;
  request.key = std::move(key);
  return request;
}

}  // namespace tracker::actions
