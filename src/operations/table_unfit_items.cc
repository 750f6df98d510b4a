#include "operations/table_unfit_items.h"

#include <fmt/format.h>

#include <map>

#include "dynamodb/limits.h"
#include "tracker/schema.h"

namespace operations {
namespace {

// The longest value that every index takes which the attribute is a key of.
using LongestBytes = std::map<std::string, std::size_t, std::less<>>;

void note(LongestBytes& attributes, const std::string& name, std::size_t bytes_max) {
  const auto [attribute, is_new] = attributes.try_emplace(name, bytes_max);
  if (!is_new) attribute->second = std::min(attribute->second, bytes_max);
}

LongestBytes keys_of(const std::vector<dynamodb::IndexDefinition>& indexes) {
  LongestBytes attributes;
  for (const auto& index : indexes) {
    note(attributes, index.key_schema.partition_key, dynamodb::limits::partition_key_bytes_max);
    if (index.key_schema.sort_key) note(attributes, *index.key_schema.sort_key, dynamodb::limits::sort_key_bytes_max);
  }
  return attributes;
}

void look_at(const dynamodb::Item& item, const LongestBytes& attributes, UnfitItems& unfit) {
  std::string reasons;
  for (const auto& [name, bytes_max] : attributes) {
    const auto found = item.find(name);
    if (found == item.end()) continue;
    const auto* const text = found->second.get_if<std::string>();
    const char* const separator = reasons.empty() ? "" : "; ";
    if (text == nullptr) {
      reasons += fmt::format("{}{} is no string", separator, name);
    } else if (text->empty()) {
      reasons += fmt::format("{}{} is empty", separator, name);
    } else if (text->size() > bytes_max) {
      reasons += fmt::format("{}{} has {} bytes, a key at most {}", separator, name, text->size(), bytes_max);
    }
  }
  if (reasons.empty()) return;
  ++unfit.count;
  if (unfit.lines.size() < unfit_lines_max) {
    unfit.lines.push_back(fmt::format("{}: {}", tracker::schema::describe_key(item), reasons));
  }
}

// The table's key and the attributes, no more of the items.
dynamodb::ScanRequest scan_of(const std::string& table_name, const LongestBytes& attributes) {
  dynamodb::ScanRequest request;
  request.table_name = table_name;
  std::string projection = "#pk, #sk";
  std::map<std::string, std::string, std::less<>> names = {{"#pk", std::string(tracker::schema::pk)},
                                                           {"#sk", std::string(tracker::schema::sk)}};
  for (const auto& [name, bytes_max] : attributes) {
    const std::string placeholder = fmt::format("#a{}", names.size());
    projection += ", " + placeholder;
    names.emplace(placeholder, name);
  }
  request.attributes.names = std::move(names);
  request.projection_expression = std::move(projection);
  return request;
}

}  // namespace

TableAnswer<UnfitItems> find_unfit_items(const TableWork& work, std::string table_name,
                                         std::vector<dynamodb::IndexDefinition> indexes) {
  const LongestBytes attributes = keys_of(indexes);
  auto request = scan_of(table_name, attributes);
  UnfitItems unfit;
  std::int64_t looked_at = 0;
  do {  // ends with the table's last page
    auto page = co_await work.service.scan(request);
    if (!page) co_return std::unexpected(page.error().message);
    for (const auto& item : page->items) look_at(item.decode(), attributes, unfit);
    looked_at += page->scanned_count;
    work.on_progress(fmt::format("{} items looked at", looked_at));
    request.exclusive_start_key = std::move(page->last_evaluated_key);
  } while (request.exclusive_start_key);
  co_return unfit;
}

}  // namespace operations
