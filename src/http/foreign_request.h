// Which requests a web page of another site may have caused. Pure.
//
// A page can POST to localhost without asking when the Content-Type is absent or simple, and can rebind a name of its
// own to 127.0.0.1. The first shows in Origin and Sec-Fetch-Site, the second in Host.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "http/request_fault.h"

namespace http {

struct HostPolicy {
  std::string listening_address;           // the wildcard addresses stand for every address
  std::vector<std::string> allowed_hosts;  // name (with any port) or name:port
  bool any_host = false;
};

// missing_host (only HTTP/1.1 must have it; RFC 9112, 3.2), repeated_host, malformed_host, foreign_host or none.
// Loopback names and addresses are answered with any port: proxies and tunnels of the same machine use others.
[[nodiscard]] RequestFault check_host(const Headers& headers, bool is_http_1_1, const HostPolicy& policy);

// The same for the host of a target that is a whole URL.
[[nodiscard]] RequestFault check_authority(std::string_view authority, const HostPolicy& policy);

// foreign_origin or none. GET, HEAD and OPTIONS pass: without CORS headers their answers cannot be read by the page.
// A program that is not a browser sends neither Origin nor Sec-Fetch-Site.
//
// What the browser itself says of the page (Sec-Fetch-Site, https://www.w3.org/TR/fetch-metadata/) goes before Origin:
// a proxy in between that writes its own Host, as a page's development server does, makes the two differ.
[[nodiscard]] RequestFault check_origin(std::string_view method, const Headers& headers);

}  // namespace http
