// Items and values as JSON, straight from the bytes in which they are stored.
#pragma once

#include "dynamodb/attribute_value.h"
#include "dynamodb/encoded_item.h"
#include "wire/json_text.h"

namespace wire {

// {"id":{"S":"a"},"n":{"N":"1"}}; names ascend.
void write_item(const dynamodb::EncodedItem& item, JsonText& out);
void write_map(const dynamodb::AttributeMap& map, JsonText& out);
// {"S":"a"}
void write_value(const dynamodb::AttributeValue& value, JsonText& out);

}  // namespace wire
