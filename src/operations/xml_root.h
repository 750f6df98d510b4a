// The outermost element of an XML text, found without reading the text: to tell kinds of files apart.
#pragma once

#include <string_view>

namespace operations {

struct XmlRoot {
  std::string_view name;  // without prefix; what a DOCTYPE announces goes first; empty: none is found
  bool has_doctype = false;
};
[[nodiscard]] XmlRoot find_xml_root(std::string_view text);

}  // namespace operations
