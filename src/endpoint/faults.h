// Faults on demand, for testing how an application bears what AWS really does.
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/error.h"

namespace endpoint {

enum class Fault {
  throttling,   // ProvisionedThroughputExceededException, of the control plane ThrottlingException
  internal,     // InternalServerError, and nothing is done
  unprocessed,  // of BatchGetItem and BatchWriteItem: half of the items come back unprocessed
  lost,         // it is done, and answered with InternalServerError
  conflict,     // TransactionConflictException, or a transaction cancelled for it
};

struct FaultRule {
  std::string operation;  // or "*"
  double rate = 0;        // 0 … 1
  Fault fault = Fault::internal;
};

// "PutItem=0.1:throttling", "*=1:lost". The error is one sentence (wrong usage).
[[nodiscard]] std::expected<FaultRule, std::string> parse_fault_rule(std::string_view text);

// Thread-safe where `random` is.
class Faults {
 public:
  // `random` answers 0 … 1, 1 excluded; by default a generator of each thread.
  explicit Faults(std::vector<FaultRule> rules, std::function<double()> random = {});
  // By the first rule that strikes. Rules for * leave alone the operations that know no such fault.
  [[nodiscard]] std::optional<Fault> draw(std::string_view operation) const;

 private:
  std::vector<FaultRule> rules_;
  std::function<double()> random_;
};

// Instead of the answer; of throttling, internal and lost.
[[nodiscard]] dynamodb::Error error_of(Fault fault, std::string_view operation);

}  // namespace endpoint
