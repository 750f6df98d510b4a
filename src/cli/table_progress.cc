#include "cli/table_progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace cli {
namespace {
constexpr const char* wipe = "\r\033[K";
}  // namespace

TableProgress::TableProgress() : is_terminal_(::isatty(STDERR_FILENO) != 0), began_(std::chrono::steady_clock::now()) {}

TableProgress::~TableProgress() {
  if (is_shown_) std::fputs(wipe, stderr);
}

void TableProgress::show(const std::string& what) {
  if (!is_terminal_) return;
  const auto passed = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - began_);
  fmt::print(stderr, "{}{} ({} s)", wipe, what, passed.count());
  is_shown_ = true;
}

}  // namespace cli
