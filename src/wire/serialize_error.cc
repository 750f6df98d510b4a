// {"__type":"…#…Exception","message":"…"}, as the service spells it error by error.
#include "wire/item_text.h"
#include "wire/serialize.h"

namespace wire {
namespace {

using dynamodb::ErrorCode;

// Errors of DynamoDB's model have its namespace; the framework in front of it has others.
std::string_view type_prefix(ErrorCode code) {
  switch (code) {
    case ErrorCode::validation:
      return "com.amazon.coral.validate#";
    case ErrorCode::throttling:
      return "com.amazon.coral.availability#";
    case ErrorCode::serialization:
    case ErrorCode::unknown_operation:
    case ErrorCode::access_denied:
    case ErrorCode::missing_authentication_token:
    case ErrorCode::unrecognized_client:
    case ErrorCode::incomplete_signature:
    case ErrorCode::invalid_signature:
    case ErrorCode::expired_token:
      return "com.amazon.coral.service#";
    default:
      return "com.amazonaws.dynamodb.v20120810#";
  }
}

// The model's own spelling, and the framework's in two of its errors.
std::string_view message_member(ErrorCode code) {
  switch (code) {
    case ErrorCode::transaction_canceled:
    case ErrorCode::transaction_in_progress:
    case ErrorCode::idempotent_parameter_mismatch:
    case ErrorCode::serialization:
    case ErrorCode::access_denied:
      return "Message";
    default:
      return "message";
  }
}

void write_reason(const dynamodb::CancellationReason& reason, JsonText& out) {
  out.begin_object().member("Code", reason.code);
  if (!reason.message.empty()) out.member("Message", reason.message);
  if (reason.item) {
    out.raw_key("Item");
    write_map(reason.item->item, out);
  }
  out.end_object();
}

}  // namespace

std::string serialize(const dynamodb::Error& error) {
  JsonText out;
  out.begin_object().raw_key("__type");
  out.plain_string(std::string(type_prefix(error.code)).append(error_name(error.code)));
  if (!error.message.empty()) out.member(message_member(error.code), error.message);
  if (error.item) {
    out.raw_key("Item");
    write_map(error.item->item, out);
  }
  if (!error.cancellation_reasons.empty()) {
    out.raw_key("CancellationReasons").begin_array();
    for (const dynamodb::CancellationReason& reason : error.cancellation_reasons) {
      write_reason(reason, out);
    }
    out.end_array();
  }
  return std::move(out.end_object()).take();
}

}  // namespace wire
