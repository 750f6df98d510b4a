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

namespace engine {

struct Index {
  std::uint32_t id = 0;  // its entries' key prefix (key_encoding.h); never used again after a table is deleted
  bool is_global = true;
  dynamodb::IndexDefinition definition;
};

struct Table {
  std::uint32_t id = 0;  // its items' key prefix
  dynamodb::TableDefinition definition;
  std::vector<Index> indexes;  // global, then local, each in the definition's order
  std::string uuid;
  std::chrono::sys_time<std::chrono::milliseconds> created_at;

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

// A table as its record in the store, and back. Damaged bytes throw std::runtime_error.
[[nodiscard]] std::string encode_table(const Table& table);
[[nodiscard]] Table decode_table(std::string_view bytes);

}  // namespace engine
