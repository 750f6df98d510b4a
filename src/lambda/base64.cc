#include "lambda/base64.h"

#include <openssl/evp.h>

#include <climits>

namespace lambda {
namespace {

constexpr std::size_t group_chars = 4;
constexpr std::size_t group_bytes = 3;
// OpenSSL counts in int; a payload of Lambda is 6 MB at most.
constexpr std::size_t text_bytes_max = INT_MAX / 2;

const unsigned char* unsigned_bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string base64_encode(std::string_view bytes) {
  const std::size_t text_bytes = (bytes.size() + group_bytes - 1) / group_bytes * group_chars;
  std::string text(text_bytes + 1, '\0');  // OpenSSL ends it with a zero
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), unsigned_bytes(bytes), static_cast<int>(bytes.size()));
  text.resize(text_bytes);
  return text;
}

std::optional<std::string> base64_decode(std::string_view text) {
  if (text.empty()) return std::string();
  if (text.size() % group_chars != 0 || text.size() > text_bytes_max) return std::nullopt;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  if (text.find('=') < text.size() - padding) return std::nullopt;  // OpenSSL takes it for a zero anywhere
  std::string bytes(text.size() / group_chars * group_bytes, '\0');
  const int written = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), unsigned_bytes(text),
                                      static_cast<int>(text.size()));
  if (written < 0 || static_cast<std::size_t>(written) != bytes.size()) return std::nullopt;
  bytes.resize(bytes.size() - padding);  // zeros
  return bytes;
}

}  // namespace lambda
