#include "http/foreign_request.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "http/authority.h"
#include "http/message.h"
#include "http/request_fault.h"
#include "http/server.h"

namespace http {
namespace {

Headers with(std::string_view name, std::string_view value, std::string_view host = "localhost:8080") {
  Headers headers;
  headers.add("Host", std::string(host));
  headers.add(std::string(name), std::string(value));
  return headers;
}

RequestFault check(std::string_view host, const HostPolicy& policy) {
  return check_authority(host, policy);
}

const HostPolicy on_loopback{.listening_address = "127.0.0.1", .allowed_hosts = {}, .any_host = false};

TEST(CheckHost, answers_for_this_machine_with_any_port) {
  for (const std::string_view host : {"localhost", "LOCALHOST:8080", "localhost.", "127.0.0.1", "127.0.0.1:3000",
                                      "127.1.2.3", "[::1]", "[::1]:8080", "localhost:"}) {
    EXPECT_EQ(check(host, on_loopback), RequestFault::none) << host;
  }
}

TEST(CheckHost, refuses_other_names) {
  for (const std::string_view host : {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.evil",
                                      "128.0.0.1", "0.0.0.0", "[::2]", "192.168.1.5:8080", "notlocalhost"}) {
    EXPECT_EQ(check(host, on_loopback), RequestFault::foreign_host) << host;
  }
}

TEST(CheckHost, refuses_what_is_no_host) {
  for (const std::string_view host : {"", " ", "a b", "localhost:x", "localhost:99999", "localhost:80:80", "[::1",
                                      "[::1]x", "user@localhost", "localhost/", "[localhost]", "::1", ":80", "[]"}) {
    EXPECT_EQ(check(host, on_loopback), RequestFault::malformed_host) << host;
  }
}

TEST(CheckHost, answers_for_the_address_it_listens_at) {
  const HostPolicy policy{.listening_address = "192.168.1.5", .allowed_hosts = {}, .any_host = false};
  EXPECT_EQ(check("192.168.1.5:8080", policy), RequestFault::none);
  EXPECT_EQ(check("192.168.1.6:8080", policy), RequestFault::foreign_host);
}

TEST(CheckHost, listening_everywhere_answers_for_addresses_but_not_names) {
  for (const std::string_view everywhere : {"0.0.0.0", "::"}) {
    const HostPolicy policy{.listening_address = std::string(everywhere), .allowed_hosts = {}, .any_host = false};
    EXPECT_EQ(check("192.168.1.6:8080", policy), RequestFault::none);
    EXPECT_EQ(check("[2001:db8::1]", policy), RequestFault::none);
    EXPECT_EQ(check("evil.example", policy), RequestFault::foreign_host);
  }
}

TEST(CheckHost, answers_for_allowed_hosts) {
  const HostPolicy policy{
      .listening_address = "127.0.0.1", .allowed_hosts = {"training.example", "other.example:8443"}, .any_host = false};
  EXPECT_EQ(check("Training.Example", policy), RequestFault::none);
  EXPECT_EQ(check("training.example:1234", policy), RequestFault::none);
  EXPECT_EQ(check("other.example:8443", policy), RequestFault::none);
  EXPECT_EQ(check("other.example", policy), RequestFault::foreign_host);
  EXPECT_EQ(check("other.example:8444", policy), RequestFault::foreign_host);
}

TEST(CheckHost, any_host_is_still_a_host) {
  const HostPolicy policy{.listening_address = "127.0.0.1", .allowed_hosts = {}, .any_host = true};
  EXPECT_EQ(check("whatever.example:1", policy), RequestFault::none);
  EXPECT_EQ(check("a b", policy), RequestFault::malformed_host);
}

TEST(CheckHost, wants_exactly_one_host) {
  Headers headers;
  EXPECT_EQ(check_host(headers, true, on_loopback), RequestFault::missing_host);
  EXPECT_EQ(check_host(headers, false, on_loopback), RequestFault::none);  // HTTP/1.0 had none
  headers.add("Host", "localhost");
  EXPECT_EQ(check_host(headers, true, on_loopback), RequestFault::none);
  headers.add("host", "localhost");
  EXPECT_EQ(check_host(headers, true, on_loopback), RequestFault::repeated_host);
  EXPECT_EQ(check_host(headers, false, on_loopback), RequestFault::repeated_host);
}

TEST(CheckOrigin, lets_programs_and_the_own_page_write) {
  EXPECT_EQ(check_origin("POST", with("Accept", "*/*")), RequestFault::none);
  EXPECT_EQ(check_origin("POST", with("Origin", "http://localhost:8080")), RequestFault::none);
  EXPECT_EQ(check_origin("POST", with("Origin", "HTTP://LOCALHOST:8080")), RequestFault::none);
  EXPECT_EQ(check_origin("DELETE", with("Sec-Fetch-Site", "same-origin")), RequestFault::none);
  EXPECT_EQ(check_origin("PUT", with("Sec-Fetch-Site", "none")), RequestFault::none);
}

TEST(CheckOrigin, compares_the_ports_that_schemes_imply) {
  EXPECT_EQ(check_origin("POST", with("Origin", "https://a.example", "a.example")), RequestFault::none);
  EXPECT_EQ(check_origin("POST", with("Origin", "https://a.example", "a.example:443")), RequestFault::none);
  EXPECT_EQ(check_origin("POST", with("Origin", "http://a.example:80", "a.example")), RequestFault::none);
  EXPECT_EQ(check_origin("POST", with("Origin", "http://[::1]:8080", "[::1]:8080")), RequestFault::none);
  EXPECT_EQ(check_origin("POST", with("Origin", "http://a.example", "a.example:443")), RequestFault::foreign_origin);
}

TEST(CheckOrigin, refuses_writes_of_other_pages) {
  for (const std::string_view origin : {"null", "", "http://evil.example", "http://localhost", "http://localhost:8081",
                                        "http://127.0.0.1:8080", "localhost:8080", "file://", "ftp://localhost:8080",
                                        "http://localhost:8080.evil.example", "http://localhost:8080/"}) {
    EXPECT_EQ(check_origin("POST", with("Origin", origin)), RequestFault::foreign_origin) << origin;
    EXPECT_EQ(check_origin("BREW", with("Origin", origin)), RequestFault::foreign_origin) << origin;
  }
  for (const std::string_view site : {"cross-site", "same-site", "", "something-new"}) {
    EXPECT_EQ(check_origin("POST", with("Sec-Fetch-Site", site)), RequestFault::foreign_origin) << site;
  }
}

// The page of a development server, or one behind a proxy that does not pass Host on.
TEST(CheckOrigin, believes_a_browser_that_the_page_is_our_own) {
  Headers behind_proxy = with("Origin", "http://localhost:3000");
  EXPECT_EQ(check_origin("POST", behind_proxy), RequestFault::foreign_origin);
  behind_proxy.add("Sec-Fetch-Site", "same-origin");
  EXPECT_EQ(check_origin("POST", behind_proxy), RequestFault::none);
  for (const std::string_view site : {"none", "same-site", "cross-site"}) {
    Headers foreign = with("Origin", "http://localhost:3000");
    foreign.add("Sec-Fetch-Site", std::string(site));
    EXPECT_EQ(check_origin("POST", foreign), RequestFault::foreign_origin) << site;
  }
  behind_proxy.add("Sec-Fetch-Site", "cross-site");
  EXPECT_EQ(check_origin("POST", behind_proxy), RequestFault::foreign_origin);
}

TEST(CheckOrigin, every_origin_that_is_named_counts) {
  Headers headers = with("Origin", "http://localhost:8080");
  headers.add("Origin", "http://evil.example");
  EXPECT_EQ(check_origin("POST", headers), RequestFault::foreign_origin);
}

TEST(CheckOrigin, without_a_host_there_is_no_own_page) {
  Headers headers;
  headers.add("Origin", "http://localhost:8080");
  EXPECT_EQ(check_origin("POST", headers), RequestFault::foreign_origin);
}

TEST(CheckOrigin, reading_is_allowed) {
  for (const std::string_view method : {"GET", "HEAD", "OPTIONS"}) {
    EXPECT_EQ(check_origin(method, with("Origin", "http://evil.example")), RequestFault::none);
    EXPECT_EQ(check_origin(method, with("Sec-Fetch-Site", "cross-site")), RequestFault::none);
  }
}

TEST(IsLoopback, knows_this_machine) {
  for (const std::string_view address : {"127.0.0.1", "127.255.255.255", "::1", "[::1]", "localhost", "LocalHost"}) {
    EXPECT_TRUE(is_loopback(address)) << address;
  }
  for (const std::string_view address :
       {"", "0.0.0.0", "::", "10.0.0.1", "127.0.0", "127.0.0.1.example", "1270.0.0.1"}) {
    EXPECT_FALSE(is_loopback(address)) << address;
  }
}

TEST(ParseAuthority, parts_host_and_port) {
  const auto authority = parse_authority("[2001:db8::1]:8080");
  ASSERT_TRUE(authority);
  EXPECT_EQ(authority->host, "2001:db8::1");
  EXPECT_EQ(authority->port, 8080);
  EXPECT_FALSE(parse_authority(std::string(256, 'a')));
}

}  // namespace
}  // namespace http
