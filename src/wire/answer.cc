#include "wire/answer.h"

#include <charconv>
#include <cmath>

namespace wire {

std::optional<double> floating(const Field& field) {
  if (!field.present()) return std::nullopt;
  const auto* number = field.json()->get_if<json::Number>();
  if (number == nullptr) return std::nullopt;
  double value = 0;
  const char* end = number->text.data() + number->text.size();
  const auto [rest, error] = std::from_chars(number->text.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

std::optional<std::chrono::sys_time<std::chrono::milliseconds>> time(const Field& field) {
  const auto seconds = floating(field);
  if (!seconds) return std::nullopt;
  constexpr double milliseconds_per_second = 1000;
  return std::chrono::sys_time<std::chrono::milliseconds>(
      std::chrono::milliseconds(std::llround(*seconds * milliseconds_per_second)));
}

}  // namespace wire
