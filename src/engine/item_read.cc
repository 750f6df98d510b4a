#include "engine/item_read.h"

namespace engine {

using dynamodb::EncodedItem;
using dynamodb::ProjectionPaths;
using dynamodb::Result;

Result<std::optional<ProjectionPaths>> parse_item_projection(const std::optional<std::string>& projection_expression,
                                                             const dynamodb::ExpressionAttributes& attributes) {
  auto context = dynamodb::ExpressionContext::create(attributes, projection_expression.has_value());
  if (!context) return std::unexpected(std::move(context.error()));
  std::optional<ProjectionPaths> projection;
  if (projection_expression) {
    auto parsed = parse_projection(*projection_expression, *context);
    if (!parsed) return std::unexpected(std::move(parsed.error()));
    projection = std::move(*parsed);
  }
  if (auto used = context->check_all_used(); !used) return std::unexpected(std::move(used.error()));
  return projection;
}

Result<std::optional<EncodedItem>> read_item(const ReadView& view, std::string_view row_key) {
  auto bytes = view.get(row_key);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  if (!*bytes) return std::nullopt;
  return EncodedItem::from_bytes(std::move(**bytes));
}

EncodedItem projected(EncodedItem item, const std::optional<ProjectionPaths>& projection) {
  if (!projection) return item;
  return EncodedItem(projection->apply(item.decode()));
}

}  // namespace engine
