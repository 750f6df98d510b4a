#include "wire/field.h"

#include <charconv>
#include <cmath>

#include "wire/base64.h"

namespace wire {
namespace {

namespace errors = dynamodb::errors;

std::string_view token_of(const json::Value& value) {
  if (const auto* flag = value.get_if<bool>()) return *flag ? "TRUE_VALUE" : "FALSE_VALUE";
  if (const auto* number = value.get_if<json::Number>()) {
    return number->text.find_first_of(".eE") == std::string::npos ? "NUMBER_VALUE" : "DECIMAL_VALUE";
  }
  return "STRING_VALUE";
}

// What the service says of a value where a scalar `type` belongs.
dynamodb::Error not_a_scalar(const json::Value& value, std::string_view type) {
  if (value.get_if<json::Object>() != nullptr) return errors::json_object_unexpected();
  if (value.get_if<json::Array>() != nullptr) {
    return errors::json_array_unexpected("class java.lang." + std::string(type));
  }
  return errors::json_not_convertible(token_of(value), type);
}

std::size_t length_in_characters(std::string_view text) {
  std::size_t length = 0;
  for (const char byte : text) {
    length += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
  }
  return length;
}

bool equals_ignoring_case(std::string_view text, std::string_view upper) {
  if (text.size() != upper.size()) return false;
  for (std::size_t index = 0; index < text.size(); ++index) {
    const char letter = text[index];
    if ((letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter) != upper[index]) return false;
  }
  return true;
}

// As Java reads a number as an integer: a fraction is cut off. What no int64 holds becomes the nearest.
std::int64_t to_integer(std::string_view text) {
  std::int64_t integer = 0;
  const auto exact = std::from_chars(text.data(), text.data() + text.size(), integer);
  if (exact.ec == std::errc() && exact.ptr == text.data() + text.size()) return integer;
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range) {
    const bool tiny = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos;
    value = tiny ? 0 : text.starts_with('-') ? -HUGE_VAL : HUGE_VAL;
  }
  constexpr double bound = 9.2e18;  // just inside int64
  if (value >= bound) return std::numeric_limits<std::int64_t>::max();
  if (value <= -bound) return std::numeric_limits<std::int64_t>::min();
  return static_cast<std::int64_t>(value);
}

}  // namespace

Field::Field(const json::Value* value, const Field& parent, std::string_view name, std::size_t position)
    : value_(value), faults_(parent.faults_), parent_(&parent), name_(name), position_(position), in_map_(true) {
  if (value_ != nullptr && value_->get_if<json::Null>() != nullptr) value_ = nullptr;
}

Field Field::operator[](std::string_view member) const& {
  Field field(value_ == nullptr ? nullptr : value_->find(member), *this, member, 0);
  field.in_map_ = false;
  return field;
}

const Field& Field::required() const {
  if (!present()) violates(std::nullopt, "Member must not be null");
  return *this;
}

