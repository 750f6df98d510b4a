#include <algorithm>
#include <charconv>

#include "dynamodb/expressions/binder.h"
#include "dynamodb/expressions/expression_errors.h"
#include "dynamodb/limits.h"

namespace dynamodb {

Result<DocumentPath> bind_path(const PathSyntax& syntax, ExpressionKind kind, ExpressionContext& context) {
  DocumentPath path;
  path.elements.reserve(syntax.elements.size());
  for (const PathElementSyntax& element : syntax.elements) {
    switch (element.kind) {
      case PathElementSyntax::Kind::name:
        path.elements.emplace_back(std::string(element.text));
        break;
      case PathElementSyntax::Kind::placeholder: {
        const std::string* name = context.name(element.text);
        if (name == nullptr) return std::unexpected(expression_errors::undefined_name(kind, element.text));
        path.elements.emplace_back(*name);
        break;
      }
      case PathElementSyntax::Kind::index: {
        std::size_t index = 0;
        std::from_chars(element.text.data(), element.text.data() + element.text.size(), index);
        path.elements.emplace_back(index);
        break;
      }
    }
  }
  if (path.elements.size() > limits::nesting_levels_max) {
    return std::unexpected(expression_errors::path_too_deep(kind, path.elements.size()));
  }
  return path;
}

Result<AttributeValue> bind_value(const ValueSyntax& syntax, ExpressionKind kind, ExpressionContext& context) {
  const AttributeValue* value = context.value(syntax.placeholder);
  if (value == nullptr) return std::unexpected(expression_errors::undefined_value(kind, syntax.placeholder));
  return *value;
}

namespace {

enum class Relation { disjoint, conflict, overlap };

Relation relation(const DocumentPath& one, const DocumentPath& two) {
  std::size_t common = std::min(one.elements.size(), two.elements.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (one.elements[i].index() != two.elements[i].index()) return Relation::conflict;
    if (one.elements[i] != two.elements[i]) return Relation::disjoint;
  }
  return Relation::overlap;
}

bool before(const DocumentPath* one, const DocumentPath* two) {
  return one->elements < two->elements;
}

}  // namespace

// Sorted, a path stands directly before those that begin with it, and a change between names and indexes under the
// same parent is between neighbours; so neighbours tell whether anything is wrong, in n log n. Only then the pair is
// looked for that the service would name: of an overlap before any conflict, in the order of the text.
Result<void> check_paths_disjoint(const std::vector<const DocumentPath*>& paths, ExpressionKind kind) {
  auto sorted = paths;
  std::ranges::sort(sorted, before);
  auto touch = [](const DocumentPath* one, const DocumentPath* two) {
    return relation(*one, *two) != Relation::disjoint;
  };
  if (std::ranges::adjacent_find(sorted, touch) == sorted.end()) return {};

  std::pair<const DocumentPath*, const DocumentPath*> conflict{};
  for (std::size_t second = 1; second < paths.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      Relation found = relation(*paths[first], *paths[second]);
      if (found == Relation::overlap) {
        return std::unexpected(expression_errors::paths_overlap(kind, *paths[first], *paths[second]));
      }
      if (found == Relation::conflict && conflict.first == nullptr) conflict = {paths[first], paths[second]};
    }
  }
  return std::unexpected(expression_errors::paths_conflict(kind, *conflict.first, *conflict.second));
}

}  // namespace dynamodb
