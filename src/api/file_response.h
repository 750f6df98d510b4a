// Answers files that are part of the binary, so that a browser asks for one only when it has changed.
#pragma once

#include <string_view>

#include "http/message.h"

namespace api {

// Everything lives as long as the process.
struct ServedFile {
  std::string_view content_type;
  std::string_view content;
  std::string_view gzip = {};  // the same, compressed; empty: only as it is
  std::string_view entity_tag;
  bool is_immutable = false;  // its name changes with its content: a browser never asks again
};

// 200, or 304 where If-None-Match has its tag. Pages get a strict Content-Security-Policy.
[[nodiscard]] http::Response file_response(const ServedFile& file, const http::Request& request);

}  // namespace api
