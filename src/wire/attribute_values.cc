#include "wire/attribute_values.h"

#include <array>
#include <cstdint>
#include <utility>

#include "dynamodb/limits.h"
#include "wire/base64.h"

namespace wire {
namespace {

namespace errors = dynamodb::errors;
using dynamodb::AttributeMap;
using dynamodb::AttributeType;
using dynamodb::AttributeValue;

constexpr std::array value_type_names{
    Name{"S", AttributeType::string},      Name{"N", AttributeType::number},      Name{"B", AttributeType::binary},
    Name{"BOOL", AttributeType::boolean},  Name{"NULL", AttributeType::null},     Name{"L", AttributeType::list},
    Name{"M", AttributeType::map},         Name{"SS", AttributeType::string_set}, Name{"NS", AttributeType::number_set},
    Name{"BS", AttributeType::binary_set},
};

std::optional<AttributeType> type_named(std::string_view text) {
  for (const auto& name : value_type_names) {
    if (name.text == text) return name.value;
  }
  return std::nullopt;
}

// Reads values and keeps the first thing that is wrong with one of them. JSON's depth bounds the recursion
// (json::depth_max), the levels of a value bound it sooner.
class ValueReader {
 public:
  [[nodiscard]] AttributeMap map(const Field& field) {
    AttributeMap map;
    field.map("AttributeValue", [&](std::string_view name, const Field& value) {
      // Bodies mostly come sorted, or short.
      map.insert_or_assign(map.end(), std::string(name), read(value));
    });
    return map;
  }

  [[nodiscard]] AttributeValue read(const Field& field) {
    if (!field.present()) {
      invalid(errors::empty_attribute_value());
      return {};
    }
    if (!field.structure("AttributeValue")) return {};
    AttributeValue value;
    std::uint32_t types = 0;  // a bit for each type that is given
    for (const auto& [name, content] : *field.json()->get_if<json::Object>()) {
      const std::optional<AttributeType> type = type_named(name);
      if (!type || content.get_if<json::Null>() != nullptr) continue;
      types |= 1U << static_cast<unsigned>(*type);
      value = read_as(*type, field[name]);
    }
    if (types == 0) {
      invalid(errors::empty_attribute_value());
    } else if ((types & (types - 1)) != 0) {
      invalid(errors::attribute_value_of_several_types());
    }
    return value;
  }

  [[nodiscard]] std::optional<dynamodb::Error>& error() { return error_; }

 private:
  void invalid(dynamodb::Error error) {
    if (!error_) error_ = std::move(error);
  }
  template <class T>
  AttributeValue taken(dynamodb::Result<T> result) {
    if (result) return AttributeValue(*std::move(result));
    invalid(std::move(result.error()));
    return {};
  }

  AttributeValue read_as(AttributeType type, const Field& field) {
    switch (type) {
      case AttributeType::string:
        return field.text_view().value_or("");
      case AttributeType::number:
        if (const auto text = field.text_view()) return taken(dynamodb::Number::parse(*text));
        return {};
      case AttributeType::binary:
        return dynamodb::Binary{field.binary().value_or("")};
      case AttributeType::boolean:
        return AttributeValue::boolean(field.boolean().value_or(false));
      case AttributeType::null:
        if (!field.boolean().value_or(true)) invalid(errors::null_attribute_value_false());
        return dynamodb::Null{};
      case AttributeType::list:
      case AttributeType::map:
        return read_nested(type, field);
      case AttributeType::string_set:
        return read_set<std::string>(field, "string", [](const Field& member) { return member.text(); });
      case AttributeType::number_set:
        return read_set<dynamodb::Number>(field, "number", [this](const Field& member) { return read_number(member); });
      case AttributeType::binary_set:
        return read_set<dynamodb::Binary>(field, "binary", [](const Field& member) -> std::optional<dynamodb::Binary> {
          if (auto bytes = member.binary()) return dynamodb::Binary{*std::move(bytes)};
          return std::nullopt;
        });
    }
    return {};
  }

