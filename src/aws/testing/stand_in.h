// A process of stand_in.py: what a remote store talks to, on this machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace aws::testing {

class StandIn {
 public:
  explicit StandIn(const std::vector<std::string>& arguments = {});
  StandIn(const StandIn&) = delete;
  StandIn& operator=(const StandIn&) = delete;
  ~StandIn();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  // The next request that came, in its words ("GET /container 127.0.0.1:1234 "); waits for it.
  [[nodiscard]] std::string next_request();

 private:
  int pid_ = -1;
  int input_ = -1;
  int output_ = -1;
  std::uint16_t port_ = 0;
};

// A directory of its own, gone afterwards.
class Directory {
 public:
  Directory();
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  ~Directory();

  [[nodiscard]] std::string path(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] const std::string& path() const { return path_; }
  // The path of a new file with that content, readable by its owner only.
  std::string file(const std::string& name, const std::string& content) const;

 private:
  std::string path_;
};

// An authority of its own, and a certificate that it signed.
struct Certificates {
  std::string authority;    // PEM files
  std::string certificate;  // for `name`, and 127.0.0.1 unless it is another
  std::string key;
};
[[nodiscard]] Certificates make_certificates(const Directory& directory,
                                             const std::string& names = "DNS:localhost,IP:127.0.0.1");

// A variable of this process, for as long as it lives: the libraries read some themselves.
class Variable {
 public:
  Variable(std::string name, const std::string& value);
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable();

 private:
  std::string name_;
};

}  // namespace aws::testing
