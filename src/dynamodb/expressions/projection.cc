#include "dynamodb/expressions/projection.h"

#include <algorithm>
#include <span>

#include "dynamodb/expressions/binder.h"
#include "dynamodb/expressions/parser.h"
#include "dynamodb/expressions/token_stream.h"
#include "dynamodb/expressions/vocabulary.h"

namespace dynamodb {
namespace {

using SortedPaths = std::span<const DocumentPath* const>;

// The paths that go through the same child as the first one, at this depth.
SortedPaths same_child(SortedPaths paths, std::size_t depth) {
  const PathElement& first = paths.front()->elements[depth];
  auto end = std::ranges::find_if(paths, [&](const DocumentPath* path) { return path->elements[depth] != first; });
  return paths.subspan(0, static_cast<std::size_t>(end - paths.begin()));
}

// What `value` keeps of paths that all lead through it with their first `depth` elements; nullopt when none of them
// leads anywhere. Recursion is as deep as a path is long (limits::nesting_levels_max).
std::optional<AttributeValue> keep(const AttributeValue& value, SortedPaths paths, std::size_t depth) {
  if (paths.front()->elements.size() == depth) return value;
  AttributeMap map;
  List list;
  while (!paths.empty()) {
    SortedPaths group = same_child(paths, depth);
    paths = paths.subspan(group.size());
    const PathElement& element = group.front()->elements[depth];
    const AttributeValue* inner = child(value, element);
    if (inner == nullptr) continue;
    auto kept = keep(*inner, group, depth + 1);
    if (!kept) continue;
    if (const auto* name = std::get_if<std::string>(&element)) {
      map.emplace(*name, std::move(*kept));
    } else {
      list.push_back(std::move(*kept));
    }
  }
  if (!map.empty()) return map;
  if (!list.empty()) return list;
  return std::nullopt;
}

}  // namespace

Item project(const Item& item, const std::vector<DocumentPath>& paths) {
  std::vector<const DocumentPath*> sorted;
  sorted.reserve(paths.size());
  for (const DocumentPath& path : paths) sorted.push_back(&path);
  std::ranges::sort(sorted, {}, [](const DocumentPath* path) -> const auto& { return path->elements; });
  Item result;
  for (SortedPaths rest = sorted; !rest.empty();) {
    SortedPaths group = same_child(rest, 0);
    rest = rest.subspan(group.size());
    auto found = item.find(group.front()->root());
    if (found == item.end()) continue;
    if (auto kept = keep(found->second, group, 1)) result.emplace(found->first, std::move(*kept));
  }
  return result;
}

Item ProjectionPaths::apply(const Item& item) const {
  return project(item, paths_);
}

Result<ProjectionPaths> parse_projection(std::string_view text, ExpressionContext& context) {
  constexpr ExpressionKind kind = ExpressionKind::projection;
  if (auto size = check_expression_size(text, kind, context); !size) return std::unexpected(std::move(size.error()));
  auto syntax = parse_projection_syntax(text);
  if (!syntax) return std::unexpected(std::move(syntax.error()));
  for (const PathSyntax& path : *syntax) {
    if (auto checked = check_vocabulary(path, kind); !checked) return std::unexpected(std::move(checked.error()));
  }
  std::vector<DocumentPath> paths;
  paths.reserve(syntax->size());
  for (const PathSyntax& path_syntax : *syntax) {
    auto path = bind_path(path_syntax, kind, context);
    if (!path) return std::unexpected(std::move(path.error()));
    paths.push_back(std::move(*path));
  }
  std::vector<const DocumentPath*> pointers;
  pointers.reserve(paths.size());
  for (const DocumentPath& path : paths) pointers.push_back(&path);
  if (auto disjoint = check_paths_disjoint(pointers, kind); !disjoint) {
    return std::unexpected(std::move(disjoint.error()));
  }
  return ProjectionPaths(std::move(paths));
}

}  // namespace dynamodb
