#include <algorithm>
#include <array>

#include "api/conditional.h"
#include "api/embedded_files.h"
#include "api/errors.h"
#include "api/handlers.h"
#include "api/responses.h"
#include "api/text.h"
#include "json/writer.h"

namespace api::handlers {
namespace {

// Nothing from other hosts, no script or style written into the page. Swagger UI's icons are data: images.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// What /docs/{file} gives out; the pages themselves are at / and /docs.
constexpr std::array<std::string_view, 6> documentation_files = {"documentation.js",       "documentation.css",
                                                                 "swagger-ui.css",         "swagger-ui-bundle.js",
                                                                 "swagger-ui-license.txt", "favicon.svg"};

http::Response file_response(std::string_view name, const http::Request& request) {
  const auto* file = find_embedded_file(name);
  if (file == nullptr) return errors::no_such_route();
  const auto known = request.headers.find("If-None-Match");
  const bool unchanged = known && matches(parse_for_weak_comparison(*known), file->entity_tag);
  http::Response response = empty_response(unchanged ? 304 : 200);
  response.headers.add("ETag", quoted(file->entity_tag));
  response.headers.add("Cache-Control", "no-cache");
  if (unchanged) return response;
  response.headers.add("Content-Type", std::string(file->content_type));
  if (file->content_type.starts_with("text/html")) {
    response.headers.add("Content-Security-Policy", std::string(content_security_policy));
    response.headers.add("Referrer-Policy", "no-referrer");
  }
  response.static_body = file->content;
  return response;
}

bool accepts_html(std::optional<std::string_view> accept) {
  std::string_view rest = accept.value_or("");
  while (!rest.empty()) {
    const auto range = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(range.size() + 1, rest.size()));
    if (ascii_lower(trim(range.substr(0, range.find(';')))) == "text/html") return true;
  }
  return false;
}

}  // namespace

Answer root(const Service&, const http::Request& request, const http::PathParameters&) {
  http::Response response;
  if (accepts_html(request.headers.find("Accept"))) {
    response = file_response("root.html", request);
  } else {
    json::Writer writer;
    writer.start_object();
    writer.key("name").string("Training Sessions API");
    writer.key("version").string(api_version);
    writer.key("description").string("API for tracking training sessions");
    writer.key("docs").string("/docs");
    writer.end_object();
    response = json_response(200, writer.take());
  }
  response.headers.add("Vary", "Accept");
  co_return response;
}

Answer openapi(const Service&, const http::Request& request, const http::PathParameters&) {
  co_return file_response("openapi.json", request);
}

Answer documentation(const Service&, const http::Request& request, const http::PathParameters&) {
  co_return file_response("documentation.html", request);
}

Answer documentation_file(const Service&, const http::Request& request, const http::PathParameters& path) {
  if (std::ranges::count(documentation_files, path.at(0)) == 0) co_return errors::no_such_route();
  co_return file_response(path.at(0), request);
}

}  // namespace api::handlers
