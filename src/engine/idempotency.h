// TransactWriteItems' ClientRequestToken: for ten minutes the same token with the same request answers success without
// doing it again, and with another request is refused. Kept in the store, in the transaction's own batch.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "engine/mutations.h"
#include "engine/write_state.h"

namespace engine {

// Equal for equal requests (the token apart), different for different ones: 128 bits of their content.
[[nodiscard]] std::string fingerprint(const dynamodb::TransactWriteItemsRequest& request);

// What a repetition consumes: read capacity, of the images that the first request met.
using ReadUnitsOfTables = std::map<std::string, double>;
// What its first use said; nullopt: this is the first.
// IdempotentParameterMismatchException when the token stands for another request.
[[nodiscard]] dynamodb::Result<std::optional<ReadUnitsOfTables>> look_up_token(const WriteState& state,
                                                                               std::string_view token,
                                                                               std::string_view request_fingerprint);
// Remembers the token of a request that is carried out.
struct TokenRecord {
  std::string_view request_fingerprint;
  const ReadUnitsOfTables& units_of_repetition;
};
void remember_token(const WriteState& state, std::string_view token, const TokenRecord& record, Mutations& mutations);

// Tidies expired tokens away, now and then.
class TokenSweep {
 public:
  static constexpr std::chrono::seconds interval{60};
  static constexpr std::size_t tokens_per_sweep_max = 4096;

  [[nodiscard]] bool is_due(WriteState::Time now) const { return now >= next_ || now + interval < next_; }
  // Deletes of expired tokens; there may be more than one sweep takes.
  [[nodiscard]] Mutations expired(const WriteState& state);

 private:
  WriteState::Time next_{};
};

}  // namespace engine
