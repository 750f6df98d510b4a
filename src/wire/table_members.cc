#include "wire/table_members.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "dynamodb/limits.h"
#include "wire/members.h"

namespace wire {

namespace errors = dynamodb::errors;
using dynamodb::AttributeDefinition;
using dynamodb::BillingMode;
using dynamodb::KeySchema;
using dynamodb::Projection;
using dynamodb::ProjectionType;
using dynamodb::ProvisionedThroughput;
using dynamodb::ScalarType;
using dynamodb::StreamViewType;
using dynamodb::TableClass;

namespace {

constexpr std::size_t keys_max = dynamodb::limits::key_schema_elements_max;
constexpr Range attribute_name_length{.min = 1, .max = dynamodb::limits::key_attribute_name_bytes_max};

// The tables are in the order in which the service lists them.
constexpr Name<ScalarType> scalar_types[] = {
    {"B", ScalarType::binary}, {"N", ScalarType::number}, {"S", ScalarType::string}};
constexpr Name<BillingMode> billing_modes[] = {{"PROVISIONED", BillingMode::provisioned},
                                               {"PAY_PER_REQUEST", BillingMode::pay_per_request}};
constexpr Name<TableClass> table_classes[] = {{"STANDARD", TableClass::standard},
                                              {"STANDARD_INFREQUENT_ACCESS", TableClass::standard_infrequent_access}};
constexpr Name<StreamViewType> stream_view_types[] = {{"NEW_IMAGE", StreamViewType::new_image},
                                                      {"OLD_IMAGE", StreamViewType::old_image},
                                                      {"NEW_AND_OLD_IMAGES", StreamViewType::new_and_old_images},
                                                      {"KEYS_ONLY", StreamViewType::keys_only}};
constexpr Name<ProjectionType> projection_types[] = {
    {"ALL", ProjectionType::all}, {"INCLUDE", ProjectionType::include}, {"KEYS_ONLY", ProjectionType::keys_only}};
enum class KeyType { hash, range };
constexpr Name<KeyType> key_types[] = {{"HASH", KeyType::hash}, {"RANGE", KeyType::range}};

std::string text_of(const json::Value& structure, std::string_view member) {
  const json::Value* value = structure.find(member);
  const auto* text = value == nullptr ? nullptr : value->get_if<std::string>();
  return text == nullptr ? "null" : *text;
}

// How the service's server prints the list.
std::string printed(const json::Array& elements) {
  std::string text;
  for (const json::Value& element : elements) {
    text += text.empty() ? "[" : ", ";
    text += "KeySchemaElement(attributeName=" + text_of(element, "AttributeName") +
            ", keyType=" + text_of(element, "KeyType") + ")";
  }
  return text + "]";
}

struct KeyElement {
  std::string name;
  std::optional<KeyType> type;
};
std::vector<KeyElement> key_elements(const Field& field) {
  std::vector<KeyElement> elements;
  field.list({.min = 1}, [&](const Field& element) {
    if (!element.structure("KeySchemaElement")) return;
    std::string name = element["AttributeName"].required().text(attribute_name_length).value_or("");
    elements.push_back({std::move(name), element["KeyType"].required().one_of(key_types)});
  });
  return elements;
}

// The list when it has more than two elements.
const json::Array* too_long(const Field& field) {
  const auto* elements = field.present() ? field.json()->get_if<json::Array>() : nullptr;
  return elements != nullptr && elements->size() > keys_max ? elements : nullptr;
}

}  // namespace

std::string required_table_name(const Field& request) {
  const Field name = request["TableName"];
  // Told before any constraint, as what cannot be read is.
  if (!name.present()) request.faults().unreadable(errors::parameter_required("TableName"));
  return optional_table_name(name).value_or("");
}

std::optional<std::vector<AttributeDefinition>> attribute_definitions(const Field& field) {
  std::vector<AttributeDefinition> definitions;
  const bool given = field.list({}, [&](const Field& element) {
    if (!element.structure("AttributeDefinition")) return;
    std::string name = element["AttributeName"].required().text(attribute_name_length).value_or("");
    const auto type = element["AttributeType"].required().one_of(scalar_types);
    definitions.push_back({std::move(name), type.value_or(ScalarType::string)});
  });
  if (!given) return std::nullopt;
  return definitions;
}

std::optional<BillingMode> billing_mode(const Field& field) {
  return field.one_of(billing_modes);
}

std::optional<ProvisionedThroughput> provisioned_throughput(const Field& field) {
  if (!field.structure("ProvisionedThroughput")) return std::nullopt;
  ProvisionedThroughput throughput;
  throughput.write_capacity_units = field["WriteCapacityUnits"].required().long_integer({.min = 1}).value_or(0);
  throughput.read_capacity_units = field["ReadCapacityUnits"].required().long_integer({.min = 1}).value_or(0);
  return throughput;
}

std::optional<TableClass> table_class(const Field& field) {
  return field.one_of(table_classes);
}

std::optional<StreamViewType> stream_view_type(const Field& field) {
  return field.one_of(stream_view_types);
}

ReadKeySchema key_schema(const Field& field) {
  field.required();
  if (const json::Array* elements = too_long(field)) {
    field.violates(printed(*elements), "Member must have length less than or equal to " + std::to_string(keys_max));
  }
  ReadKeySchema result;
  std::vector<KeyElement> elements = key_elements(field);
  if (elements.empty()) return result;
  if (elements.size() > 1 && elements[1].type == KeyType::hash) result.order_error = errors::second_key_not_range();
  if (elements[0].type == KeyType::range) result.order_error = errors::first_key_not_hash();
  result.schema.partition_key = std::move(elements[0].name);
  if (elements.size() > 1) result.schema.sort_key = std::move(elements[1].name);
  return result;
}

ReadKeySchema global_key_schema(const Field& field) {
  ReadKeySchema result;
  KeySchema& schema = result.schema;
  std::vector<KeyElement> elements = key_elements(field.required());
  if (elements.empty()) return result;
  const auto hash_behind_range =
      std::ranges::adjacent_find(elements, [](const KeyElement& one, const KeyElement& next) {
        return one.type == KeyType::range && next.type == KeyType::hash;
      });
  if (hash_behind_range != elements.end()) result.order_error = errors::hash_key_behind_range_key();
  if (elements[0].type == KeyType::range) result.order_error = errors::first_key_not_hash();
  schema.partition_key = std::move(elements[0].name);
  for (KeyElement& element : elements | std::views::drop(1)) {
    if (element.type != KeyType::range) {
      schema.more_partition_keys.push_back(std::move(element.name));
    } else if (!schema.sort_key) {
      schema.sort_key = std::move(element.name);
    } else {
      schema.more_sort_keys.push_back(std::move(element.name));
    }
  }
  return result;
}

Projection projection(const Field& field) {
  Projection projection;
  if (!field.required().structure("Projection")) return projection;
  const Field type = field["ProjectionType"];
  if (!type.present()) field.faults().invalid(errors::projection_type_missing());
  projection.type = type.one_of(projection_types).value_or(ProjectionType::all);
  field["NonKeyAttributes"].list({.min = 1, .max = dynamodb::limits::non_key_attributes_max}, [&](const Field& name) {
    projection.non_key_attributes.push_back(name.text(attribute_name_length).value_or(""));
  });
  return projection;
}

}  // namespace wire
