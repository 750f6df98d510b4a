#include "dynamodb/table_names.h"

namespace dynamodb {

std::string_view name_of(TableStatus status) {
  switch (status) {
    case TableStatus::creating:
      return "CREATING";
    case TableStatus::updating:
      return "UPDATING";
    case TableStatus::deleting:
      return "DELETING";
    case TableStatus::active:
      break;
  }
  return "ACTIVE";
}

std::string_view name_of(ProjectionType type) {
  switch (type) {
    case ProjectionType::all:
      return "ALL";
    case ProjectionType::keys_only:
      return "KEYS_ONLY";
    case ProjectionType::include:
      break;
  }
  return "INCLUDE";
}

std::string_view name_of(BillingMode mode) {
  return mode == BillingMode::provisioned ? "PROVISIONED" : "PAY_PER_REQUEST";
}

std::string_view name_of(TableClass table_class) {
  return table_class == TableClass::standard ? "STANDARD" : "STANDARD_INFREQUENT_ACCESS";
}

}  // namespace dynamodb
