#include "endpoint/presented_signature.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "dynamodb/errors.h"
#include "http/ascii.h"

namespace endpoint {
namespace {

using dynamodb::Result;
namespace errors = dynamodb::errors;
using Parameters = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view scheme = "AWS4-HMAC-SHA256";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// "AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…"
Parameters header_parameters(std::string_view authorization) {
  Parameters parameters;
  const auto blank = authorization.find(' ');
  if (blank == std::string_view::npos) return parameters;
  for (const std::string& part : split(authorization.substr(blank + 1), ',')) {
    const std::string_view text = trimmed(part);
    const auto equals = text.find('=');
    if (equals != std::string_view::npos) parameters.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return parameters;
}

std::optional<std::string> value_of(const Parameters& parameters, std::string_view name) {
  const auto found = std::ranges::find(parameters, name, &Parameters::value_type::first);
  if (found == parameters.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> header_of(const http::Request& request, std::string_view name) {
  return request.headers.find(name).transform([](std::string_view value) { return std::string(value); });
}

template <std::size_t count>
std::vector<std::string_view> missing(const Parameters& parameters, const std::array<std::string_view, count>& names) {
  std::vector<std::string_view> result;
  for (const std::string_view name : names) {
    if (!value_of(parameters, name)) result.push_back(name);
  }
  return result;
}

bool is_iso_8601_basic(std::string_view date) {
  if (date.size() != 16 || date[8] != 'T' || date[15] != 'Z') return false;
  return std::ranges::all_of(date.substr(0, 8), http::is_digit) &&
         std::ranges::all_of(date.substr(9, 6), http::is_digit);
}

Result<PresentedSignature> assemble(std::string_view credential, std::string_view signed_headers, std::string signature,
                                    std::string date) {
  auto elements = split(credential, '/');
  if (elements.size() != 5) return std::unexpected(errors::malformed_credential(credential));
  if (!is_iso_8601_basic(date)) return std::unexpected(errors::malformed_signature_date(date));
  return PresentedSignature{
      .access_key_id = std::move(elements[0]),
      .scope = {std::move(elements[1]), std::move(elements[2]), std::move(elements[3]), std::move(elements[4])},
      .signed_headers = split(signed_headers, ';'),
      .signature = std::move(signature),
      .date = std::move(date),
      .session_token = std::nullopt,
      .expires = std::nullopt};
}

Result<PresentedSignature> from_header(const http::Request& request, std::string_view authorization) {
  constexpr std::array<std::string_view, 3> names{"Credential", "Signature", "SignedHeaders"};
  const auto parameters = header_parameters(authorization);
  const auto missing_names = missing(parameters, names);
  const auto date = header_of(request, "X-Amz-Date");
  const std::string_view first_word = authorization.substr(0, authorization.find(' '));
  if (!missing_names.empty() || !date) {
    return std::unexpected(errors::incomplete_authorization_header(missing_names, !date, first_word));
  }
  if (first_word != scheme) return std::unexpected(errors::incomplete_authorization_header({}, false, first_word));
  auto result =
      assemble(value_of(parameters, "Credential").value_or(""), value_of(parameters, "SignedHeaders").value_or(""),
               value_of(parameters, "Signature").value_or(""), *date);
  if (result) result->session_token = header_of(request, "X-Amz-Security-Token");
  return result;
}

Result<PresentedSignature> from_query(const Parameters& parameters) {
  constexpr std::array<std::string_view, 5> names{"X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature",
                                                  "X-Amz-SignedHeaders", "X-Amz-Date"};
  auto missing_names = missing(parameters, names);
  if (missing_names.empty() && value_of(parameters, "X-Amz-Algorithm") != scheme) missing_names = {names[0]};
  if (!missing_names.empty()) return std::unexpected(errors::incomplete_query_signature(missing_names));
  auto result = assemble(
      value_of(parameters, "X-Amz-Credential").value_or(""), value_of(parameters, "X-Amz-SignedHeaders").value_or(""),
      value_of(parameters, "X-Amz-Signature").value_or(""), value_of(parameters, "X-Amz-Date").value_or(""));
  if (!result) return result;
  result->session_token = value_of(parameters, "X-Amz-Security-Token");
  result->expires = value_of(parameters, "X-Amz-Expires");
  return result;
}

bool has_signature(const Parameters& query) {
  return std::ranges::any_of(query, [](const auto& parameter) { return parameter.first.starts_with("X-Amz-"); });
}

}  // namespace

bool is_unsigned(const http::Request& request) {
  return request.headers.find("Authorization").value_or("").empty() &&
         !has_signature(http::parse_query(request.query_string()));
}

std::optional<std::string> claimed_access_key_id(const http::Request& request) {
  auto credential = value_of(header_parameters(request.headers.find("Authorization").value_or("")), "Credential");
  if (!credential) credential = value_of(http::parse_query(request.query_string()), "X-Amz-Credential");
  if (!credential || credential->starts_with('/')) return std::nullopt;
  return credential->substr(0, credential->find('/'));
}

Result<PresentedSignature> presented_signature(const http::Request& request) {
  const auto authorization = request.headers.find("Authorization");
  const auto query = http::parse_query(request.query_string());
  if (authorization && has_signature(query)) return std::unexpected(errors::two_signatures());
  return authorization ? from_header(request, *authorization) : from_query(query);
}

}  // namespace endpoint
