#include "api/file_response.h"

#include <string>

#include "api/conditional.h"
#include "api/responses.h"
#include "http/accept_encoding.h"

namespace api {
namespace {

// Nothing from other hosts, no script or style written into the page. Icons of Swagger UI are data: images.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";
constexpr std::string_view for_a_year = "public, max-age=31536000, immutable";

}  // namespace

http::Response file_response(const ServedFile& file, const http::Request& request) {
  const bool is_compressed = !file.gzip.empty() && http::accepts_gzip(request.headers);
  // Two forms of one file are two representations: each has a tag of its own (RFC 9110, 8.8.3.3).
  const std::string tag = std::string(file.entity_tag) + (is_compressed ? "-gzip" : "");
  const auto known = request.headers.find("If-None-Match");
  const bool is_unchanged = known && matches(parse_for_weak_comparison(*known), tag);
  http::Response response = empty_response(is_unchanged ? 304 : 200);
  response.headers.add("ETag", quoted(tag));
  response.headers.add("Cache-Control", std::string(file.is_immutable ? for_a_year : "no-cache"));
  if (!file.gzip.empty()) response.headers.add("Vary", "Accept-Encoding");
  if (is_unchanged) return response;
  response.headers.add("Content-Type", std::string(file.content_type));
  if (is_compressed) response.headers.add("Content-Encoding", "gzip");
  if (file.content_type.starts_with("text/html")) {
    response.headers.add("Content-Security-Policy", std::string(content_security_policy));
    response.headers.add("Referrer-Policy", "no-referrer");
  }
  response.static_body = is_compressed ? file.gzip : file.content;
  return response;
}

}  // namespace api
