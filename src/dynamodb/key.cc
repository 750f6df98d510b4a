#include "dynamodb/key.h"

#include <algorithm>
#include <stdexcept>
#include <variant>

#include "dynamodb/errors.h"
#include "dynamodb/item_size.h"
#include "dynamodb/limits.h"

namespace dynamodb {
namespace {

AttributeType attribute_type(ScalarType type) {
  switch (type) {
    case ScalarType::string:
      return AttributeType::string;
    case ScalarType::number:
      return AttributeType::number;
    case ScalarType::binary:
      break;
  }
  return AttributeType::binary;
}

bool has_type(const AttributeValue& value, ScalarType type) {
  return value.type() == attribute_type(type);
}

// Of a value that may be a key: strings and binaries count as they are, numbers are always short enough.
std::size_t key_value_bytes(const AttributeValue& value) {
  return value.type() == AttributeType::number ? 1 : value_size_bytes(value);
}

enum class KeyRole { partition, sort };

std::size_t key_bytes_max(KeyRole role) {
  return role == KeyRole::partition ? limits::partition_key_bytes_max : limits::sort_key_bytes_max;
}

// The value of a key attribute of the table, of the declared type.
Result<void> validate_key_value(std::string_view attribute, const AttributeValue& value, KeyRole role) {
  const std::size_t size_bytes = key_value_bytes(value);
  if (size_bytes == 0) {
    return std::unexpected(errors::empty_key_value(attribute, value.type()));
  }
  if (size_bytes > key_bytes_max(role)) {
    return std::unexpected(role == KeyRole::partition ? errors::partition_key_too_long() : errors::sort_key_too_long());
  }
  return {};
}

// Calls visit(attribute, role) for each attribute; stops at the first error.
template <class Visit>
Result<void> for_each_key_attribute(const KeySchema& schema, Visit visit) {
  Result<void> result = visit(schema.partition_key, KeyRole::partition);
  for (const std::string& attribute : schema.more_partition_keys) {
    if (result) result = visit(attribute, KeyRole::partition);
  }
  if (result && schema.sort_key) {
    result = visit(*schema.sort_key, KeyRole::sort);
  }
  for (const std::string& attribute : schema.more_sort_keys) {
    if (result) result = visit(attribute, KeyRole::sort);
  }
  return result;
}

Result<void> validate_item_key(const TableDefinition& table, const Item& item) {
  return for_each_key_attribute(table.key_schema, [&](const std::string& attribute, KeyRole role) -> Result<void> {
    const auto found = item.find(attribute);
    if (found == item.end()) {
      return std::unexpected(errors::missing_key(attribute));
    }
    const ScalarType type = key_type(table, attribute);
    if (!has_type(found->second, type)) {
      return std::unexpected(errors::key_type_mismatch(attribute, type, found->second.type()));
    }
    return validate_key_value(attribute, found->second, role);
  });
}

enum class Write { put, update };

Result<void> validate_index_key_value(const IndexDefinition& index, const std::string& attribute, ScalarType type,
                                      const AttributeValue& value, KeyRole role, Write write) {
  if (!has_type(value, type)) {
    return std::unexpected(errors::index_key_type_mismatch(attribute, type, value.type(), index.name));
  }
  const std::size_t size_bytes = key_value_bytes(value);
  if (size_bytes == 0) {
    return std::unexpected(write == Write::put ? errors::empty_index_key_value(attribute, value.type(), index.name)
                                               : errors::updated_index_key_empty(value.type()));
  }
  if (size_bytes > key_bytes_max(role)) {
    return std::unexpected(errors::index_key_too_long(attribute, size_bytes, key_bytes_max(role), index.name));
  }
  return {};
}

// The index keys that `item` has. With `before`, only those that differ from it: an update that leaves one alone is
// not refused because of it.
Result<void> validate_index_keys(const TableDefinition& table, const Item& item, const Item* before) {
  const IndexDefinition* first_offended = nullptr;
  Result<void> result;
  const auto check = [&](const IndexDefinition& index) {
    if (first_offended != nullptr && first_offended->name <= index.name) {
      return;  // of several, the service names the index that is first by name
    }
    Result<void> of_index =
        for_each_key_attribute(index.key_schema, [&](const std::string& attribute, KeyRole role) -> Result<void> {
          const auto found = item.find(attribute);
          if (found == item.end()) {
            return {};  // not in this index
          }
          if (before != nullptr) {
            const auto old = before->find(attribute);
            if (old != before->end() && old->second == found->second) {
              return {};
            }
          }
          return validate_index_key_value(index, attribute, key_type(table, attribute), found->second, role,
                                          before == nullptr ? Write::put : Write::update);
        });
    if (!of_index) {
      first_offended = &index;
      result = std::move(of_index);
    }
  };
  std::ranges::for_each(table.global_secondary_indexes, check);
  std::ranges::for_each(table.local_secondary_indexes, check);
  return result;
}

Result<void> validate_name(const std::string& name) {
  if (name.empty()) {
    return std::unexpected(errors::empty_attribute_name());
  }
  if (name.size() > limits::attribute_name_bytes_max) {
    return std::unexpected(errors::attribute_name_too_long());
  }
  return {};
}

Result<void> validate_map(const AttributeMap& map, std::size_t depth);

// `depth` is the number of lists and maps around the value.
class ValueValidator {
 public:
  explicit ValueValidator(std::size_t depth) : depth_(depth) {}

