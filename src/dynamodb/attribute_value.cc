#include "dynamodb/attribute_value.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dynamodb/errors.h"

namespace dynamodb {
namespace {

constexpr std::array<std::string_view, 10> type_descriptors{"S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS"};

template <class T>
std::partial_ordering compare_as(const AttributeValue& left, const AttributeValue& right) {
  return *left.get_if<T>() <=> *right.get_if<T>();
}

}  // namespace

AttributeValue::AttributeValue() : value_(Null{}) {}
AttributeValue::AttributeValue(std::string value) : value_(std::move(value)) {}
AttributeValue::AttributeValue(std::string_view value) : value_(std::string(value)) {}
AttributeValue::AttributeValue(const char* value) : value_(std::string(value)) {}
AttributeValue::AttributeValue(Number value) : value_(value) {}
AttributeValue::AttributeValue(Binary value) : value_(std::move(value)) {}
AttributeValue::AttributeValue(Null value) : value_(value) {}
AttributeValue::AttributeValue(List value) : value_(std::move(value)) {}
AttributeValue::AttributeValue(AttributeMap value) : value_(std::move(value)) {}
AttributeValue::AttributeValue(StringSet value) : value_(std::move(value)) {}
AttributeValue::AttributeValue(NumberSet value) : value_(std::move(value)) {}
AttributeValue::AttributeValue(BinarySet value) : value_(std::move(value)) {}
AttributeValue::AttributeValue(const AttributeValue& other) = default;
AttributeValue::AttributeValue(AttributeValue&& other) noexcept = default;
AttributeValue& AttributeValue::operator=(const AttributeValue& other) = default;
AttributeValue& AttributeValue::operator=(AttributeValue&& other) noexcept = default;
AttributeValue::~AttributeValue() = default;

bool operator==(const AttributeValue& left, const AttributeValue& right) {
  return left.value_ == right.value_;
}

std::string_view type_descriptor(AttributeType type) {
  return type_descriptors.at(static_cast<std::size_t>(type));
}

std::partial_ordering compare(const AttributeValue& left, const AttributeValue& right) {
  if (left.type() != right.type()) {
    return std::partial_ordering::unordered;
  }
  switch (left.type()) {
    case AttributeType::string:
      return compare_as<std::string>(left, right);
    case AttributeType::number:
      return compare_as<Number>(left, right);
    case AttributeType::binary:
      return compare_as<Binary>(left, right);
    default:
      return std::partial_ordering::unordered;
  }
}

Result<StringSet> make_set(const std::vector<std::string>& members) {
  if (members.empty()) {
    return std::unexpected(errors::empty_string_set());
  }
  StringSet set{members};
  std::ranges::sort(set.values);
  if (std::ranges::adjacent_find(set.values) != set.values.end()) {
    return std::unexpected(errors::duplicate_in_string_set(members));  // in the order they were sent
  }
  return set;
}

Result<NumberSet> make_set(std::vector<Number> members) {
  if (members.empty()) {
    return std::unexpected(errors::empty_number_set());
  }
  NumberSet set{std::move(members)};
  std::ranges::sort(set.values);
  if (std::ranges::adjacent_find(set.values) != set.values.end()) {
    return std::unexpected(errors::duplicate_in_number_set());
  }
  return set;
}

Result<BinarySet> make_set(const std::vector<Binary>& members) {
  if (members.empty()) {
    return std::unexpected(errors::empty_binary_set());
  }
  BinarySet set{members};
  std::ranges::sort(set.values);
  if (std::ranges::adjacent_find(set.values) != set.values.end()) {
    return std::unexpected(errors::duplicate_in_binary_set(members));
  }
  return set;
}

}  // namespace dynamodb
