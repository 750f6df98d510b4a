#include "partiql/selection.h"

#include <algorithm>
#include <set>
#include <utility>

#include "dynamodb/errors.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::DocumentPath;
using dynamodb::EncodedItem;

namespace {

std::string index_text(const dynamodb::PathElement& element) {
  return "[" + std::to_string(std::get<std::size_t>(element)) + "]";
}

std::string answered_name(const DocumentPath& path) {
  std::string indexes;
  for (auto element = path.elements.rbegin(); element != path.elements.rend(); ++element) {
    if (const auto* name = std::get_if<std::string>(&*element)) return *name + indexes;
    indexes.insert(0, index_text(*element));
  }
  return indexes;
}

bool begins(const DocumentPath& shorter, const DocumentPath& longer) {
  return shorter.elements.size() <= longer.elements.size() &&
         std::equal(shorter.elements.begin(), shorter.elements.end(), longer.elements.begin());
}

std::vector<std::string> element_texts(const DocumentPath& path) {
  std::vector<std::string> texts;
  for (const auto& element : path.elements) {
    const auto* name = std::get_if<std::string>(&element);
    texts.push_back(name != nullptr ? *name : index_text(element));
  }
  return texts;
}

}  // namespace

dynamodb::Result<void> check_selection(const std::vector<DocumentPath>& paths) {
  std::set<std::string> names;
  for (const auto& path : paths) {
    if (!names.insert(answered_name(path)).second) return std::unexpected(errors::selected_twice(answered_name(path)));
  }
  // In order, a path stands right behind those that begin it, or behind others that they begin.
  auto sorted = paths;
  std::ranges::sort(sorted, {}, &DocumentPath::elements);
  for (std::size_t index = 1; index < sorted.size(); ++index) {
    if (!begins(sorted[index - 1], sorted[index])) continue;
    return std::unexpected(
        errors::selected_paths_overlap(element_texts(sorted[index - 1]), element_texts(sorted[index])));
  }
  return {};
}

std::optional<std::string> selection_text(const std::vector<DocumentPath>& paths, Placeholders& placeholders) {
  if (paths.empty()) return std::nullopt;
  std::set<std::string_view> roots;
  std::string text;
  for (const auto& path : paths) {
    if (!roots.insert(path.root()).second) continue;
    if (!text.empty()) text += ", ";
    text += placeholders.name(path.root());
  }
  return text;
}

EncodedItem selected(EncodedItem item, const std::vector<DocumentPath>& paths) {
  if (std::ranges::all_of(paths, &DocumentPath::is_top_level)) return item;
  const auto read = item.decode();
  dynamodb::Item answered;
  for (const auto& path : paths) {
    if (const auto* value = resolve(path, read)) answered.emplace(answered_name(path), *value);
  }
  return EncodedItem(answered);
}

}  // namespace partiql
