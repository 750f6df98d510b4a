#include "operations/fit_messages.h"

#include <fmt/format.h>

#include <algorithm>

namespace operations {
namespace {

// Record headers.
constexpr std::uint8_t compressed_timestamp = 0x80;
constexpr std::uint8_t definition_message = 0x40;
constexpr std::uint8_t developer_data = 0x20;
constexpr std::uint8_t local_type_mask = 0x0F;
constexpr std::uint8_t compressed_local_type_mask = 0x03;
constexpr int compressed_local_type_shift = 5;

constexpr std::size_t definition_fixed_bytes = 5;  // reserved, byte order, message number (2), number of fields
constexpr std::size_t field_definition_bytes = 3;

std::uint8_t byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<std::uint8_t>(bytes[offset]);
}

std::uint64_t integer(std::string_view bytes, bool is_big_endian) {
  std::uint64_t value = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    value = (value << 8) | byte_at(bytes, is_big_endian ? at : bytes.size() - 1 - at);
  }
  return value;
}

// Of an unsigned base type: its size, and what it writes for "no value".
struct UnsignedType {
  std::size_t bytes = 0;
  std::uint64_t invalid = 0;
};
std::optional<UnsignedType> unsigned_type(std::uint8_t base_type) {
  switch (base_type) {
    case 0x00:  // enum
    case 0x02:  // uint8
      return UnsignedType{1, 0xFF};
    case 0x84:
      return UnsignedType{2, 0xFFFF};
    case 0x86:
      return UnsignedType{4, 0xFFFF'FFFF};
    case 0x8F:
      return UnsignedType{8, 0xFFFF'FFFF'FFFF'FFFF};
    case 0x0A:  // the z types: zero is no value
      return UnsignedType{1, 0};
    case 0x8B:
      return UnsignedType{2, 0};
    case 0x8C:
      return UnsignedType{4, 0};
    case 0x90:
      return UnsignedType{8, 0};
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<std::uint64_t> FitMessage::number(std::uint8_t field) const {
  const auto found = std::ranges::find(fields_, field, &Field::number);
  if (found == fields_.end()) return std::nullopt;
  const auto type = unsigned_type(found->base_type);
  if (!type || type->bytes != found->bytes.size()) return std::nullopt;
  const std::uint64_t value = integer(found->bytes, is_big_endian_);
  return value == type->invalid ? std::nullopt : std::optional(value);
}

std::optional<std::string_view> FitMessageReader::take(std::size_t bytes) {
  if (data_.size() - position_ < bytes) return std::nullopt;
  const std::string_view taken = data_.substr(position_, bytes);
  position_ += bytes;
  return taken;
}

bool FitMessageReader::read_definition(std::uint8_t header) {
  const auto fixed = take(definition_fixed_bytes);
  if (!fixed) return false;
  Definition definition;
  definition.is_big_endian = byte_at(*fixed, 1) == 1;
  definition.message_number = static_cast<std::uint16_t>(integer(fixed->substr(2, 2), definition.is_big_endian));
  const auto fields = take(byte_at(*fixed, 4) * field_definition_bytes);
  if (!fields) return false;
  for (std::size_t at = 0; at < fields->size(); at += field_definition_bytes) {
    definition.fields.push_back({byte_at(*fields, at), byte_at(*fields, at + 1), byte_at(*fields, at + 2)});
    definition.bytes += definition.fields.back().bytes;
  }
  if ((header & developer_data) != 0) {
    const auto count = take(1);
    const auto developer_fields = count ? take(byte_at(*count, 0) * field_definition_bytes) : std::nullopt;
    if (!developer_fields) return false;
    for (std::size_t at = 0; at < developer_fields->size(); at += field_definition_bytes) {
      definition.bytes += byte_at(*developer_fields, at + 1);
    }
  }
  definitions_.at(header & local_type_mask) = std::move(definition);
  return true;
}

FitMessage FitMessageReader::message_of(const Definition& definition, std::string_view bytes) {
  std::vector<FitMessage::Field> fields;
  fields.reserve(definition.fields.size());
  for (const FieldDefinition& field : definition.fields) {
    fields.push_back({field.number, field.base_type, bytes.substr(0, field.bytes)});
    bytes.remove_prefix(field.bytes);
  }
  return {std::move(fields), definition.is_big_endian};
}

std::expected<std::optional<FitMessage>, std::string> FitMessageReader::next(std::uint16_t wanted) {
  while (const auto header_byte = take(1)) {
    const std::uint8_t header = byte_at(*header_byte, 0);
    const bool is_compressed = (header & compressed_timestamp) != 0;
    if (!is_compressed && (header & definition_message) != 0) {
      if (read_definition(header)) continue;
      return std::unexpected("the FIT file is damaged: its data end in the middle of a definition.");
    }
    const std::size_t local_type =
        is_compressed ? (header >> compressed_local_type_shift) & compressed_local_type_mask : header & local_type_mask;
    const auto& definition = definitions_.at(local_type);
    if (!definition) {
      return std::unexpected(fmt::format(
          "the FIT file is damaged: at byte {} of its data is a message that was not defined.", position_ - 1));
    }
    const auto bytes = take(definition->bytes);
    if (!bytes) return std::unexpected("the FIT file is damaged: its data end in the middle of a message.");
    if (definition->message_number == wanted) return message_of(*definition, *bytes);
  }
  return std::nullopt;
}

}  // namespace operations
