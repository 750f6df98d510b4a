#include "dynamodb/key_schema.h"

#include <algorithm>

namespace dynamodb {

std::vector<std::string> partition_attributes(const KeySchema& schema) {
  std::vector<std::string> names{schema.partition_key};
  names.insert(names.end(), schema.more_partition_keys.begin(), schema.more_partition_keys.end());
  return names;
}

std::vector<std::string> sort_attributes(const KeySchema& schema) {
  std::vector<std::string> names;
  if (schema.sort_key) names.push_back(*schema.sort_key);
  names.insert(names.end(), schema.more_sort_keys.begin(), schema.more_sort_keys.end());
  return names;
}

std::vector<std::string> key_attributes(const KeySchema& schema) {
  std::vector<std::string> names = partition_attributes(schema);
  for (std::string& name : sort_attributes(schema)) names.push_back(std::move(name));
  return names;
}

bool is_key_attribute(const KeySchema& schema, std::string_view name) {
  return schema.partition_key == name || schema.sort_key == name ||
         std::ranges::find(schema.more_partition_keys, name) != schema.more_partition_keys.end() ||
         std::ranges::find(schema.more_sort_keys, name) != schema.more_sort_keys.end();
}

bool has_several_attributes(const KeySchema& schema) {
  return !schema.more_partition_keys.empty() || !schema.more_sort_keys.empty();
}

}  // namespace dynamodb
