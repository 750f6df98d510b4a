#include "endpoint/unprocessed.h"

#include <cstddef>
#include <iterator>
#include <utility>

namespace endpoint {
namespace {

template <class Element>
std::vector<Element> second_half(std::vector<Element>& elements) {
  const auto middle = elements.begin() + static_cast<std::ptrdiff_t>(elements.size() / 2);
  std::vector<Element> half(std::make_move_iterator(middle), std::make_move_iterator(elements.end()));
  elements.erase(middle, elements.end());
  return half;
}

template <class Element>
void append(std::vector<Element>& elements, std::vector<Element> more) {
  elements.insert(elements.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

dynamodb::BatchGetItemRequest hold_back(dynamodb::BatchGetItemRequest& request) {
  dynamodb::BatchGetItemRequest held_back;
  for (auto& [table_name, keys] : request.request_items) {
    dynamodb::KeysAndAttributes rest = keys;
    rest.keys = second_half(keys.keys);
    held_back.request_items.emplace(table_name, std::move(rest));
  }
  std::erase_if(request.request_items, [](const auto& entry) { return entry.second.keys.empty(); });
  return held_back;
}

dynamodb::BatchWriteItemRequest hold_back(dynamodb::BatchWriteItemRequest& request) {
  dynamodb::BatchWriteItemRequest held_back;
  for (auto& [table_name, writes] : request.request_items) {
    held_back.request_items.emplace(table_name, second_half(writes));
  }
  std::erase_if(request.request_items, [](const auto& entry) { return entry.second.empty(); });
  return held_back;
}

void add_unprocessed(dynamodb::BatchGetItemResult& result, dynamodb::BatchGetItemRequest held_back) {
  for (auto& [table_name, keys] : held_back.request_items) {
    const auto [where, is_new] = result.unprocessed_keys.try_emplace(table_name, keys);
    if (!is_new) append(where->second.keys, std::move(keys.keys));
  }
}

void add_unprocessed(dynamodb::BatchWriteItemResult& result, dynamodb::BatchWriteItemRequest held_back) {
  for (auto& [table_name, writes] : held_back.request_items) {
    append(result.unprocessed_items[table_name], std::move(writes));
  }
}

}  // namespace endpoint
