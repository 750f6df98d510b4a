#include "api/embedded_files.h"

#include <array>
#include <vector>

#include "api/authorization.h"

namespace api {
namespace {

// Swagger UI is found by --embed-dir, see CMakeLists.txt. In quotes: clang-format tears <a-b> apart.
constexpr unsigned char openapi_json[] = {
#embed "openapi.json"
};
constexpr unsigned char without_page_html[] = {
#embed "pages/without_page.html"
};
constexpr unsigned char documentation_html[] = {
#embed "pages/documentation.html"
};
constexpr unsigned char documentation_js[] = {
#embed "pages/documentation.js"
};
constexpr unsigned char documentation_css[] = {
#embed "pages/documentation.css"
};
constexpr unsigned char swagger_ui_css[] = {
#embed "swagger-ui.css"
};
constexpr unsigned char swagger_ui_bundle_js[] = {
#embed "swagger-ui-bundle.js"
};
constexpr unsigned char swagger_ui_license[] = {
#embed "LICENSE"
};
constexpr unsigned char favicon_svg[] = {
#embed "pages/favicon.svg"
};

EmbeddedFile make(std::string_view name, std::string_view content_type, std::span<const unsigned char> bytes) {
  const std::string_view content(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return {name, content_type, content, to_hexadecimal(sha256(content)).substr(0, 32)};
}

const std::vector<EmbeddedFile>& files() {
  static const std::vector<EmbeddedFile> all = {
      make("openapi.json", "application/json", openapi_json),
      make("without_page.html", "text/html; charset=utf-8", without_page_html),
      make("documentation.html", "text/html; charset=utf-8", documentation_html),
      make("documentation.js", "text/javascript; charset=utf-8", documentation_js),
      make("documentation.css", "text/css; charset=utf-8", documentation_css),
      make("swagger-ui.css", "text/css; charset=utf-8", swagger_ui_css),
      make("swagger-ui-bundle.js", "text/javascript; charset=utf-8", swagger_ui_bundle_js),
      make("swagger-ui-license.txt", "text/plain; charset=utf-8", swagger_ui_license),
      make("favicon.svg", "image/svg+xml", favicon_svg),
  };
  return all;
}

}  // namespace

const EmbeddedFile* find_embedded_file(std::string_view name) {
  for (const auto& file : files()) {
    if (file.name == name) return &file;
  }
  return nullptr;
}

}  // namespace api
