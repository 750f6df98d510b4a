#include "lambda/event.h"

#include <fmt/format.h>

#include <optional>

#include "json/value.h"
#include "lambda/authorizer.h"
#include "lambda/base64.h"
#include "lambda/members.h"
#include "lambda/target.h"

namespace lambda {
namespace {

constexpr std::size_t names_shown_max = 8;

std::string unknown_event(const json::Value& event) {
  std::string names;
  std::size_t count = 0;
  if (const auto* object = event.get_if<json::Object>(); object != nullptr) {
    for (const auto& [name, value] : *object) {
      if (++count > names_shown_max) break;
      names += fmt::format("{}{}", names.empty() ? "" : ", ", name.substr(0, 40));
    }
  }
  return fmt::format(
      "This event is no HTTP request of a function URL, of an HTTP or REST API, or of a load balancer; {}.",
      names.empty() ? std::string("it has no members") : "it has the members " + names);
}

// One value a name, or a list of them; null and absent are empty.
template <class Take>
void for_each_value(const json::Value* values, Take take) {
  const auto* object = object_of(values);
  if (object == nullptr) return;
  for (const auto& [name, value] : *object) {
    if (const auto text = text_of(&value)) take(name, *text);
    if (const auto* list = value.get_if<json::Array>(); list != nullptr) {
      for (const auto& each : *list) {
        if (const auto text = text_of(&each)) take(name, *text);
      }
    }
  }
}

void add_headers(http::Request& request, const json::Value* headers) {
  for_each_value(headers, [&request](const std::string& name, std::string_view value) {
    request.headers.add(name, std::string(value));
  });
}

// Format 2 takes cookies out of the headers: each is "name=value".
void add_cookies(http::Request& request, const json::Value* cookies) {
  const auto* list = cookies == nullptr ? nullptr : cookies->get_if<json::Array>();
  if (list == nullptr) return;
  std::string line;
  for (const auto& cookie : *list) {
    if (const auto text = text_of(&cookie)) line += fmt::format("{}{}", line.empty() ? "" : "; ", *text);
  }
  if (!line.empty()) request.headers.set("Cookie", std::move(line));
}

void set_target(http::Request& request, std::string_view path, const std::string& encoded_query) {
  request.target = encode_path(path);
  if (!encoded_query.empty()) request.target += "?" + encoded_query;
}

std::expected<void, std::string> set_body(http::Request& request, const json::Value& event) {
  const std::string_view body = text_member(&event, "body").value_or("");
  const auto* encoded = event.find("isBase64Encoded");
  const bool* is_encoded = encoded == nullptr ? nullptr : encoded->get_if<bool>();
  if (is_encoded == nullptr || !*is_encoded) {
    request.body = body;
    return {};
  }
  auto decoded = base64_decode(body);
  if (!decoded) return std::unexpected("The event says that its body is base64, which it is not.");
  request.body = *std::move(decoded);
  return {};
}

// Of the parameters that `multi_value` names, or `single` where the sender knows one value a name only.
std::string query_of(const json::Value& event, bool is_encoded) {
  const json::Value* multi_value = event.find("multiValueQueryStringParameters");
  const json::Value* values = object_of(multi_value) != nullptr ? multi_value : event.find("queryStringParameters");
  std::string query;
  for_each_value(values, [&query, is_encoded](const std::string& name, std::string_view value) {
    if (is_encoded) {
      query += fmt::format("{}{}={}", query.empty() ? "" : "&", name, value);
    } else {
      append_decoded_parameter(query, name, value);
    }
  });
  return is_encoded ? encode_query(query) : query;
}

std::expected<Event, std::string> parse_format_2(const json::Value& event, const json::Value* context) {
  Event result{.request = {}, .sender = Sender::format_2, .is_authorized = is_authorized_in_format_2(context)};
  const json::Value* http = member(context, "http");
  result.request.method = text_member(http, "method").value_or("");
  const auto path = without_stage(*text_member(&event, "rawPath"), text_member(context, "stage").value_or(""));
  set_target(result.request, path, encode_query(text_member(&event, "rawQueryString").value_or("")));
  add_headers(result.request, event.find("headers"));
  add_cookies(result.request, event.find("cookies"));
  result.request.peer = text_member(http, "sourceIp").value_or("");
  if (!result.request.headers.find("Host")) {
    if (const auto domain = text_member(context, "domainName"))
      result.request.headers.add("Host", std::string(*domain));
  }
  if (auto set = set_body(result.request, event); !set) return std::unexpected(set.error());
  return result;
}

std::expected<Event, std::string> parse_format_1(const json::Value& event, const json::Value* context) {
  const bool has_multi_value_headers = object_of(event.find("multiValueHeaders")) != nullptr;
  const bool is_load_balancer = member(context, "elb") != nullptr;
  Event result;
  result.sender = !is_load_balancer         ? Sender::format_1
                  : has_multi_value_headers ? Sender::load_balancer_multi_value
                                            : Sender::load_balancer;
  result.is_authorized = !is_load_balancer && is_authorized_in_format_1(context);
  result.request.method = *text_member(&event, "httpMethod");
  std::string_view path = *text_member(&event, "path");
  // HTTP APIs name the format, and their paths begin with the stage; REST APIs do neither.
  if (event.find("version") != nullptr) path = without_stage(path, text_member(context, "stage").value_or(""));
  // "If the query parameters are URL-encoded, the load balancer does not decode them"; API Gateway does.
  set_target(result.request, path, query_of(event, is_load_balancer));
  add_headers(result.request, event.find(has_multi_value_headers ? "multiValueHeaders" : "headers"));
  result.request.peer = text_member(member(context, "identity"), "sourceIp").value_or("");
  if (is_load_balancer) result.request.peer = result.request.headers.find("X-Forwarded-For").value_or("");
  if (auto set = set_body(result.request, event); !set) return std::unexpected(set.error());
  return result;
}

}  // namespace

std::expected<Event, std::string> parse_event(std::string_view payload) {
  const auto event = json::parse(payload);
  if (!event) return std::unexpected("The event is not JSON: " + event.error().message);
  const json::Value* context = event->find("requestContext");
  if (text_member(&*event, "rawPath") && text_member(member(context, "http"), "method")) {
    return parse_format_2(*event, context);
  }
  if (text_member(&*event, "httpMethod") && text_member(&*event, "path")) return parse_format_1(*event, context);
  return std::unexpected(unknown_event(*event));
}

}  // namespace lambda