  [[nodiscard]] Result<void> validate(const AttributeValue& value) const {
    if (depth_ >= limits::nesting_levels_max) {
      return std::unexpected(errors::nested_too_deeply());
    }
    return std::visit(*this, value.variant());
  }

  Result<void> operator()(const StringSet& set) const {
    if (set.values.empty()) {
      return std::unexpected(errors::empty_string_set());
    }
    if (std::ranges::adjacent_find(set.values) != set.values.end()) {
      return std::unexpected(errors::duplicate_in_string_set(set.values));
    }
    return {};
  }
  Result<void> operator()(const NumberSet& set) const {
    if (set.values.empty()) {
      return std::unexpected(errors::empty_number_set());
    }
    if (std::ranges::adjacent_find(set.values) != set.values.end()) {
      return std::unexpected(errors::duplicate_in_number_set());
    }
    return {};
  }
  Result<void> operator()(const BinarySet& set) const {
    if (set.values.empty()) {
      return std::unexpected(errors::empty_binary_set());
    }
    if (std::ranges::adjacent_find(set.values) != set.values.end()) {
      return std::unexpected(errors::duplicate_in_binary_set(set.values));
    }
    return {};
  }
  Result<void> operator()(const List& list) const {
    const ValueValidator inside(depth_ + 1);
    for (const AttributeValue& element : list) {
      if (Result<void> result = inside.validate(element); !result) {
        return result;
      }
    }
    return {};
  }
  Result<void> operator()(const AttributeMap& map) const { return validate_map(map, depth_ + 1); }
  template <class Scalar>
  Result<void> operator()(const Scalar&) const {
    return {};
  }

