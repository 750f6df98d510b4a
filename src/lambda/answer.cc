#include "lambda/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "http/ascii.h"
#include "http/response_head.h"
#include "http/utf8.h"
#include "json/writer.h"
#include "lambda/base64.h"

namespace lambda {
namespace {

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return http::equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

bool is_text_type(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find_first_of("; "));
  if (starts_with_ignoring_case(type, "text/") || type.ends_with("+json") || type.ends_with("+xml")) return true;
  constexpr std::string_view others[] = {"application/json", "application/javascript", "application/xml"};
  return std::ranges::any_of(others, [type](std::string_view other) { return http::equal_ignoring_case(type, other); });
}

bool is_text(const http::Response& response, std::string_view body) {
  if (body.empty()) return true;
  const auto encoding = response.headers.find("Content-Encoding");
  if (encoding && !http::equal_ignoring_case(*encoding, "identity")) return false;
  return is_text_type(response.headers.find("Content-Type").value_or("")) && http::is_utf8(body);
}

// In order of their first appearance, each with all its values.
using Grouped = std::vector<std::pair<std::string, std::vector<std::string>>>;

Grouped grouped_headers(const http::Response& response, std::string_view request_id) {
  Grouped grouped;
  for (const auto& [name, value] : response.headers.fields()) {
    const auto found =
        std::ranges::find_if(grouped, [&](const auto& each) { return http::equal_ignoring_case(each.first, name); });
    if (found == grouped.end()) {
      grouped.push_back({name, {value}});
    } else {
      found->second.push_back(value);
    }
  }
  grouped.push_back({"X-Request-Id", {std::string(request_id)}});
  return grouped;
}

void write_list(json::Writer& writer, const std::vector<std::string>& values) {
  writer.start_array();
  for (const auto& value : values) writer.string(value);
  writer.end_array();
}

void write_headers(json::Writer& writer, const Grouped& headers, Sender sender) {
  const bool many = sender == Sender::format_1 || sender == Sender::load_balancer_multi_value;
  const auto is_cookie = [](const std::string& name) { return http::equal_ignoring_case(name, "Set-Cookie"); };
  writer.key(many ? "multiValueHeaders" : "headers").start_object();
  for (const auto& [name, values] : headers) {
    if (many) {
      write_list(writer.key(name), values);
    } else if (!is_cookie(name) || sender == Sender::load_balancer) {
      // Cookies are the one field whose values cannot be joined.
      writer.key(name).string(is_cookie(name) ? values.back() : fmt::format("{}", fmt::join(values, ", ")));
    }
  }
  writer.end_object();
  if (sender != Sender::format_2) return;
  for (const auto& [name, values] : headers) {
    if (is_cookie(name)) write_list(writer.key("cookies"), values);
  }
}

}  // namespace

std::string serialize_answer(const http::Response& response, Sender sender, std::string_view method,
                             std::string_view request_id) {
  std::string_view body = response.static_body ? *response.static_body : std::string_view(response.body);
  if (method == "HEAD" || !http::status_has_body(response.status)) body = {};
  const bool as_text = is_text(response, body);

  json::Writer writer;
  writer.start_object();
  writer.key("statusCode").integer(response.status);
  if (sender == Sender::load_balancer || sender == Sender::load_balancer_multi_value) {
    const auto reason = http::reason_phrase(response.status);
    writer.key("statusDescription").string(fmt::format("{} {}", response.status, reason));
  }
  write_headers(writer, grouped_headers(response, request_id), sender);
  writer.key("isBase64Encoded").boolean(!as_text);
  if (as_text) {
    writer.key("body").string(body);
  } else {
    writer.key("body").string(base64_encode(body));
  }
  writer.end_object();
  return writer.take();
}

}  // namespace lambda
