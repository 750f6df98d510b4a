// A closed loop of HTTP clients: each connection sends its next request when the answer to the last is complete.
// It parses no more of an answer than the status and Content-Length, so that the server is what is measured.
//   http_load --port 8080 --connections 16 --seconds 5 --target /v1/athletes
//   http_load --port 8080 --requests FILE      each line "METHOD TARGET [BODY]"; the connections share the list
//   http_load … --once                         ends when each of them was sent once, or after --seconds
// Prints one line of JSON: requests, seconds, requests_per_second, errors, failures (statuses from 400 on), bytes, and
// latency_microseconds with its percentiles.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;
constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t requests_max = 10'000'000;  // measured in one run, and in one file
constexpr std::size_t read_bytes = 64 * 1024;

struct Settings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;
  std::size_t connections = 16;
  double seconds = 5;
  double warm_up_seconds = 0.5;
  std::string file;
  std::string method = "GET";
  std::vector<std::string> targets;
  std::string body;
  std::string content_type = "application/json";
  std::vector<std::string> headers;
  bool is_once = false;
};

struct Load {
  std::vector<std::string> requests;  // whole, as they are sent
  std::size_t next = 0;
  std::size_t sent_max = 0;  // 0: any number
  Clock::time_point begin;   // of the measurement; what is answered before is warming up
  Clock::time_point end;
  std::vector<std::uint32_t> microseconds;  // of every answer, in tenths
  std::size_t errors = 0;                   // connections that broke
  std::size_t failures = 0;                 // statuses from 400 on
  std::size_t bytes = 0;
};

std::string make_request(const Settings& settings, std::string_view method, std::string_view target,
                         std::string_view body) {
  std::string request = fmt::format("{} {} HTTP/1.1\r\nHost: {}:{}\r\n", method, target, settings.host, settings.port);
  for (const std::string& header : settings.headers) request += header + "\r\n";
  if (!body.empty()) {
    request += fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n", settings.content_type, body.size());
  }
  request += "\r\n";
  request += body;
  return request;
}

std::vector<std::string> read_requests(const Settings& settings) {
  std::vector<std::string> requests;
  requests.reserve(settings.targets.size());
  for (const std::string& target : settings.targets) {
    requests.push_back(make_request(settings, settings.method, target, settings.body));
  }
  if (!settings.file.empty()) {
    std::ifstream file(settings.file);
    std::string line;
    while (requests.size() < requests_max && std::getline(file, line)) {
      const std::string_view text = line;
      const std::size_t method_end = std::min(text.find(' '), text.size());
      const std::size_t target_end = std::min(text.find(' ', method_end + 1), text.size());
      if (method_end == text.size()) throw std::runtime_error("not \"METHOD TARGET [BODY]\": " + line);
      const std::string_view body = target_end == text.size() ? std::string_view() : text.substr(target_end + 1);
      const std::string_view target = text.substr(method_end + 1, target_end - method_end - 1);
      requests.push_back(make_request(settings, text.substr(0, method_end), target, body));
    }
  }
  if (requests.empty()) throw std::runtime_error("nothing to ask for: give --target or --requests");
  return requests;
}

struct Answer {
  std::size_t bytes = 0;  // 0: its head is not complete
  int status = 0;
  bool is_chunked = false;  // its length is not known before its last chunk
};

constexpr std::string_view last_chunk = "\r\n0\r\n\r\n";

bool is_complete(const Answer& answer, std::string_view received) {
  if (answer.bytes == 0) return false;
  return answer.is_chunked ? received.ends_with(last_chunk) : received.size() >= answer.bytes;
}

Answer measure(std::string_view bytes) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return {};
  Answer answer;
  std::from_chars(bytes.data() + 9, bytes.data() + 12, answer.status);
  std::size_t length = 0;
  for (const std::string_view name :
       {std::string_view("\r\nContent-Length: "), std::string_view("\r\ncontent-length: ")}) {
    const std::size_t field = bytes.substr(0, end + 2).find(name);
    if (field == std::string_view::npos) continue;
    std::from_chars(bytes.data() + field + name.size(), bytes.data() + end, length);
  }
  answer.bytes = end + 4 + length;
  for (const std::string_view field : {"\r\nTransfer-Encoding: chunked", "\r\ntransfer-encoding: chunked"}) {
    if (bytes.substr(0, end).contains(field)) answer.is_chunked = true;
  }
  return answer;
}

