#include "operations/json_elements.h"

#include <fmt/format.h>

#include <algorithm>

#include "operations/limits.h"

namespace operations {
namespace {

using Next = std::expected<std::optional<JsonElement>, InputError>;

}  // namespace

Next JsonElementReader::fail(std::string_view problem) const {
  return std::unexpected(InputError{line_, fmt::format("this is not the JSON of an export: {}.", problem)});
}

void JsonElementReader::skip_space() {
  while (position_ < text_.size()) {
    const char character = text_[position_];
    if (character == '\n') ++line_;
    if (character != ' ' && character != '\n' && character != '\r' && character != '\t') return;
    ++position_;
  }
}

bool JsonElementReader::accept(char character) {
  skip_space();
  if (position_ >= text_.size() || text_[position_] != character) return false;
  ++position_;
  return true;
}

std::optional<std::string_view> JsonElementReader::take_string() {
  if (!accept('"')) return std::nullopt;
  const std::size_t begin = position_;
  const std::size_t end = text_.find('"', begin);
  // The names that matter have no escapes; one that has is an unknown name.
  if (end == std::string_view::npos || end - begin > limits::short_cell_bytes_max) return std::nullopt;
  position_ = end + 1;
  return text_.substr(begin, end - begin);
}

std::string_view JsonElementReader::take_value() {
  const std::size_t begin = position_;
  const std::string_view rest = text_.substr(begin, limits::json_element_bytes_max);
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t length = 0; length < rest.size(); ++length) {
    const char character = rest[length];
    if (in_string) {
      if (character == '\\') ++length;
      in_string = character != '"';
      continue;
    }
    if (character == '"') {
      in_string = true;
    } else if (character == '{' || character == '[') {
      ++depth;
    } else if (character == ',' || character == '}' || character == ']') {
      if (depth == 0) {
        position_ += length;
        line_ += static_cast<std::size_t>(std::ranges::count(rest.substr(0, length), '\n'));
        return rest.substr(0, length);
      }
      depth -= character != ',';
    }
  }
  return {};
}

Next JsonElementReader::next() {
  if (state_ == State::start) {
    if (!accept('{')) return fail("it does not begin with {");
    state_ = State::member;
  }
  if (state_ == State::elements) return next_element();
  if (state_ == State::member) return next_member();
  return std::optional<JsonElement>{};
}

Next JsonElementReader::next_member() {
  if (accept('}')) {
    skip_space();
    if (position_ != text_.size()) return fail("something follows after its end");
    state_ = State::end;
    return std::optional<JsonElement>{};
  }
  if (!first_ && !accept(',')) return fail("a comma or } is missing, or the file is cut off");
  first_ = false;
  const auto name = take_string();
  if (!name || !accept(':')) return fail("the name of a member is missing, or the file is cut off");
  member_ = *name;
  if (accept('[')) {
    state_ = State::elements;
    first_ = true;
    return next_element();
  }
  skip_space();
  const std::size_t line = line_;
  const std::string_view value = take_value();
  if (value.empty()) return fail("a value is missing, cut off or too long");
  return JsonElement{member_, value, line, false};
}

Next JsonElementReader::next_element() {
  if (accept(']')) {
    state_ = State::member;
    first_ = false;
    return next_member();
  }
  if (!first_ && !accept(',')) return fail("a comma or ] is missing, or the file is cut off");
  first_ = false;
  skip_space();
  const std::size_t line = line_;
  const std::string_view value = take_value();
  if (value.empty()) return fail("a value is missing, cut off or too long");
  return JsonElement{member_, value, line, true};
}

}  // namespace operations
