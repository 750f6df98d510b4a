#include "wire/answer.h"

#include <charconv>

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

}  // namespace wire
