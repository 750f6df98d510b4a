// Keys: which attributes of an item are its key, and whether they may be.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
#pragma once

#include "dynamodb/attribute_value.h"
#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "dynamodb/table.h"

namespace dynamodb {

// The type that the table declares for a key attribute. The attribute must be declared
// (std::logic_error).
[[nodiscard]] ScalarType key_type(const TableDefinition& table, std::string_view attribute);

// A Key parameter (GetItem, DeleteItem, UpdateItem …): exactly the table's key attributes, right types, lengths in
// limits, not empty.
[[nodiscard]] Result<void> validate_key(const TableDefinition& table, const Key& key);

// A whole item (PutItem): keys as above, no empty set, nesting and size in limits, key attributes of its indexes
// of the declared type, not empty and not too long where present.
[[nodiscard]] Result<void> validate_item(const TableDefinition& table, const Item& item);
// What an UpdateItem has made of `before` (empty where there was no item): no empty set, nesting and size in limits,
// and the index keys that it changed. The table's key is validate_key's.
[[nodiscard]] Result<void> validate_updated_item(const TableDefinition& table, const Item& before, const Item& after);
// Values alone (placeholders, items): names, empty sets, duplicate members, nesting. The range of numbers is checked
// where they are made.
[[nodiscard]] Result<void> validate_values(const AttributeMap& values);

// The key attributes of an item (which has them).
[[nodiscard]] Key key_of(const KeySchema& schema, const Item& item);
// The item has every key attribute of the index with the declared type, so the (sparse) index holds it.
[[nodiscard]] bool is_in_index(const TableDefinition& table, const IndexDefinition& index, const Item& item);
// What the index keeps of the item: its projection, always with the table's and the index's key attributes.
[[nodiscard]] Item project_to_index(const TableDefinition& table, const IndexDefinition& index, const Item& item);

}  // namespace dynamodb
