// RapidCheck generators of DynamoDB's values, for the tests of any room. Everything they make is valid: numbers in
// range, UTF-8 strings, sets without duplicates, nesting far below the limit, items far below 400 KB.
//
//   RC_GTEST_PROP(EncodedItem, round_trips, (const dynamodb::Item& item)) { … }
//   const auto value = *dynamodb::generators::scalar();
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dynamodb/attribute_value.h"
#include "dynamodb/limits.h"
#include "dynamodb/number.h"

namespace dynamodb {

// How RapidCheck prints a failing case; the name is RapidCheck's.
inline void showValue(const Number& number, std::ostream& stream) {  // NOLINT(readability-identifier-naming)
  stream << number.to_string();
}
void showValue(const AttributeValue& value, std::ostream& stream);  // NOLINT(readability-identifier-naming)

namespace generators {

class ValuePrinter {
 public:
  explicit ValuePrinter(std::ostream& stream) : stream_(stream) {}

  void operator()(const std::string& text) const { rc::show(text, stream_); }
  void operator()(const Number& number) const { showValue(number, stream_); }
  void operator()(const Binary& binary) const { rc::show(binary.bytes, stream_); }
  void operator()(bool flag) const { stream_ << (flag ? "true" : "false"); }
  void operator()(Null) const { stream_ << "null"; }
  void operator()(const List& list) const { print_all(list); }
  void operator()(const AttributeMap& map) const {
    stream_ << "{";
    for (const auto& [name, member] : map) {
      rc::show(name, stream_);
      stream_ << ": ";
      showValue(member, stream_);
      stream_ << ", ";
    }
    stream_ << "}";
  }
  void operator()(const StringSet& set) const { print_all(set.values); }
  void operator()(const NumberSet& set) const { print_all(set.values); }
  void operator()(const BinarySet& set) const { print_all(set.values); }
  void operator()(const AttributeValue& nested) const { showValue(nested, stream_); }

 private:
  template <class T>
  void print_all(const std::vector<T>& members) const {
    stream_ << "[";
    for (const T& member : members) {
      (*this)(member);
      stream_ << ", ";
    }
    stream_ << "]";
  }

