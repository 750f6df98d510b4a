#include "http/accept_encoding.h"

#include <string_view>

#include "http/ascii.h"

namespace http {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "gzip", "gzip;q=0.5"; not "gzip;q=0".
bool is_gzip(std::string_view coding) {
  const auto semicolon = coding.find(';');
  if (!equal_ignoring_case(trimmed(coding.substr(0, semicolon)), "gzip")) return false;
  if (semicolon == std::string_view::npos) return true;
  const std::string_view weight = trimmed(coding.substr(semicolon + 1));
  return !weight.starts_with("q=0") || weight.find_first_of("123456789", 3) != std::string_view::npos;
}

}  // namespace

bool accepts_gzip(const Headers& headers) {
  std::string_view codings = headers.find("Accept-Encoding").value_or("");
  while (!codings.empty()) {
    const auto comma = codings.find(',');
    if (is_gzip(codings.substr(0, comma))) return true;
    if (comma == std::string_view::npos) return false;
    codings.remove_prefix(comma + 1);
  }
  return false;
}

}  // namespace http
