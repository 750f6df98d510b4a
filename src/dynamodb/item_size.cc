#include "dynamodb/item_size.h"

#include <variant>

namespace dynamodb {
namespace {

constexpr std::size_t container_bytes = 3;
constexpr std::size_t element_bytes = 1;

struct ValueSize {
  std::size_t operator()(const std::string& text) const { return text.size(); }
  std::size_t operator()(const Number& number) const { return number.size_bytes(); }
  std::size_t operator()(const Binary& binary) const { return binary.bytes.size(); }
  std::size_t operator()(bool) const { return 1; }
  std::size_t operator()(Null) const { return 1; }
  std::size_t operator()(const List& list) const {
    std::size_t size = container_bytes + element_bytes * list.size();
    for (const AttributeValue& element : list) {
      size += value_size_bytes(element);
    }
    return size;
  }
  std::size_t operator()(const AttributeMap& map) const {
    return container_bytes + element_bytes * map.size() + item_size_bytes(map);
  }
  std::size_t operator()(const StringSet& set) const { return sum(set.values); }
  std::size_t operator()(const NumberSet& set) const { return sum(set.values); }
  std::size_t operator()(const BinarySet& set) const { return sum(set.values); }

 private:
  template <class T>
  [[nodiscard]] std::size_t sum(const std::vector<T>& members) const {
    std::size_t size = 0;
    for (const T& member : members) {
      size += (*this)(member);
    }
    return size;
  }
};

}  // namespace

std::size_t value_size_bytes(const AttributeValue& value) {
  return std::visit(ValueSize{}, value.variant());
}

std::size_t item_size_bytes(const Item& item) {
  std::size_t size = 0;
  for (const auto& [name, value] : item) {
    size += name.size() + value_size_bytes(value);
  }
  return size;
}

}  // namespace dynamodb
