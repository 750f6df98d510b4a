#include "partiql/next_token.h"

#include "dynamodb/encoded_item.h"

namespace partiql {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t token_chars_max = 32768;
constexpr std::size_t integer_bytes = 8;
constexpr char string_type = 'S';
constexpr char number_type = 'N';
constexpr char binary_type = 'B';

// FNV-1a: what is not ours shall not be read as ours; nothing here is a secret.
std::uint64_t hash_of(std::string_view bytes, std::uint64_t hash = 0xcbf29ce484222325) {
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3;
  }
  return hash;
}

std::string to_base64(std::string_view bytes) {
  std::string text;
  std::uint32_t buffer = 0;
  int bits = 0;
  for (const char byte : bytes) {
    buffer = (buffer << 8) | static_cast<unsigned char>(byte);
    bits += 8;
    for (; bits >= 6; bits -= 6) text += alphabet[(buffer >> (bits - 6)) & 0x3F];
    buffer &= 0xFF;
  }
  if (bits > 0) text += alphabet[(buffer << (6 - bits)) & 0x3F];
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

// Of the text's one spelling only.
std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t buffer = 0;
  int bits = 0;
  for (const char character : text) {
    if (character == '=') break;
    const auto digit = alphabet.find(character);
    if (digit == std::string_view::npos) return std::nullopt;
    buffer = ((buffer << 6) | static_cast<std::uint32_t>(digit)) & 0xFFFF;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((buffer >> bits) & 0xFF);
  }
  if (to_base64(bytes) != text) return std::nullopt;
  return bytes;
}

void put_integer(std::string& bytes, std::uint64_t value) {
  for (std::size_t index = 0; index < integer_bytes; ++index) {
    bytes += static_cast<char>(value >> (8 * index));
  }
}
void put_text(std::string& bytes, std::string_view text) {
  put_integer(bytes, text.size());
  bytes += text;
}

void put_attribute(std::string& bytes, const std::string& name, const dynamodb::AttributeValue& value) {
  put_text(bytes, name);
  if (const auto* text = value.get_if<std::string>()) {
    bytes += string_type;
    put_text(bytes, *text);
  } else if (const auto* number = value.get_if<dynamodb::Number>()) {
    bytes += number_type;
    put_text(bytes, number->to_string());
  } else if (const auto* binary = value.get_if<dynamodb::Binary>()) {
    bytes += binary_type;
    put_text(bytes, binary->bytes);
  }
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

  std::optional<std::string_view> take(std::uint64_t size) {
    if (size > bytes_.size()) return std::nullopt;
    const auto taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  std::optional<std::uint64_t> integer() {
    const auto taken = take(integer_bytes);
    if (!taken) return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t index = 0; index < integer_bytes; ++index) {
      value |= std::uint64_t{static_cast<unsigned char>((*taken)[index])} << (8 * index);
    }
    return value;
  }
  std::optional<std::string_view> text() {
    const auto size = integer();
    return size ? take(*size) : std::nullopt;
  }

 private:
  std::string_view bytes_;
};

std::optional<dynamodb::AttributeValue> take_value(Reader& reader) {
  const auto type = reader.take(1);
  const auto text = type ? reader.text() : std::nullopt;
  if (!text) return std::nullopt;
  if (type->front() == string_type) return std::string(*text);
  if (type->front() == binary_type) return dynamodb::Binary{std::string(*text)};
  if (type->front() != number_type) return std::nullopt;
  const auto number = dynamodb::Number::parse(*text);
  if (!number) return std::nullopt;
  return *number;
}

// The key behind the position's other fields; it is there when anything is.
bool take_key(Reader& reader, Position& position) {
  while (!reader.at_end()) {
    const auto name = reader.text();
    auto value = name ? take_value(reader) : std::nullopt;
    if (!value) return false;
    if (!position.last_evaluated) position.last_evaluated.emplace();
    position.last_evaluated->emplace(*name, std::move(*value));
  }
  return true;
}

}  // namespace

std::uint64_t statement_hash(std::string_view statement, const dynamodb::StatementParameters& parameters) {
  const auto hash = hash_of(statement);
  if (!parameters) return hash;
  return hash_of(dynamodb::EncodedItem({{"parameters", dynamodb::List(*parameters)}}).bytes(), hash);
}

std::string make_next_token(const Position& position, std::uint64_t statement_hash) {
  std::string bytes;
  put_integer(bytes, statement_hash);
  put_integer(bytes, position.query);
  if (position.last_evaluated) {
    for (const auto& [name, value] : *position.last_evaluated) put_attribute(bytes, name, value);
  }
  put_integer(bytes, hash_of(bytes));
  return to_base64(bytes);
}

std::optional<Position> read_next_token(std::string_view token, std::uint64_t statement_hash) {
  if (token.size() > token_chars_max) return std::nullopt;
  const auto bytes = from_base64(token);
  if (!bytes || bytes->size() < 3 * integer_bytes) return std::nullopt;
  const std::string_view payload(bytes->data(), bytes->size() - integer_bytes);
  Reader check(std::string_view(*bytes).substr(payload.size()));
  Reader reader(payload);
  if (check.integer() != hash_of(payload) || reader.integer() != statement_hash) return std::nullopt;
  const auto query = reader.integer();
  if (!query || *query > UINT32_MAX) return std::nullopt;
  Position position{.query = static_cast<std::uint32_t>(*query)};
  if (!take_key(reader, position)) return std::nullopt;
  return position;
}

}  // namespace partiql
