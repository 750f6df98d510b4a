#pragma once

#include <ctime>
#include <string>
#include <string_view>

namespace http {

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7).
[[nodiscard]] std::string format_http_date(std::time_t seconds);

// The same for now, formatted once a second and thread. The view lives until the thread's next call.
[[nodiscard]] std::string_view http_date_now();

}  // namespace http
