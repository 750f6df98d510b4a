// The web page: one document at every address that the page itself has a view for, and its files beside it.
#include <string>

#include "api/embedded_files.h"
#include "api/errors.h"
#include "api/file_response.h"
#include "api/handlers.h"
#include "web/files.h"

namespace api::handlers {
namespace {

ServedFile served(const web::File& file) {
  return {.content_type = file.content_type,
          .content = file.content,
          .gzip = file.gzip,
          .entity_tag = file.entity_tag,
          .is_immutable = file.path.starts_with("assets/")};
}

http::Response page_file(std::string_view path, const http::Request& request) {
  const auto* file = web::find_file(path);
  return file == nullptr ? errors::no_such_route() : file_response(served(*file), request);
}

}  // namespace

Answer web_page(const Service&, const http::Request& request, const http::PathParameters&) {
  if (web::find_file("index.html") != nullptr) co_return page_file("index.html", request);
  const auto* without_page = find_embedded_file("without_page.html");
  co_return file_response({.content_type = without_page->content_type,
                           .content = without_page->content,
                           .entity_tag = without_page->entity_tag},
                          request);
}

Answer web_page_file(const Service&, const http::Request& request, const http::PathParameters&) {
  co_return page_file(request.path().substr(1), request);
}

Answer web_page_asset(const Service&, const http::Request& request, const http::PathParameters& path) {
  co_return page_file("assets/" + path.at(0), request);
}

}  // namespace api::handlers