  AttributeValue read_nested(AttributeType type, const Field& field) {
    if (level_ == dynamodb::limits::nesting_levels_max) {
      invalid(errors::nested_too_deeply());
      return {};
    }
    ++level_;
    AttributeValue value;
    if (type == AttributeType::map) {
      value = map(field);
    } else {
      dynamodb::List list;
      field.list({}, [&](const Field& element) { list.push_back(read(element)); });
      value = std::move(list);
    }
    --level_;
    return value;
  }

  std::optional<dynamodb::Number> read_number(const Field& field) {
    const auto text = field.text_view();
    if (!text) return std::nullopt;
    dynamodb::Result<dynamodb::Number> number = dynamodb::Number::parse(*text);
    if (number) return *number;
    invalid(std::move(number.error()));
    return std::nullopt;
  }

  template <class Member, class Read>
  AttributeValue read_set(const Field& field, std::string_view kind, Read read_member) {
    std::vector<Member> members;
    bool complete = true;
    field.list({}, [&](const Field& element) {
      if (!element.present()) invalid(errors::null_in_set(kind));
      std::optional<Member> member = read_member(element);
      complete = complete && member.has_value();
      if (member) members.push_back(*std::move(member));
    });
    return complete ? taken(dynamodb::make_set(std::move(members))) : AttributeValue();
  }

  std::optional<dynamodb::Error> error_;
  std::size_t level_ = 0;  // how many lists and maps are open
};

std::optional<std::map<std::string, std::string, std::less<>>> names_of(const Field& field) {
  std::map<std::string, std::string, std::less<>> names;
  const bool given = field.map("java.lang.String", [&](std::string_view placeholder, const Field& name) {
    if (auto text = name.text()) names.insert_or_assign(std::string(placeholder), *std::move(text));
  });
  return given ? std::optional(std::move(names)) : std::nullopt;
}

// The service puts "The provided starting key is invalid: " before some texts and not before these.
bool stands_alone_for_starting_key(std::string_view message) {
  for (const std::string_view part :
       {"contains duplicates", "number set", "numeric value", "significant digits", "number with magnitude"}) {
    if (message.find(part) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::optional<AttributeMap> attribute_map(const Field& field) {
  if (!field.present()) return std::nullopt;
  ValueReader reader;
  AttributeMap map = reader.map(field);
  if (reader.error()) field.faults().invalid(*std::move(reader.error()));
  return map;
}

std::optional<AttributeValue> attribute_value(const Field& field) {
  if (!field.present()) return std::nullopt;
  ValueReader reader;
  AttributeValue value = reader.read(field);
  if (reader.error()) field.faults().invalid(*std::move(reader.error()));
  return value;
}

std::optional<dynamodb::Key> exclusive_start_key(const Field& request) {
  const Field field = request["ExclusiveStartKey"];
  if (!field.present()) return std::nullopt;
  ValueReader reader;
  dynamodb::Key key = reader.map(field);
  if (auto& error = reader.error()) {
    field.faults().invalid(stands_alone_for_starting_key(error->message)
                               ? *std::move(error)
                               : errors::invalid_starting_key(error->message));
  }
  return key;
}

dynamodb::ExpressionAttributes expression_attribute_names(const Field& request) {
  return {.names = names_of(request["ExpressionAttributeNames"]), .values = std::nullopt};
}

dynamodb::ExpressionAttributes expression_attributes(const Field& request) {
  dynamodb::ExpressionAttributes attributes = expression_attribute_names(request);
  const Field field = request["ExpressionAttributeValues"];
  AttributeMap values;
  const bool given = field.map("AttributeValue", [&](std::string_view placeholder, const Field& value) {
    ValueReader reader;
    values.insert_or_assign(std::string(placeholder), reader.read(value));
    if (const auto& error = reader.error()) {
      field.faults().invalid(errors::invalid_expression_attribute_value(error->message, placeholder));
    }
  });
  if (given) attributes.values = std::move(values);
  return attributes;
}

}  // namespace wire