std::string Field::path() const {
  if (parent_ == nullptr) return {};
  std::string path = parent_->path();
  if (position_ != 0) return path + "." + std::to_string(position_) + ".member";
  if (in_map_) return path.append(".").append(name_).append(".member");
  if (!path.empty()) path += '.';
  const std::size_t first = path.size();
  path += name_;
  if (char& letter = path[first]; letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return path;
}

void Field::violates(std::optional<std::string> value, std::string constraint) const {
  faults_->violation({.value = std::move(value), .member = path(), .constraint = std::move(constraint)});
}

std::optional<std::string_view> Field::text_view(Range length_chars) const {
  if (value_ == nullptr) return std::nullopt;
  const auto* text = value_->get_if<std::string>();
  if (text == nullptr) {
    faults_->unreadable(not_a_scalar(*value_, "String"));
    return std::nullopt;
  }
  if (length_chars.bounded()) {
    const std::size_t length = length_in_characters(*text);
    if (!length_chars.contains(length)) length_violates(length, length_chars, *text);
  }
  return *text;
}

std::optional<std::string> Field::text(Range length_chars) const {
  const std::optional<std::string_view> view = text_view(length_chars);
  return view ? std::optional<std::string>(*view) : std::nullopt;
}

std::optional<bool> Field::boolean() const {
  if (value_ == nullptr) return std::nullopt;
  if (const auto* flag = value_->get_if<bool>()) return *flag;
  if (const auto* text = value_->get_if<std::string>()) {
    for (const std::string_view word : {"TRUE", "1", "YES"}) {
      if (equals_ignoring_case(*text, word)) return true;
    }
    for (const std::string_view word : {"FALSE", "0", "NO"}) {
      if (equals_ignoring_case(*text, word)) return false;
    }
    faults_->unreadable(errors::json_not_a_boolean());
    return std::nullopt;
  }
  faults_->unreadable(not_a_scalar(*value_, "Boolean"));
  return std::nullopt;
}

std::optional<std::int64_t> Field::whole(Range range, std::string_view type) const {
  if (value_ == nullptr) return std::nullopt;
  const auto* number = value_->get_if<json::Number>();
  if (number == nullptr) {
    faults_->unreadable(not_a_scalar(*value_, type));
    return std::nullopt;
  }
  const std::int64_t value = to_integer(number->text);
  if (value < range.min) {
    violates(std::to_string(value), "Member must have value greater than or equal to " + std::to_string(range.min));
  } else if (value > range.max) {
    violates(std::to_string(value), "Member must have value less than or equal to " + std::to_string(range.max));
  }
  return value;
}

std::optional<std::string> Field::binary() const {
  if (value_ == nullptr) return std::nullopt;
  const auto* text = value_->get_if<std::string>();
  if (text == nullptr) {
    const bool is_object = value_->get_if<json::Object>() != nullptr;
    const bool is_array = value_->get_if<json::Array>() != nullptr;
    faults_->unreadable(is_object  ? errors::json_object_unexpected()
                        : is_array ? errors::json_array_unexpected("class java.nio.ByteBuffer")
                                   : errors::base64_not_text());
    return std::nullopt;
  }
  dynamodb::Result<std::string> bytes = base64_decode(*text);
  if (!bytes) {
    faults_->unreadable(std::move(bytes.error()));
    return std::nullopt;
  }
  return *std::move(bytes);
}

dynamodb::Error Field::unexpected_scalar() const {
  if (position_ != 0 && parent_->in_map_) return errors::json_scalar_unexpected_in_nested_list();
  return parent_ == nullptr || position_ != 0 || in_map_ ? errors::json_scalar_unexpected_as_element()
                                                         : errors::json_scalar_unexpected_as_member();
}

bool Field::structure(std::string_view type) const {
  if (value_ == nullptr) return false;
  if (value_->get_if<json::Object>() != nullptr) return true;
  faults_->unreadable(value_->get_if<json::Array>() != nullptr
                          ? errors::json_array_unexpected("class com.amazonaws.dynamodb.v20120810." + std::string(type))
                          : unexpected_scalar());
  return false;
}

const json::Array* Field::array(Range length) const {
  if (value_ == nullptr) return nullptr;
  const auto* elements = value_->get_if<json::Array>();
  if (elements == nullptr) {
    faults_->unreadable(value_->get_if<json::Object>() != nullptr ? errors::json_object_unexpected()
                        : in_map_                                 ? errors::json_scalar_unexpected_in_nested_list()
                                                                  : errors::json_scalar_unexpected_as_member());
    return nullptr;
  }
  // The service shows the whole list, as its server's objects print; the count says the same in less.
  if (!length.contains(elements->size())) {
    length_violates(elements->size(), length,
                    elements->empty() ? "[]" : "[" + std::to_string(elements->size()) + " elements]");
  }
  return elements;
}

const json::Object* Field::object_as_map(std::string_view value_type) const {
  if (value_ == nullptr) return nullptr;
  const auto* members = value_->get_if<json::Object>();
  if (members != nullptr) return members;
  if (value_->get_if<json::Array>() != nullptr) {
    const std::string package =
        value_type.find('.') == std::string_view::npos ? "com.amazonaws.dynamodb.v20120810." : "";
    faults_->unreadable(
        errors::json_array_unexpected("java.util.Map<java.lang.String, " + package + std::string(value_type) + ">"));
  } else {
    faults_->unreadable(position_ != 0 ? errors::json_scalar_unexpected_in_nested_list()
                                       : errors::json_scalar_unexpected_as_member());
  }
  return nullptr;
}

void Field::outside_enumeration(std::string_view given, std::string_view set) const {
  violates(std::string(given), "Member must satisfy enum value set: [" + std::string(set) + "]");
}

void Field::length_violates(std::size_t length, Range range, std::string_view shown) const {
  const bool is_short = static_cast<std::int64_t>(length) < range.min;
  violates(std::string(shown), is_short
                                   ? "Member must have length greater than or equal to " + std::to_string(range.min)
                                   : "Member must have length less than or equal to " + std::to_string(range.max));
}

}  // namespace wire
