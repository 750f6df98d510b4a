#include "json/writer.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace json {

struct Writer::Implementation {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

namespace {
// RapidJSON takes no null pointer, not even of an empty text.
const char* start_of(std::string_view text) {
  return text.data() == nullptr ? "" : text.data();
}
rapidjson::SizeType length_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}
}  // namespace

Writer::Writer() : implementation_(std::make_unique<Implementation>()) {}
Writer::~Writer() = default;

Writer& Writer::start_object() {
  implementation_->writer.StartObject();
  return *this;
}
Writer& Writer::end_object() {
  implementation_->writer.EndObject();
  return *this;
}
Writer& Writer::start_array() {
  implementation_->writer.StartArray();
  return *this;
}
Writer& Writer::end_array() {
  implementation_->writer.EndArray();
  return *this;
}
Writer& Writer::key(std::string_view name) {
  implementation_->writer.Key(start_of(name), length_of(name));
  return *this;
}
Writer& Writer::string(std::string_view text) {
  implementation_->writer.String(start_of(text), length_of(text));
  return *this;
}
Writer& Writer::boolean(bool value) {
  implementation_->writer.Bool(value);
  return *this;
}
Writer& Writer::null() {
  implementation_->writer.Null();
  return *this;
}
Writer& Writer::integer(std::int64_t value) {
  implementation_->writer.Int64(value);
  return *this;
}
Writer& Writer::floating(double value) {
  return raw_number(format_double(value));
}
Writer& Writer::raw_number(std::string_view text) {
  implementation_->writer.RawValue(text.data(), text.size(), rapidjson::kNumberType);
  return *this;
}

namespace {

// What is still to be written, so that a document's depth costs heap and no stack.
struct Pending {
  const Array* array = nullptr;
  const Object* object = nullptr;
  std::size_t next = 0;
};

void write_scalar(Writer& writer, const Value& value) {
  if (const auto* number = value.get_if<Number>()) {
    writer.raw_number(number->text);
  } else if (const auto* text = value.get_if<std::string>()) {
    writer.string(*text);
  } else if (const auto* boolean = value.get_if<bool>()) {
    writer.boolean(*boolean);
  } else {
    writer.null();
  }
}

void open_or_write(Writer& writer, const Value& value, std::vector<Pending>& pending) {
  if (const auto* array = value.get_if<Array>()) {
    writer.start_array();
    pending.push_back({.array = array});
  } else if (const auto* object = value.get_if<Object>()) {
    writer.start_object();
    pending.push_back({.object = object});
  } else {
    write_scalar(writer, value);
  }
}

}  // namespace

Writer& Writer::value(const Value& value) {
  std::vector<Pending> pending;
  open_or_write(*this, value, pending);
  while (!pending.empty()) {
    auto& top = pending.back();
    const std::size_t index = top.next++;
    if (top.array != nullptr && index < top.array->size()) {
      open_or_write(*this, (*top.array)[index], pending);
    } else if (top.object != nullptr && index < top.object->size()) {
      key((*top.object)[index].first);
      open_or_write(*this, (*top.object)[index].second, pending);
    } else {
      top.array != nullptr ? end_array() : end_object();
      pending.pop_back();
    }
  }
  return *this;
}

std::string Writer::take() {
  std::string document(implementation_->buffer.GetString(), implementation_->buffer.GetSize());
  implementation_->buffer.Clear();
  implementation_->writer.Reset(implementation_->buffer);
  return document;
}

namespace {
std::string plain_text(std::span<char> buffer, double value) {
  const auto plain = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  std::string result(buffer.data(), plain.ptr);
  if (result.find('.') == std::string::npos) result += ".0";
  return result;
}
}  // namespace

std::string format_double(double value) {
  // Shortest digits that read back the same; Python shows them plain from 1e-4 up to below 1e16.
  constexpr int plain_exponent_min = -4;
  constexpr int plain_exponent_max = 16;
  std::array<char, 32> buffer{};  // the longest: "-2.2250738585072014e-308"
  // Most numbers need no look at their exponent.
  if (constexpr double surely_plain_max = 1e15;
      value == 0 || (std::abs(value) >= 1 && std::abs(value) < surely_plain_max)) {
    return plain_text(buffer, value);
  }
  const auto scientific =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
  const std::string_view text(buffer.data(), scientific.ptr);
  const auto exponent_mark = text.find('e');
  if (exponent_mark == std::string_view::npos) return std::string(text);  // not finite
  int exponent = 0;
  const char* digits = text.data() + exponent_mark + 1;
  std::from_chars(*digits == '+' ? digits + 1 : digits, text.data() + text.size(), exponent);
  if (exponent < plain_exponent_min || exponent >= plain_exponent_max) return std::string(text);
  return plain_text(buffer, value);
}

}  // namespace json
