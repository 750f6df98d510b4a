#include "wire/item_text.h"

#include <variant>

#include "dynamodb/encoded_reader.h"

namespace wire {
namespace {

using dynamodb::AttributeType;
using dynamodb::AttributeValue;
using dynamodb::EncodedReader;

void write_members(EncodedReader& reader, JsonText& out);

void write_value(EncodedReader& reader, JsonText& out) {
  out.begin_object();
  const AttributeType type = reader.read_type();
  out.raw_key(type_descriptor(type));
  switch (type) {
    case AttributeType::string:
      out.string(reader.read_text());
      break;
    case AttributeType::number:
      out.plain_string(reader.read_text());
      break;
    case AttributeType::binary:
      out.base64(reader.read_text());
      break;
    case AttributeType::boolean:
      out.boolean(reader.read_boolean());
      break;
    case AttributeType::null:
      out.boolean(true);
      break;
    case AttributeType::list: {
      EncodedReader inside = reader.read_nested();
      out.begin_array();
      for (std::size_t count = inside.read_count(); count > 0; --count) {
        write_value(inside, out);
      }
      out.end_array();
      break;
    }
    case AttributeType::map: {
      EncodedReader inside = reader.read_nested();
      write_members(inside, out);
      break;
    }
    case AttributeType::string_set:
    case AttributeType::number_set:
    case AttributeType::binary_set: {
      EncodedReader inside = reader.read_nested();
      out.begin_array();
      for (std::size_t count = inside.read_count(); count > 0; --count) {
        type == AttributeType::binary_set ? out.base64(inside.read_text()) : out.string(inside.read_text());
      }
      out.end_array();
      break;
    }
  }
  out.end_object();
}

void write_members(EncodedReader& reader, JsonText& out) {
  out.begin_object();
  for (std::size_t count = reader.read_count(); count > 0; --count) {
    out.key(reader.read_text());
    write_value(reader, out);
  }
  out.end_object();
}

// Values that never were in a store, such as keys.
class ValueWriter {
 public:
  explicit ValueWriter(JsonText& out) : out_(out) {}
  void operator()(const std::string& text) const { out_.string(text); }
  void operator()(const dynamodb::Number& number) const { out_.plain_string(number.to_string()); }
  void operator()(const dynamodb::Binary& binary) const { out_.base64(binary.bytes); }
  void operator()(bool flag) const { out_.boolean(flag); }
  void operator()(dynamodb::Null) const { out_.boolean(true); }
  void operator()(const dynamodb::List& list) const { write_all(list); }
  void operator()(const dynamodb::AttributeMap& map) const { write_map(map, out_); }
  void operator()(const dynamodb::StringSet& set) const { write_all(set.values); }
  void operator()(const dynamodb::NumberSet& set) const { write_all(set.values); }
  void operator()(const dynamodb::BinarySet& set) const { write_all(set.values); }
  void operator()(const AttributeValue& value) const { wire::write_value(value, out_); }

 private:
  template <class T>
  void write_all(const std::vector<T>& members) const {
    out_.begin_array();
    for (const T& member : members) {
      (*this)(member);
    }
    out_.end_array();
  }

  JsonText& out_;
};

}  // namespace

void write_item(const dynamodb::EncodedItem& item, JsonText& out) {
  EncodedReader reader(item.bytes());
  write_members(reader, out);
}

void write_value(const AttributeValue& value, JsonText& out) {
  out.begin_object().raw_key(type_descriptor(value.type()));
  std::visit(ValueWriter(out), value.variant());
  out.end_object();
}

void write_map(const dynamodb::AttributeMap& map, JsonText& out) {
  out.begin_object();
  for (const auto& [name, value] : map) {
    out.key(name);
    write_value(value, out);
  }
  out.end_object();
}

}  // namespace wire
