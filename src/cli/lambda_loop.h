// The loop of a custom runtime of AWS Lambda: one event, one answer, the next event. What they look like is lambda/.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <string>

#include "http/server.h"
#include "lambda/runtime_api.h"

namespace cli {

struct LambdaServing {
  lambda::RuntimeAddress runtime;
  http::Application application;
  // Whether it asks for bearer tokens by itself. Otherwise only events that AWS has authorized reach it.
  bool has_tokens = false;
  bool access_log = true;
};

// Ends only when the runtime API does not answer as documented, with the process's exit status. Whoever is not answered
// shortly before Lambda would end the function gets 503, and the work goes on behind the next event.
[[nodiscard]] boost::asio::awaitable<int> serve_invocations(LambdaServing serving);

// Tells Lambda that this function cannot start: the sentence, in the log and to whoever invokes it. Returns `status`.
[[nodiscard]] int fail_to_start(const lambda::RuntimeAddress& runtime, const std::string& sentence, int status);

}  // namespace cli
