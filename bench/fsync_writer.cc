// The peer of durable creates: one record appended and one fdatasync for each, one after the other, as a store without
// group commit would do it.
//   fsync_writer FILE RECORD_BYTES SECONDS
// Prints one line of JSON: records_per_second. The file should lie on the disk that the store is measured on.
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t record_bytes_max = 1024 * 1024;
constexpr double seconds_max = 3600;

// Records per second; negative when the disk refuses.
double append_and_sync(int file, const std::string& record, double seconds) {
  const Clock::time_point begin = Clock::now();
  std::chrono::duration<double> elapsed{};
  std::size_t records = 0;
  while (elapsed.count() < seconds) {
    if (write(file, record.data(), record.size()) != static_cast<ssize_t>(record.size())) return -1;
    if (fdatasync(file) != 0) return -1;
    ++records;
    elapsed = Clock::now() - begin;
  }
  return static_cast<double>(records) / elapsed.count();
}

}  // namespace

int main(int argument_count, char** arguments) {
  const std::size_t record_bytes = argument_count == 4 ? std::strtoull(arguments[2], nullptr, 10) : 0;
  const double seconds = argument_count == 4 ? std::strtod(arguments[3], nullptr) : 0;
  if (record_bytes < 1 || record_bytes > record_bytes_max || !(seconds > 0) || seconds > seconds_max) {
    std::fputs("usage: fsync_writer FILE RECORD_BYTES SECONDS\n", stderr);
    return 2;
  }
  const int file = open(arguments[1], O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  const double rate = file < 0 ? -1 : append_and_sync(file, std::string(record_bytes, 'x'), seconds);
  if (file >= 0) close(file);
  if (rate < 0) {
    std::perror(arguments[1]);
    return 1;
  }
  std::printf("{\"records_per_second\":%.1f}\n", rate);
  return 0;
}
