// XML of a foreign file, element by element, by libexpat. Nothing is looked up or expanded: a DOCTYPE, where entities
// would be declared, ends the reading. Memory: one tag and one text, however large the file.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "operations/input_error.h"

namespace operations {

// The attributes of one tag.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

 private:
  const char** pairs_;  // name, value, … nullptr, as expat gives them
};

// `path` is "gpx/trk/name": names without prefixes. An element of another namespace than the outermost one's, or with a
// longer name than xml_name_bytes_max, is "?" there, so it is never taken for one of ours.
class XmlHandler {
 public:
  XmlHandler() = default;
  virtual ~XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual void begin(std::string_view path, const XmlAttributes& attributes, std::size_t line) = 0;
  // `text`: UTF-8, what stands directly before the end tag, up to xml_text_bytes_max of it.
  virtual void end(std::string_view path, std::string_view text) = 0;
  // After each element: not empty ends the reading with this sentence.
  [[nodiscard]] virtual std::string problem() const { return ""; }
};

// Errors, with the line: not well-formed, cut off, a DOCTYPE, deeper than xml_depth_max, a tag or comment beyond
// xml_token_bytes_max, an encoding other than UTF-8, UTF-16, ISO-8859-1 and ASCII.
[[nodiscard]] std::expected<void, InputError> read_xml(std::string_view bytes, XmlHandler& handler);

// What an error says of a DOCTYPE.
[[nodiscard]] std::string doctype_refused();

}  // namespace operations