  std::ostream& stream_;
};

}  // namespace generators

inline void showValue(const AttributeValue& value, std::ostream& stream) {
  stream << type_descriptor(value.type()) << ":";
  std::visit(generators::ValuePrinter(stream), value.variant());
}

namespace generators {

// Up to 38 digits without leading or trailing zero; short ones are as likely as long ones.
inline rc::Gen<std::string> significant_digits() {
  return rc::gen::exec([] {
    const auto count = *rc::gen::oneOf(rc::gen::inRange<std::size_t>(1, 4),
                                       rc::gen::inRange<std::size_t>(1, limits::number_digits_max + 1));
    auto digits = *rc::gen::container<std::string>(count, rc::gen::inRange('0', static_cast<char>('9' + 1)));
    digits.front() = std::max(digits.front(), '1');
    digits.back() = std::max(digits.back(), '1');
    return digits;
  });
}

// Anywhere in the range; small whole numbers, zero and the ends of the range are frequent.
inline rc::Gen<Number> number() {
  const auto anywhere = rc::gen::exec([] {
    const std::string digits = *significant_digits();
    const int magnitude_exponent = *rc::gen::oneOf(
        rc::gen::inRange(-3, 10),
        rc::gen::inRange(limits::number_magnitude_exponent_min, limits::number_magnitude_exponent_max + 1),
        rc::gen::element(limits::number_magnitude_exponent_min, limits::number_magnitude_exponent_max));
    const std::string sign = *rc::gen::element<std::string>("", "-");
    const int exponent = magnitude_exponent - static_cast<int>(digits.size()) + 1;
    return Number::parse(sign + digits + "e" + std::to_string(exponent)).value();
  });
  const auto whole =
      rc::gen::map(rc::gen::inRange<std::int64_t>(-1000, 1000), [](std::int64_t value) { return Number(value); });
  return rc::gen::oneOf(anywhere, whole);
}

// Valid UTF-8 of up to 12 characters of one to four bytes; may be empty.
inline rc::Gen<std::string> text() {
  const auto character = rc::gen::oneOf(
      rc::gen::map(rc::gen::inRange(' ', static_cast<char>('~' + 1)), [](char byte) { return std::string(1, byte); }),
      rc::gen::element<std::string>("\x01", "\xC3\xA9", "\xE2\x82\xAC", "\xEF\xBF\xBF", "\xF0\x9F\x8F\x83"));
  return rc::gen::exec([character] {
    const auto count = *rc::gen::inRange<std::size_t>(0, 13);
    std::string joined;
    for (std::size_t index = 0; index < count; ++index) {
      joined += *character;
    }
    return joined;
  });
}

inline rc::Gen<std::string> non_empty_text() {
  return rc::gen::suchThat(text(), [](const std::string& candidate) { return !candidate.empty(); });
}

// Any bytes, with 0x00 and 0xFF frequent; may be empty.
inline rc::Gen<Binary> binary() {
  const auto byte = rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::element('\x00', '\xFF'));
  return rc::gen::exec([byte] {
    const auto count = *rc::gen::inRange<std::size_t>(0, 13);
    return Binary{*rc::gen::container<std::string>(count, byte)};
  });
}

// From few names, so that two items share some.
inline rc::Gen<std::string> attribute_name() {
  return rc::gen::oneOf(rc::gen::element<std::string>("a", "b", "c", "d", "Name", "Type", "Größe", "x.y", "size"),
                        non_empty_text());
}

// S, N, B, BOOL or NULL.
inline rc::Gen<AttributeValue> scalar() {
  return rc::gen::oneOf(rc::gen::construct<AttributeValue>(text()), rc::gen::construct<AttributeValue>(number()),
                        rc::gen::construct<AttributeValue>(binary()),
                        rc::gen::map(rc::gen::arbitrary<bool>(), AttributeValue::boolean),
                        rc::gen::just(AttributeValue(Null{})));
}

// A value that may be a key: S, N or B, not empty.
inline rc::Gen<AttributeValue> key_value() {
  return rc::gen::oneOf(rc::gen::construct<AttributeValue>(non_empty_text()),
                        rc::gen::construct<AttributeValue>(number()),
                        rc::gen::construct<AttributeValue>(rc::gen::suchThat(
                            binary(), [](const Binary& candidate) { return !candidate.bytes.empty(); })));
}

template <class T>
rc::Gen<std::vector<T>> set_members(const rc::Gen<T>& member) {
  return rc::gen::exec([member] {
    const auto count = *rc::gen::inRange<std::size_t>(1, 5);
    std::vector<T> members;
    members.reserve(count);
    for (std::size_t index = 0; index < count; ++index) {
      members.push_back(*member);
    }
    std::ranges::sort(members);
    members.erase(std::unique(members.begin(), members.end()), members.end());
    return members;
  });
}

// SS, NS or BS.
inline rc::Gen<AttributeValue> set() {
  return rc::gen::oneOf(
      rc::gen::map(set_members(text()),
                   [](std::vector<std::string> members) { return AttributeValue(StringSet{std::move(members)}); }),
      rc::gen::map(set_members(number()),
                   [](std::vector<Number> members) { return AttributeValue(NumberSet{std::move(members)}); }),
      rc::gen::map(set_members(binary()),
                   [](std::vector<Binary> members) { return AttributeValue(BinarySet{std::move(members)}); }));
}

inline rc::Gen<AttributeMap> attribute_map(int levels);

// Of any type; lists and maps at most `levels` deep.
inline rc::Gen<AttributeValue> value(int levels = 3) {
  if (levels <= 0) {
    return rc::gen::oneOf(scalar(), set());
  }
  return rc::gen::exec([levels] {
    switch (*rc::gen::inRange(0, 6)) {
      case 0: {
        const auto count = *rc::gen::inRange<std::size_t>(0, 4);
        List list;
        list.reserve(count);
        for (std::size_t index = 0; index < count; ++index) {
          list.push_back(*value(levels - 1));
        }
        return AttributeValue(std::move(list));
      }
      case 1:
        return AttributeValue(*attribute_map(levels - 1));
      case 2:
        return *set();
      default:
        return *scalar();
    }
  });
}

// 0 to 5 attributes.
inline rc::Gen<AttributeMap> attribute_map(int levels) {
  return rc::gen::exec([levels] {
    const auto count = *rc::gen::inRange<std::size_t>(0, 6);
    AttributeMap map;
    for (std::size_t index = 0; index < count; ++index) {
      const std::string name = *attribute_name();
      map.insert_or_assign(name, *value(levels));
    }
    return map;
  });
}

inline rc::Gen<Item> item() {
  return attribute_map(3);
}

}  // namespace generators
}  // namespace dynamodb

namespace rc {

template <>
struct Arbitrary<dynamodb::Number> {
  static Gen<dynamodb::Number> arbitrary() { return dynamodb::generators::number(); }
};
template <>
struct Arbitrary<dynamodb::AttributeValue> {
  static Gen<dynamodb::AttributeValue> arbitrary() { return dynamodb::generators::value(); }
};
template <>
struct Arbitrary<dynamodb::AttributeMap> {
  static Gen<dynamodb::AttributeMap> arbitrary() { return dynamodb::generators::item(); }
};

}  // namespace rc
