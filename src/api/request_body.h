// A request's JSON body, taken apart or refused.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/validation_error.h"
#include "http/message.h"
#include "json/value.h"

namespace api {

struct ParsedBody {
  json::Value value;  // an object
  // Members whose text has a lone surrogate ("\ud800"), which is no character; U+FFFD stands for it in `value`.
  std::vector<std::string> fields_with_lone_surrogates;
};
struct BodyNotUtf8 {};
using BodyProblem = std::variant<BodyNotUtf8, ValidationErrors>;

// JSON is what Content-Type says is JSON, and what says nothing; anything else is taken for text, which is no object.
// NaN, Infinity and lone surrogates are not JSON, yet many programs write them: where that is all that is wrong, the
// document is read all the same, so that the answer can name the field (the number has become 1e999).
[[nodiscard]] std::expected<ParsedBody, BodyProblem> parse_body(const http::Request& request);

}  // namespace api
