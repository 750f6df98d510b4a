#include "operations/xml_reader.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <type_traits>
#include <vector>

#include "operations/limits.h"

namespace operations {
namespace {

constexpr char namespace_separator = '\n';  // in no URI
constexpr std::string_view foreign_name = "?";

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

class XmlWalk {
 public:
  XmlWalk(XML_Parser parser, XmlHandler& handler) : parser_(parser), handler_(handler) {}

  // The parser may still call some of these once it was stopped.
  void begin(std::string_view name, const char** attributes) {
    if (error_) return;
    if (lengths_.size() == limits::xml_depth_max) {
      stop(fmt::format("elements are nested deeper than {}.", limits::xml_depth_max));
      return;
    }
    const auto separator = name.rfind(namespace_separator);
    const std::string_view space = separator == name.npos ? std::string_view{} : name.substr(0, separator);
    const std::string_view local = separator == name.npos ? name : name.substr(separator + 1);
    if (lengths_.empty()) document_space_ = space;
    lengths_.push_back(path_.size());
    if (!path_.empty()) path_ += '/';
    const bool is_ours = space == document_space_ && local.size() <= limits::xml_name_bytes_max;
    path_ += is_ours ? local : foreign_name;
    text_.clear();
    is_text_full_ = false;
    handler_.begin(path_, XmlAttributes(attributes), line());
    stop_on_problem();
  }
  void end() {
    if (error_) return;
    handler_.end(path_, text_);
    path_.resize(lengths_.back());
    lengths_.pop_back();
    text_.clear();
    is_text_full_ = false;
    stop_on_problem();
  }
  void text(std::string_view part) {
    // Parts end where characters end.
    is_text_full_ = is_text_full_ || text_.size() + part.size() > limits::xml_text_bytes_max;
    if (!is_text_full_) text_ += part;
  }
  void stop(std::string message) {
    if (error_) return;
    error_ = InputError{line(), std::move(message)};
    XML_StopParser(parser_, XML_FALSE);
  }
  [[nodiscard]] const std::optional<InputError>& error() const { return error_; }

 private:
  [[nodiscard]] std::size_t line() const { return XML_GetCurrentLineNumber(parser_); }
  void stop_on_problem() {
    if (auto problem = handler_.problem(); !problem.empty()) stop(std::move(problem));
  }

  XML_Parser parser_;
  XmlHandler& handler_;
  std::string document_space_;
  std::string path_;
  std::vector<std::size_t> lengths_;  // of the path before each open element
  std::string text_;
  bool is_text_full_ = false;
  std::optional<InputError> error_;
};

XmlWalk& walk_of(void* user_data) {
  return *static_cast<XmlWalk*>(user_data);
}
void XMLCALL on_begin(void* user_data, const XML_Char* name, const XML_Char** attributes) {
  walk_of(user_data).begin(name, attributes);
}
void XMLCALL on_end(void* user_data, const XML_Char*) {
  walk_of(user_data).end();
}
void XMLCALL on_text(void* user_data, const XML_Char* text, int length) {
  walk_of(user_data).text({text, static_cast<std::size_t>(length)});
}
void XMLCALL on_doctype(void* user_data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  walk_of(user_data).stop(doctype_refused());
}

InputError error_of(XML_Parser parser) {
  const std::size_t line = XML_GetCurrentLineNumber(parser);
  switch (const XML_Error code = XML_GetErrorCode(parser)) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      return {line, "the XML is cut off: it ends before its last end tag."};
    default:
      return {line, fmt::format("the XML is damaged: {}.", XML_ErrorString(code))};
  }
}

// A tag that does not end is looked at again with every part of the file that comes.
bool has_endless_token(XML_Parser parser, std::size_t bytes_given) {
  const XML_Index at = XML_GetCurrentByteIndex(parser);
  return at >= 0 && bytes_given - std::min(bytes_given, static_cast<std::size_t>(at)) > limits::xml_token_bytes_max;
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == pair[0]) return pair[1];
  }
  return std::nullopt;
}

std::string doctype_refused() {
  return "the XML has a DOCTYPE, which training logs never have; what it declares is not read.";
}

std::expected<void, InputError> read_xml(std::string_view bytes, XmlHandler& handler) {
  const Parser parser(XML_ParserCreateNS(nullptr, namespace_separator));
  if (!parser) return std::unexpected(InputError{0, "there is no memory to read the XML."});
  XmlWalk walk(parser.get(), handler);
  XML_SetUserData(parser.get(), &walk);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  XML_SetParamEntityParsing(parser.get(), XML_PARAM_ENTITY_PARSING_NEVER);
  std::size_t given = 0;
  do {
    const std::string_view part = bytes.substr(given, limits::xml_part_bytes);
    given += part.size();
    const bool is_last = given == bytes.size();
    const auto status = XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), is_last ? 1 : 0);
    if (walk.error()) return std::unexpected(*walk.error());
    if (status != XML_STATUS_OK) return std::unexpected(error_of(parser.get()));
    if (has_endless_token(parser.get(), given)) {
      return std::unexpected(InputError{
          XML_GetCurrentLineNumber(parser.get()),
          fmt::format("a tag or comment of the XML is longer than {} KiB.", limits::xml_token_bytes_max >> 10)});
    }
  } while (given < bytes.size());
  return {};
}

}  // namespace operations