 private:
  std::size_t depth_;
};

Result<void> validate_map(const AttributeMap& map, std::size_t depth) {
  const ValueValidator inside(depth);
  for (const auto& [name, value] : map) {
    if (Result<void> result = validate_name(name); !result) {
      return result;
    }
    if (Result<void> result = inside.validate(value); !result) {
      return result;
    }
  }
  return {};
}

// The limit of an item is also that of the item and its entries in the local indexes together.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items
bool fits_with_local_entries(const TableDefinition& table, const Item& item) {
  std::size_t bytes = item_size_bytes(item);
  // No entry is larger than its item.
  if (bytes * (1 + table.local_secondary_indexes.size()) <= limits::item_size_bytes_max) {
    return true;
  }
  for (const IndexDefinition& index : table.local_secondary_indexes) {
    if (is_in_index(table, index, item)) {
      bytes += item_size_bytes(project_to_index(table, index, item));
    }
  }
  return bytes <= limits::item_size_bytes_max;
}

}  // namespace

ScalarType key_type(const TableDefinition& table, std::string_view attribute) {
  const auto found = std::ranges::find(table.attribute_definitions, attribute, &AttributeDefinition::name);
  if (found == table.attribute_definitions.end()) {
    throw std::logic_error("a key attribute has no definition");
  }
  return found->type;
}

Result<void> validate_key(const TableDefinition& table, const Key& key) {
  const KeySchema& schema = table.key_schema;
  if (key.size() != (schema.sort_key ? 2U : 1U)) {
    return std::unexpected(errors::key_does_not_match_schema());
  }
  return for_each_key_attribute(schema, [&](const std::string& attribute, KeyRole role) -> Result<void> {
    const auto found = key.find(attribute);
    if (found == key.end() || !has_type(found->second, key_type(table, attribute))) {
      return std::unexpected(errors::key_does_not_match_schema());
    }
    return validate_key_value(attribute, found->second, role);
  });
}

Result<void> validate_item(const TableDefinition& table, const Item& item) {
  if (Result<void> result = validate_values(item); !result) {
    return result;
  }
  if (item_size_bytes(item) > limits::item_size_bytes_max) {
    return std::unexpected(errors::item_too_large());
  }
  if (Result<void> result = validate_item_key(table, item); !result) {
    return result;
  }
  if (Result<void> result = validate_index_keys(table, item, nullptr); !result) {
    return result;
  }
  if (!fits_with_local_entries(table, item)) {
    return std::unexpected(errors::item_too_large());
  }
  return {};
}

Result<void> validate_updated_item(const TableDefinition& table, const Item& before, const Item& after) {
  if (Result<void> result = validate_values(after); !result) {
    return result;
  }
  if (Result<void> result = validate_index_keys(table, after, &before); !result) {
    return result;
  }
  if (item_size_bytes(after) > limits::item_size_bytes_max || !fits_with_local_entries(table, after)) {
    return std::unexpected(errors::updated_item_too_large());
  }
  return {};
}

Result<void> validate_values(const AttributeMap& values) {
  return validate_map(values, 0);
}

Key key_of(const KeySchema& schema, const Item& item) {
  Key key;
  const auto add = [&](const std::string& attribute) {
    const auto found = item.find(attribute);
    if (found != item.end()) {
      key.insert(*found);
    }
  };
  add(schema.partition_key);
  std::ranges::for_each(schema.more_partition_keys, add);
  if (schema.sort_key) {
    add(*schema.sort_key);
  }
  std::ranges::for_each(schema.more_sort_keys, add);
  return key;
}

bool is_in_index(const TableDefinition& table, const IndexDefinition& index, const Item& item) {
  const auto has_key = [&](const std::string& attribute, KeyRole role) {
    const auto found = item.find(attribute);
    if (found == item.end() || !has_type(found->second, key_type(table, attribute))) {
      return false;
    }
    // An item can be older than the index, and so have a value that a key may not be.
    const std::size_t size_bytes = key_value_bytes(found->second);
    return size_bytes > 0 && size_bytes <= key_bytes_max(role);
  };
  const auto is_partition_key = [&](const std::string& attribute) { return has_key(attribute, KeyRole::partition); };
  const auto is_sort_key = [&](const std::string& attribute) { return has_key(attribute, KeyRole::sort); };
  const KeySchema& schema = index.key_schema;
  return is_partition_key(schema.partition_key) && (!schema.sort_key || is_sort_key(*schema.sort_key)) &&
         std::ranges::all_of(schema.more_partition_keys, is_partition_key) &&
         std::ranges::all_of(schema.more_sort_keys, is_sort_key);
}

Item project_to_index(const TableDefinition& table, const IndexDefinition& index, const Item& item) {
  if (index.projection.type == ProjectionType::all) {
    return item;
  }
  Item projected = key_of(table.key_schema, item);
  projected.merge(key_of(index.key_schema, item));
  if (index.projection.type == ProjectionType::include) {
    for (const std::string& attribute : index.projection.non_key_attributes) {
      const auto found = item.find(attribute);
      if (found != item.end()) {
        projected.insert(*found);
      }
    }
  }
  return projected;
}

}  // namespace dynamodb
