// Any text, read as each kind of expression and applied to a fixed item: no crash, no endless loop, no error but
// ValidationException, and no update that changes an attribute it does not name.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "dynamodb/expressions/expression.h"
#include "require.h"

namespace {

using namespace dynamodb;

const ExpressionAttributes& attributes() {
  static const ExpressionAttributes given{{{{"#a", "a"}, {"#n", "hits"}, {"#x", "x.y"}}},
                                          AttributeMap{{":b", Binary{"b"}},
                                                       {":l", List{AttributeValue(Number(1))}},
                                                       {":m", AttributeMap{{"k", Number(2)}}},
                                                       {":n", Number(7)},
                                                       {":s", "text"},
                                                       {":ss", StringSet{{"x", "y"}}},
                                                       {":t", "S"}}};
  return given;
}

const Item& fixed_item() {
  static const Item item{
      {"a", "text"},
      {"hits", Number(3)},
      {"steps", List{AttributeValue("0"), AttributeMap{{"k", Number(1)}}, List{AttributeValue("p")}}},
      {"place", AttributeMap{{"k", Number(1)}, {"deep", AttributeMap{{"z", Null{}}}}}},
      {"tags", StringSet{{"x", "z"}}},
      {"untouched_by_any_name_in_the_corpus", Number(1)}};
  return item;
}

template <class T>
bool parsed_or_refused(const Result<T>& result) {
  if (!result) require(result.error().code == ErrorCode::validation && !result.error().message.empty());
  return result.has_value();
}

void fuzz_update(std::string_view text, ExpressionContext& context) {
  auto update = parse_update(text, context);
  if (!parsed_or_refused(update)) return;
  auto after = update->apply(fixed_item());
  if (!parsed_or_refused(after)) return;
  auto paths = update->written_paths();
  for (const auto& [name, value] : fixed_item()) {
    bool written = false;
    for (const DocumentPath& path : paths) written = written || path.root() == name;
    if (written) continue;
    auto found = after->find(name);
    require(found != after->end() && found->second == value);
  }
  (void)project(*after, paths);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto context = ExpressionContext::create(attributes(), true);
  require(context.has_value());
  for (auto kind : {ExpressionKind::condition, ExpressionKind::filter}) {
    auto condition = parse_condition(text, kind, *context);
    if (!parsed_or_refused(condition)) continue;
    (void)condition->evaluate(fixed_item());
    (void)condition->evaluate({});
    (void)condition->root_names();
  }
  auto projection = parse_projection(text, *context);
  if (parsed_or_refused(projection)) (void)projection->apply(fixed_item());
  parsed_or_refused(
      parse_key_condition(text, {"a", "hits"}, {{"a", ScalarType::string}, {"hits", ScalarType::number}}, *context));
  fuzz_update(text, *context);
  return 0;
}
