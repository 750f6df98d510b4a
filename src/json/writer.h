// Writes compact JSON, UTF-8 unescaped.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "json/value.h"

namespace json {

class Writer {
 public:
  Writer();
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  Writer& start_object();
  Writer& end_object();
  Writer& start_array();
  Writer& end_array();
  Writer& key(std::string_view name);
  Writer& string(std::string_view text);
  Writer& boolean(bool value);
  Writer& null();
  Writer& integer(std::int64_t value);
  // As Python's json prints a float: shortest form that reads back the same, "45.0", exponent from 1e16 up ("1e+16",
  // "1e-07").
  Writer& floating(double value);
  Writer& raw_number(std::string_view text);  // must be a JSON number
  Writer& value(const Value& value);

  [[nodiscard]] std::string take();  // the document; the writer starts anew

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// Python's repr(float) for finite values: "45.0", "1e+16", "-0.0". Also how Duration and Distance are stored.
[[nodiscard]] std::string format_double(double value);

}  // namespace json
