// A request and a response as handlers see them: plain values, no sockets, no Beast.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

// Field names compare without case; order and repetitions are kept.
class Headers {
 public:
  void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
  void set(std::string_view name, std::string value);                               // replaces all of that name
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;  // the first
  [[nodiscard]] std::size_t count(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }
  void clear() { fields_.clear(); }  // keeps the memory

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct Request {
  std::string method;  // "GET", as sent
  std::string target;  // as sent: path and query, still percent-encoded
  Headers headers;
  std::string body;
  std::string peer;  // address of the client, for the log
  std::string id;    // made by the server, 16 hex digits; sent back as X-Request-Id

  [[nodiscard]] std::string_view path() const;          // before '?', still encoded
  [[nodiscard]] std::string_view query_string() const;  // after '?', may be empty
};

struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  // Instead of `body`, for what is large and the same for everyone (files in the binary). Lives as long as the process.
  std::optional<std::string_view> static_body = {};
  // What the application calls what was asked for: for the access log alone. Lives as long as the process.
  std::string_view operation = {};
};

// "%2F" to "/"; nullopt when an escape is malformed or the result is not UTF-8. `plus_is_space` for query strings.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space = false);
// Decoded name/value pairs in order; malformed escapes stay as they are.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query_string);

}  // namespace http
