// Boost.JSON's streaming parser drives a handler that builds json::Value. Its own document type is not used, because
// that turns every number into a double or an integer, and we promise the number's text.
#include <boost/json/basic_parser_impl.hpp>

#include "json/value.h"

namespace json {
namespace {

// Keeps one open container per level on the heap, so depth costs no stack.
class Builder {
 public:
  using Text = boost::json::string_view;
  using ErrorCode = boost::json::error_code;

  constexpr static std::size_t max_object_size = SIZE_MAX;
  constexpr static std::size_t max_array_size = SIZE_MAX;
  constexpr static std::size_t max_key_size = SIZE_MAX;
  constexpr static std::size_t max_string_size = SIZE_MAX;

  bool on_document_begin(ErrorCode&) { return true; }
  bool on_document_end(ErrorCode&) { return true; }
  bool on_object_begin(ErrorCode&) {
    open_.emplace_back(Object{});
    return true;
  }
  bool on_object_end(std::size_t, ErrorCode&) { return close(); }
  bool on_array_begin(ErrorCode&) {
    open_.emplace_back(Array{});
    return true;
  }
  bool on_array_end(std::size_t, ErrorCode&) { return close(); }
  bool on_key_part(Text part, std::size_t, ErrorCode&) { return append(part); }
  bool on_key(Text part, std::size_t, ErrorCode&) {
    append(part);
    std::get<Object>(open_.back()).emplace_back(std::move(text_), Value());
    text_.clear();
    return true;
  }
  bool on_string_part(Text part, std::size_t, ErrorCode&) { return append(part); }
  bool on_string(Text part, std::size_t, ErrorCode&) {
    append(part);
    return add(Value(take_text()));
  }
  bool on_number_part(Text part, ErrorCode&) { return append(part); }
  bool on_int64(std::int64_t, Text part, ErrorCode&) { return add_number(part); }
  bool on_uint64(std::uint64_t, Text part, ErrorCode&) { return add_number(part); }
  bool on_double(double, Text part, ErrorCode&) { return add_number(part); }
  bool on_bool(bool value, ErrorCode&) { return add(Value(value)); }
  bool on_null(ErrorCode&) { return add(Value(Null{})); }
  bool on_comment_part(Text, ErrorCode&) { return true; }
  bool on_comment(Text, ErrorCode&) { return true; }

  [[nodiscard]] Value take() { return std::move(root_); }

 private:
  bool append(Text part) {
    text_.append(part.data(), part.size());
    return true;
  }
  std::string take_text() {
    std::string text = std::move(text_);
    text_.clear();
    return text;
  }
  bool add_number(Text part) {
    append(part);
    return add(Value(Number{take_text()}));
  }
  bool add(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (auto* array = std::get_if<Array>(&open_.back())) {
      array->push_back(std::move(value));
    } else {
      std::get<Object>(open_.back()).back().second = std::move(value);
    }
    return true;
  }
  bool close() {
    auto container = std::move(open_.back());
    open_.pop_back();
    return add(std::visit([](auto& content) { return Value(std::move(content)); }, container));
  }

  std::vector<std::variant<Array, Object>> open_;
  std::string text_;  // of a key, string or number that arrives in parts
  Value root_;
};

std::string_view literal_at(std::string_view text, std::size_t position) {
  static constexpr std::string_view literals[] = {"NaN", "Infinity", "-Infinity"};
  for (const auto literal : literals) {
    if (text.substr(std::min(position, text.size())).starts_with(literal)) return literal;
  }
  return {};
}

ParseError error_at(std::string_view text, std::size_t position, const boost::json::error_code& error) {
  if (error == boost::json::error::too_deep) {
    return {position, "The JSON is nested more than " + std::to_string(depth_max) + " levels deep."};
  }
  if (position >= text.size()) return {text.size(), "The JSON ends too early."};
  if (const auto literal = literal_at(text, position); !literal.empty()) {
    return {position, std::string(literal) + " is not a number in JSON."};
  }
  return {position, "The text is not JSON from here on: " + error.message() + "."};
}

}  // namespace

std::expected<Value, ParseError> parse(std::string_view text) {
  static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::size_t skipped = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const std::string_view document = text.substr(skipped);

  boost::json::parse_options options;
  options.max_depth = depth_max;
  boost::json::basic_parser<Builder> parser(options);
  boost::json::error_code error;
  const std::size_t consumed = parser.write_some(false, document.data(), document.size(), error);
  if (!error && consumed < document.size()) error = boost::json::error::extra_data;
  if (error) {
    auto failure = error_at(document, consumed, error);
    failure.position += skipped;
    return std::unexpected(std::move(failure));
  }
  return parser.handler().take();
}

}  // namespace json
