#include "endpoint/signature_v4.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "endpoint/digest.h"
#include "http/ascii.h"

namespace endpoint {
namespace {

// RFC 3986's unreserved characters stay.
std::string percent_encoded(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    const bool is_plain = http::is_alphanumeric(letter) || std::string_view("-._~").contains(letter);
    if (is_plain) {
      result += letter;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
  }
  return result;
}

std::string canonical_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> parameters;
  for (const auto& [name, value] : http::parse_query(query)) {
    if (name != "X-Amz-Signature") parameters.emplace_back(percent_encoded(name), percent_encoded(value));
  }
  std::ranges::sort(parameters);
  std::string text;
  for (const auto& [name, value] : parameters) {
    if (!text.empty()) text += '&';
    text += name;
    text += '=';
    text += value;
  }
  return text;
}

// Without blanks at its ends, and one for each run of them within.
void append_collapsed(std::string& text, std::string_view value) {
  bool needs_blank = false;
  bool is_begun = false;
  for (const char letter : value) {
    if (letter == ' ' || letter == '\t') {
      needs_blank = is_begun;
      continue;
    }
    if (needs_blank) text += ' ';
    text += letter;
    needs_blank = false;
    is_begun = true;
  }
}

void append_header(std::string& text, const http::Headers& headers, std::string_view name) {
  text += name;
  text += ':';
  bool is_first = true;
  for (const auto& [field, value] : headers.fields()) {
    if (!http::equal_ignoring_case(field, name)) continue;
    if (!is_first) text += ',';
    append_collapsed(text, value);
    is_first = false;
  }
  text += '\n';
}

std::string scope_text(const SigningScope& scope) {
  return fmt::format("{}/{}/{}/{}", scope.date, scope.region, scope.service, scope.terminator);
}

}  // namespace

std::string canonical_request(const http::Request& request, const std::vector<std::string>& signed_headers) {
  std::string text =
      fmt::format("{}\n{}\n{}\n", request.method, request.path(), canonical_query(request.query_string()));
  for (const std::string& name : signed_headers) append_header(text, request.headers, name);
  text += fmt::format("\n{}\n{}", fmt::join(signed_headers, ";"), to_hexadecimal(sha256(request.body)));
  return text;
}

std::string string_to_sign(std::string_view canonical_request, std::string_view date, const SigningScope& scope) {
  return fmt::format("AWS4-HMAC-SHA256\n{}\n{}\n{}", date, scope_text(scope),
                     to_hexadecimal(sha256(canonical_request)));
}

std::string signature(std::string_view string_to_sign, std::string_view secret_access_key, const SigningScope& scope) {
  const Digest date_key = hmac_sha256(fmt::format("AWS4{}", secret_access_key), scope.date);
  const Digest region_key = hmac_sha256(bytes_of(date_key), scope.region);
  const Digest service_key = hmac_sha256(bytes_of(region_key), scope.service);
  const Digest signing_key = hmac_sha256(bytes_of(service_key), scope.terminator);
  return to_hexadecimal(hmac_sha256(bytes_of(signing_key), string_to_sign));
}

}  // namespace endpoint
