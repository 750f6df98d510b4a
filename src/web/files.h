// The web page's files, as part of the binary.
#pragma once

#include <span>
#include <string_view>

namespace web {

// Everything lives as long as the process.
struct File {
  std::string_view path;  // in dist/: "index.html", "assets/index-4f1c….js"
  std::string_view content_type;
  std::string_view content;
  std::string_view gzip;        // the same, compressed; empty where that does not pay
  std::string_view entity_tag;  // of the content, without quotes
};

// By path; empty in a binary that was built without the page.
[[nodiscard]] std::span<const File> files();
// nullptr: there is none.
[[nodiscard]] const File* find_file(std::string_view path);

}  // namespace web
