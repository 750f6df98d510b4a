#include "endpoint/faults.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <random>
#include <utility>

#include "dynamodb/errors.h"
#include "endpoint/operations.h"

namespace endpoint {
namespace {

struct FaultName {
  std::string_view name;
  Fault fault;
};
constexpr std::array fault_names{FaultName{"throttling", Fault::throttling}, FaultName{"internal", Fault::internal},
                                 FaultName{"unprocessed", Fault::unprocessed}, FaultName{"lost", Fault::lost},
                                 FaultName{"conflict", Fault::conflict}};

std::optional<Fault> named_fault(std::string_view name) {
  for (const FaultName& each : fault_names) {
    if (each.name == name) return each.fault;
  }
  return std::nullopt;
}

std::optional<double> parse_rate(std::string_view text) {
  double rate = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), rate);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  if (!(rate >= 0 && rate <= 1)) return std::nullopt;  // NaN too
  return rate;
}

bool knows(const Operation& operation, Fault fault) {
  if (fault == Fault::unprocessed) return operation.knows_unprocessed;
  if (fault == Fault::conflict) return operation.knows_conflicts;
  return true;
}

bool knows(std::string_view operation_name, Fault fault) {
  const Operation* operation = find_operation_by_name(operation_name);
  return operation != nullptr && knows(*operation, fault);
}

double random_of_this_thread() {
  thread_local std::mt19937_64 generator{std::random_device()()};
  return std::uniform_real_distribution<double>(0, 1)(generator);
}

}  // namespace

std::expected<FaultRule, std::string> parse_fault_rule(std::string_view text) {
  const auto refuse = [&](std::string_view why) { return std::unexpected(fmt::format("--fail {}: {}", text, why)); };
  const auto equals = text.find('=');
  const auto colon = text.rfind(':');
  if (equals == std::string_view::npos || colon == std::string_view::npos || colon < equals) {
    return refuse("it is OPERATION=RATE:ERROR, as in PutItem=0.1:throttling.");
  }
  const std::string_view operation = text.substr(0, equals);
  const auto rate = parse_rate(text.substr(equals + 1, colon - equals - 1));
  const auto fault = named_fault(text.substr(colon + 1));
  if (operation != "*" && find_operation_by_name(operation) == nullptr) {
    return refuse(fmt::format("there is no operation {}; it is a name such as PutItem, or *.", operation));
  }
  if (!rate) return refuse("the rate is a number from 0 to 1.");
  if (!fault) return refuse("the error is throttling, internal, unprocessed, lost or conflict.");
  if (operation != "*" && !knows(operation, *fault)) {
    return refuse(fmt::format("{} never answers with this error.", operation));
  }
  return FaultRule{std::string(operation), *rate, *fault};
}

Faults::Faults(std::vector<FaultRule> rules, std::function<double()> random)
    : rules_(std::move(rules)), random_(random ? std::move(random) : random_of_this_thread) {}

std::optional<Fault> Faults::draw(std::string_view operation) const {
  for (const FaultRule& rule : rules_) {
    if (rule.operation != "*" && rule.operation != operation) continue;
    if (!knows(operation, rule.fault)) continue;
    if (random_() < rule.rate) return rule.fault;
  }
  return std::nullopt;
}

dynamodb::Error error_of(Fault fault, std::string_view operation) {
  if (fault != Fault::throttling) return dynamodb::errors::internal_failure();
  const Operation* found = find_operation_by_name(operation);
  const bool is_control_plane = found != nullptr && found->is_control_plane;
  return is_control_plane ? dynamodb::errors::request_rate_exceeded() : dynamodb::errors::throughput_exceeded();
}

}  // namespace endpoint
