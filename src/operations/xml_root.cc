#include "operations/xml_root.h"

#include "operations/utf8.h"

namespace operations {
namespace {

// "gpx" of "gpx:gpx version=…".
std::string_view local_name(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find_first_of(" \t\r\n/>["));
  const auto colon = whole.find(':');
  return colon == whole.npos ? whole : whole.substr(colon + 1);
}

// What follows the next `end`; empty where there is none.
std::string_view after(std::string_view text, std::string_view end) {
  const auto at = text.find(end);
  return at == text.npos ? std::string_view{} : text.substr(at + end.size());
}

}  // namespace

XmlRoot find_xml_root(std::string_view text) {
  constexpr std::string_view doctype = "<!doctype";
  while (true) {
    text = trimmed(text);
    if (text.starts_with("<?")) {
      text = after(text, "?>");
    } else if (text.starts_with("<!--")) {
      text = after(text, "-->");
    } else if (lower_case(text.substr(0, doctype.size())) == doctype) {
      return {local_name(trimmed(text.substr(doctype.size()))), true};
    } else {
      return {text.starts_with('<') ? local_name(text.substr(1)) : std::string_view{}, false};
    }
  }
}

}  // namespace operations
