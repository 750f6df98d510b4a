#include "engine/idempotency.h"

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "engine/byte_codec.h"
#include "engine/system_keys.h"

namespace engine {
namespace {

using dynamodb::ExpressionAttributes;

std::uint64_t milliseconds_of(WriteState::Time time) {
  return static_cast<std::uint64_t>(time.time_since_epoch().count());
}

void append_optional(std::string& out, const std::optional<std::string>& text) {
  out.push_back(text ? '1' : '0');
  if (text) append_string(out, *text);
}

void append_map(std::string& out, const dynamodb::AttributeMap& map) {
  append_string(out, dynamodb::EncodedItem(map).bytes());
}

void append_attributes(std::string& out, const ExpressionAttributes& attributes) {
  out.push_back(attributes.names ? '1' : '0');
  if (attributes.names) {
    append_integer(out, static_cast<std::uint32_t>(attributes.names->size()));
    for (const auto& [placeholder, name] : *attributes.names) {
      append_string(out, placeholder);
      append_string(out, name);
    }
  }
  out.push_back(attributes.values ? '1' : '0');
  if (attributes.values) append_map(out, *attributes.values);
}

struct ActionAppender {
  std::string& out;

  void operator()(const dynamodb::PutItemRequest& put) const {
    out.push_back('P');
    append_map(out, put.item);
    rest(put, put.condition_expression);
  }
  void operator()(const dynamodb::DeleteItemRequest& remove) const {
    out.push_back('D');
    append_map(out, remove.key);
    rest(remove, remove.condition_expression);
  }
  void operator()(const dynamodb::UpdateItemRequest& update) const {
    out.push_back('U');
    append_map(out, update.key);
    append_optional(out, update.update_expression);
    rest(update, update.condition_expression);
  }
  void operator()(const dynamodb::ConditionCheck& check) const {
    out.push_back('C');
    append_map(out, check.key);
    rest(check, check.condition_expression);
  }

 private:
  template <class Action>
  void rest(const Action& action, const std::optional<std::string>& condition) const {
    append_string(out, action.table_name);
    append_optional(out, condition);
    append_attributes(out, action.attributes);
    append_integer(out, static_cast<std::uint8_t>(action.on_condition_check_failure));
  }
};

// FNV-1a, 128 bits: http://www.isthe.com/chongo/tech/comp/fnv/
std::string hash_128(std::string_view bytes) {
  __extension__ using Wide = unsigned __int128;
  constexpr Wide prime = (Wide{1} << 88U) + (Wide{1} << 8U) + 0x3bU;
  Wide hash = (Wide{0x6c62272e07bb0142} << 64U) | Wide{0x62b821756295c58d};
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= prime;
  }
  std::string out;
  append_integer(out, static_cast<std::uint64_t>(hash >> 64U));
  append_integer(out, static_cast<std::uint64_t>(hash));
  return out;
}

}  // namespace

std::string fingerprint(const dynamodb::TransactWriteItemsRequest& request) {
  std::string bytes;
  for (const dynamodb::TransactWriteItem& action : request.transact_items) std::visit(ActionAppender{bytes}, action);
  return hash_128(bytes);
}

dynamodb::Result<std::optional<ReadUnitsOfTables>> look_up_token(const WriteState& state, std::string_view token,
                                                                 std::string_view request_fingerprint) {
  const dynamodb::Result<std::optional<std::string>> row = state.row(system_keys::token(token));
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  ByteReader reader(**row);
  if (reader.integer<std::uint64_t>() <= milliseconds_of(state.now())) return std::nullopt;
  if (reader.string() != request_fingerprint) {
    return std::unexpected(dynamodb::errors::idempotent_parameter_mismatch());
  }
  ReadUnitsOfTables units;
  while (!reader.at_end()) {
    std::string table_name = reader.string();
    units.emplace(std::move(table_name), static_cast<double>(reader.integer<std::uint64_t>()));
  }
  return units;
}

void remember_token(const WriteState& state, std::string_view token, const TokenRecord& record, Mutations& mutations) {
  const std::uint64_t expires_at =
      milliseconds_of(state.now() + std::chrono::minutes(dynamodb::limits::client_request_token_minutes));
  std::string value;
  append_integer(value, expires_at);
  append_string(value, record.request_fingerprint);
  for (const auto& [table_name, units] : record.units_of_repetition) {
    append_string(value, table_name);
    append_integer(value, static_cast<std::uint64_t>(units));
  }
  mutations.rows.push_back({system_keys::token(token), std::move(value)});
  mutations.rows.push_back({system_keys::token_expiry(expires_at, token), std::string()});
}

Mutations TokenSweep::expired(const WriteState& state) {
  next_ = state.now() + interval;
  Mutations mutations;
  const std::uint64_t now = milliseconds_of(state.now());
  RangeIterator rows = state.committed().iterate(system_keys::expired_tokens(now));
  for (std::size_t count = 0; rows.valid() && count < tokens_per_sweep_max; rows.next(), ++count) {
    const std::string token_key = system_keys::token(system_keys::token_of_expiry(rows.key()));
    mutations.rows.push_back({std::string(rows.key()), std::nullopt});
    // The token may have been used again since, and then expires later.
    const dynamodb::Result<std::optional<std::string>> row = state.row(token_key);
    if (row && *row && ByteReader(**row).integer<std::uint64_t>() <= now) {
      mutations.rows.push_back({token_key, std::nullopt});
    }
  }
  if (mutations.rows.size() >= tokens_per_sweep_max) next_ = state.now();
  return mutations;
}

}  // namespace engine
