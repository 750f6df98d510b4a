// Which tables there are. A catalog is immutable: whoever changes it publishes a new one, so that a reader sees one
// state for as long as it holds it.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/table.h"
#include "dynamodb/table_requests.h"

namespace engine {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

// Creating: it takes every write already, but does not hold all the older items yet (backfill.h).
enum class IndexStatus : std::uint8_t { active, creating };

struct Index {
  std::uint32_t id = 0;  // its entries' key prefix (key_encoding.h); never used again after a table is deleted
  bool is_global = true;
  dynamodb::IndexDefinition definition;
  IndexStatus status = IndexStatus::active;
};

// Enabling: new writes are in the rows by expiry (system_keys.h), not all the older items yet.
struct TimeToLive {
  std::string attribute_name;
  bool enabling = false;
  friend bool operator==(const TimeToLive&, const TimeToLive&) = default;
};

struct Table {
  std::uint32_t id = 0;  // its items' key prefix
  dynamodb::TableDefinition definition;
  std::vector<Index> indexes;  // global, then local, each in the definition's order
  std::string uuid;
  Time created_at;
  std::string stream_label = {};                   // of the latest stream; empty: there never was one
  std::vector<dynamodb::Tag> tags = {};            // ascending by key
  std::optional<TimeToLive> time_to_live = {};     // nullopt: disabled
  std::optional<Time> pay_per_request_since = {};  // the latest switch to it; stays after a switch back
  std::optional<Time> table_class_since = {};      // the latest change; nullopt: none

  // An index is being filled: UPDATING, and nothing else can be changed.
  [[nodiscard]] bool is_updating() const;
  [[nodiscard]] const Index* find_index(std::string_view name) const;
};

class Catalog {
 public:
  using Tables = std::map<std::string, std::shared_ptr<const Table>, std::less<>>;  // by name, ascending by bytes

  Catalog() = default;
  explicit Catalog(Tables tables) : tables_(std::move(tables)) {}

  [[nodiscard]] const Tables& tables() const { return tables_; }
  // nullptr when there is none.
  [[nodiscard]] std::shared_ptr<const Table> find(std::string_view name) const;
  // ResourceNotFoundException, in the words of the data plane.
  [[nodiscard]] dynamodb::Result<std::shared_ptr<const Table>> require(std::string_view name) const;

 private:
  Tables tables_;
};

// A table as its record in the store, and back. Damaged bytes throw std::runtime_error. Members that came later stand
// at the end, and records without them are read too: never change what is there, append.
[[nodiscard]] std::string encode_table(const Table& table);
[[nodiscard]] Table decode_table(std::string_view bytes);

}  // namespace engine
