#include <algorithm>
#include <array>

#include "api/embedded_files.h"
#include "api/errors.h"
#include "api/file_response.h"
#include "api/handlers.h"
#include "api/responses.h"
#include "api/text.h"
#include "json/writer.h"

namespace api::handlers {
namespace {

// What /docs/{file} gives out; the pages themselves are at / and /docs.
constexpr std::array<std::string_view, 6> documentation_files = {"documentation.js",       "documentation.css",
                                                                 "swagger-ui.css",         "swagger-ui-bundle.js",
                                                                 "swagger-ui-license.txt", "favicon.svg"};

http::Response embedded_file(std::string_view name, const http::Request& request) {
  const auto* file = find_embedded_file(name);
  if (file == nullptr) return errors::no_such_route();
  return file_response({.content_type = file->content_type, .content = file->content, .entity_tag = file->entity_tag},
                       request);
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

Answer root(const Service& service, const http::Request& request, const http::PathParameters& path) {
  http::Response response;
  if (accepts_html(request.headers.find("Accept"))) {
    response = co_await web_page(service, request, path);
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
  const auto varies = response.headers.find("Vary");  // of the page: with its compression
  response.headers.set("Vary", varies ? "Accept, " + std::string(*varies) : "Accept");
  co_return response;
}

Answer openapi(const Service&, const http::Request& request, const http::PathParameters&) {
  co_return embedded_file("openapi.json", request);
}

Answer documentation(const Service&, const http::Request& request, const http::PathParameters&) {
  co_return embedded_file("documentation.html", request);
}

Answer documentation_file(const Service&, const http::Request& request, const http::PathParameters& path) {
  if (std::ranges::count(documentation_files, path.at(0)) == 0) co_return errors::no_such_route();
  co_return embedded_file(path.at(0), request);
}

}  // namespace api::handlers
