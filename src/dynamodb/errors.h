// Every error of DynamoDB is made here, and its text stands in errors.cc and nowhere else.
// Texts are the service's own where they are known (docs, botocore's recorded answers, DynamoDB Local 3.1.0).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/error.h"

namespace dynamodb::errors {

[[nodiscard]] Error validation(std::string message);
[[nodiscard]] Error conditional_check_failed(std::shared_ptr<const AttributeMapBox> item = nullptr);
[[nodiscard]] Error transaction_canceled(std::vector<CancellationReason> reasons);
[[nodiscard]] Error resource_not_found_table(std::string_view table_name);
[[nodiscard]] Error requested_resource_not_found();
[[nodiscard]] Error resource_in_use(std::string_view table_name);
[[nodiscard]] Error internal(std::string message);
[[nodiscard]] Error unavailable(std::string message);

}  // namespace dynamodb::errors
