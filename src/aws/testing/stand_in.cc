#include "aws/testing/stand_in.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>  // NOLINT: mkdtemp and setenv are POSIX's
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace aws::testing {

namespace {

std::string line_from(int descriptor) {
  std::string line;
  char byte = 0;
  while (read(descriptor, &byte, 1) == 1 && byte != '\n') line.push_back(byte);
  return line;
}

void run(const std::string& command) {
  if (std::system((command + " 2>/dev/null").c_str()) != 0) throw std::runtime_error("failed: " + command);
}

}  // namespace

StandIn::StandIn(const std::vector<std::string>& arguments) {
  std::array<int, 2> to{};
  std::array<int, 2> from{};
  if (pipe2(to.data(), O_CLOEXEC) != 0 || pipe2(from.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
  std::vector<std::string> words{"python3", TT_SOURCE_DIR "/src/aws/testing/stand_in.py"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const int failed = posix_spawnp(&pid_, "python3", &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(to[0]);
  close(from[1]);
  input_ = to[1];
  output_ = from[0];
  if (failed != 0) throw std::runtime_error("python3 did not start");
  port_ = static_cast<std::uint16_t>(std::stoi(line_from(output_)));
}

StandIn::~StandIn() {
  close(input_);  // it ends by that
  close(output_);
  waitpid(pid_, nullptr, 0);
}

std::string StandIn::next_request() {
  return line_from(output_);
}

Directory::Directory() : path_((std::filesystem::temp_directory_path() / "aws_test_XXXXXX").string()) {
  if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary directory");
}

Directory::~Directory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Directory::file(const std::string& name, const std::string& content) const {
  std::filesystem::create_directories(std::filesystem::path{path(name)}.parent_path());
  std::ofstream{path(name)} << content;
  return path(name);
}

Certificates make_certificates(const Directory& directory, const std::string& names) {
  const Certificates made{.authority = directory.path("authority.pem"),
                          .certificate = directory.path("certificate.pem"),
                          .key = directory.path("key.pem")};
  const std::string extensions = directory.file("extensions", "subjectAltName=" + names + "\n");
  const std::string authority_key = directory.path("authority.key");
  const std::string request = directory.path("request.pem");
  const std::string new_key = "openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ";
  run(new_key + authority_key + " -x509 -days 2 -subj '/CN=A test authority' -out " + made.authority);
  run(new_key + made.key + " -subj '/CN=A test server' -out " + request);
  run("openssl x509 -req -days 2 -in " + request + " -CA " + made.authority + " -CAkey " + authority_key +
      " -CAcreateserial -extfile " + extensions + " -out " + made.certificate);
  return made;
}

Variable::Variable(std::string name, const std::string& value) : name_(std::move(name)) {
  setenv(name_.c_str(), value.c_str(), 1);
}

Variable::~Variable() {
  unsetenv(name_.c_str());
}

}  // namespace aws::testing