// Reads one answer; false when the connection breaks.
asio::awaitable<bool> read_answer(tcp::socket& socket, std::vector<char>& buffer, Load& load) {
  std::size_t filled = 0;
  Answer answer;
  while (!is_complete(answer, {buffer.data(), filled})) {
    if (buffer.size() - filled < read_bytes / 2) buffer.resize(buffer.size() * 2);
    const auto [error, count] =
        co_await socket.async_read_some(asio::buffer(buffer.data() + filled, buffer.size() - filled), use_tuple);
    if (error) co_return false;
    filled += count;
    if (answer.bytes == 0) answer = measure({buffer.data(), filled});
  }
  load.bytes += filled;
  if (answer.status >= 400) ++load.failures;
  co_return true;
}

asio::awaitable<void> ask(tcp::endpoint server, Load& load) {
  tcp::socket socket(co_await asio::this_coro::executor);
  const auto [error] = co_await socket.async_connect(server, use_tuple);
  if (error) {
    ++load.errors;
    co_return;
  }
  socket.set_option(tcp::no_delay(true));
  std::vector<char> buffer(read_bytes);
  while (load.microseconds.size() < requests_max && (load.sent_max == 0 || load.next < load.sent_max)) {
    const std::string& request = load.requests[load.next++ % load.requests.size()];
    const Clock::time_point sent = Clock::now();
    if (sent >= load.end) co_return;
    const auto [write_error, written] = co_await asio::async_write(socket, asio::buffer(request), use_tuple);
    if (write_error || !co_await read_answer(socket, buffer, load)) {
      ++load.errors;
      co_return;
    }
    if (sent < load.begin) continue;
    const auto duration = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - sent);
    load.microseconds.push_back(static_cast<std::uint32_t>(duration.count() / 100));
  }
}

double percentile(const std::vector<std::uint32_t>& sorted, double part) {
  if (sorted.empty()) return 0;
  const auto index = static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted.size())));
  return static_cast<double>(sorted[std::min(index, sorted.size()) - (index > 0 ? 1 : 0)]) / 10;
}

void print(Load& load, double seconds) {
  std::vector<std::uint32_t>& latencies = load.microseconds;
  std::ranges::sort(latencies);
  fmt::print(
      "{{\"requests\":{},\"seconds\":{:.3f},\"requests_per_second\":{:.0f},\"errors\":{},\"failures\":{},\"bytes\":{},"
      "\"latency_microseconds\":{{\"p50\":{:.1f},\"p90\":{:.1f},\"p99\":{:.1f},\"p999\":{:.1f},\"max\":{:.1f}}}}}\n",
      latencies.size(), seconds, static_cast<double>(latencies.size()) / seconds, load.errors, load.failures,
      load.bytes, percentile(latencies, 0.5), percentile(latencies, 0.9), percentile(latencies, 0.99),
      percentile(latencies, 0.999), percentile(latencies, 1));
}

int run(const Settings& settings) {
  Load load;
  load.requests = read_requests(settings);
  if (settings.is_once) load.sent_max = load.requests.size();
  load.microseconds.reserve(1'000'000);
  asio::io_context context(1);
  const tcp::endpoint server(asio::ip::make_address(settings.host), settings.port);
  const auto warm_up =
      std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(settings.warm_up_seconds));
  const auto duration = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(settings.seconds));
  load.begin = Clock::now() + warm_up;
  load.end = load.begin + duration;
  for (std::size_t count = 0; count < settings.connections; ++count) {
    asio::co_spawn(context, ask(server, load), asio::detached);
  }
  context.run();
  const auto measured = std::chrono::duration<double>(Clock::now() - load.begin);
  print(load, measured.count());
  return load.errors == 0 ? 0 : 1;
}

}  // namespace

int main(int argument_count, char** arguments) {
  Settings settings;
  CLI::App app("A closed loop of HTTP clients.");
  app.add_option("--host", settings.host);
  app.add_option("--port", settings.port)->required();
  app.add_option("--connections", settings.connections)->check(CLI::Range(1, 10'000));
  app.add_option("--seconds", settings.seconds);
  app.add_option("--warm-up-seconds", settings.warm_up_seconds);
  app.add_option("--requests", settings.file, "lines of METHOD TARGET [BODY]");
  app.add_option("--target", settings.targets, "may be given several times");
  app.add_option("--method", settings.method, "of the targets");
  app.add_option("--body", settings.body, "of the targets");
  app.add_option("--content-type", settings.content_type, "of bodies");
  app.add_flag("--once", settings.is_once, "send each request once, then end");
  app.add_option("--header", settings.headers, "\"Name: value\", of every request");
  CLI11_PARSE(app, argument_count, arguments);
  try {
    return run(settings);
  } catch (const std::exception& exception) {
    fmt::print(stderr, "{}\n", exception.what());
    return 1;
  }
}
