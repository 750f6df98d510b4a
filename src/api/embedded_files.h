// Files that are part of the binary: our pages, the OpenAPI document, and Swagger UI (npm: swagger-ui-dist).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace api {

struct EmbeddedFile {
  std::string_view name;  // "openapi.json", "swagger-ui.css"
  std::string_view content_type;
  std::string_view content;
  std::string entity_tag;  // of the content, without quotes
};

// nullptr: there is none of that name.
[[nodiscard]] const EmbeddedFile* find_embedded_file(std::string_view name);

}  // namespace api
