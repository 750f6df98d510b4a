#include <array>

#include "wire/attribute_values.h"
#include "wire/parse_result.h"

namespace wire {
namespace {

using dynamodb::Error;
using dynamodb::ErrorCode;

std::shared_ptr<const dynamodb::AttributeMapBox> item(const Field& field) {
  auto attributes = attribute_map(field);
  if (!attributes) return nullptr;
  return std::make_shared<const dynamodb::AttributeMapBox>(*std::move(attributes));
}

std::string message(const Field& body) {
  // Not value_or: the second is read only where the first is absent.
  if (auto text = body["message"].text()) return *std::move(text);
  return body["Message"].text().value_or("");
}

Error not_an_error_body(int status) {
  constexpr int service_unavailable = 503;
  return status == service_unavailable
             ? dynamodb::errors::unavailable("The store answered with status 503.")
             : dynamodb::errors::internal("The store answered with status " + std::to_string(status) + ".");
}

}  // namespace

Error parse_error(int status, std::string_view body) {
  const auto document = json::parse(body);
  if (!document || document->get_if<json::Object>() == nullptr) return not_an_error_body(status);
  Faults faults;  // an error that can be read in part is still that error
  const Field fields(*document, faults);
  const auto type = fields["__type"].text();
  const auto code = type ? dynamodb::error_code(type->substr(type->find('#') + 1)) : std::nullopt;
  if (!code) return not_an_error_body(status);
  Error error;
  error.code = *code;
  error.message = message(fields);
  fields["CancellationReasons"].list({}, [&](const Field& reason) {
    error.cancellation_reasons.push_back(
        {.code = reason["Code"].text().value_or("None"), .message = message(reason), .item = item(reason["Item"])});
  });
  error.item = item(fields["Item"]);
  return error;
}

}  // namespace wire
