// Bytes to http::Request by Beast's parser, with no socket: the server and the fuzzer feed it the same way.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "http/body_budget.h"
#include "http/limits.h"
#include "http/message.h"
#include "http/request_fault.h"

namespace http {

// Not thread-safe. `budget` outlives it.
class RequestParser {
 public:
  enum class State { header, body, complete, failed };

  RequestParser(const Limits& limits, BodyBudget& budget);
  ~RequestParser();
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;

  // The next request goes to `request` (method, target, headers, body; memory is kept), which outlives it.
  // Gives back what the body before held of the budget.
  void restart(Request& request);

  // Takes what it can and says how much that was. What is left must stand at the front of the next call, with more
  // behind it. Stops after the header, so that the caller may judge it before the body, and after the request: what
  // follows belongs to the next. At most limits.header_bytes_max are ever left while more is wanted.
  [[nodiscard]] std::size_t feed(std::string_view bytes);

  [[nodiscard]] State state() const;
  [[nodiscard]] RequestFault fault() const;  // when failed

  // From the end of the header on:
  [[nodiscard]] bool is_http_1_1() const;
  [[nodiscard]] bool keep_alive() const;
  [[nodiscard]] bool expects_continue() const;

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace http
