// The messages of a FIT file. Definitions say how the data messages after them look; developer fields, compressed
// timestamps and both byte orders are understood as far as walking over them needs it.
// https://developer.garmin.com/fit/protocol/
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace operations {

// One data message; views into the file.
class FitMessage {
 public:
  struct Field {
    std::uint8_t number = 0;
    std::uint8_t base_type = 0;
    std::string_view bytes;
  };
  FitMessage() = default;
  FitMessage(std::vector<Field> fields, bool is_big_endian)
      : fields_(std::move(fields)), is_big_endian_(is_big_endian) {}

  // The value of an enum or unsigned field; nullopt where the message has none, it says "invalid", or the field is of
  // another type or an array.
  [[nodiscard]] std::optional<std::uint64_t> number(std::uint8_t field) const;

 private:
  std::vector<Field> fields_;
  bool is_big_endian_ = false;
};

class FitMessageReader {
 public:
  // `data`: FitFile::data, which stays alive.
  explicit FitMessageReader(std::string_view data) : data_(data) {}

  // The next message with the global number `wanted`; nullopt at the end. Errors are sentences, and nothing more can be
  // read after one: the data end within a message, or a message comes before its definition.
  [[nodiscard]] std::expected<std::optional<FitMessage>, std::string> next(std::uint16_t wanted);

 private:
  struct FieldDefinition {
    std::uint8_t number = 0;
    std::uint8_t bytes = 0;
    std::uint8_t base_type = 0;
  };
  struct Definition {
    std::uint16_t message_number = 0;
    bool is_big_endian = false;
    std::vector<FieldDefinition> fields;
    std::size_t bytes = 0;  // of a data message, developer fields too
  };
  static constexpr std::size_t local_types = 16;

  std::optional<std::string_view> take(std::size_t bytes);
  [[nodiscard]] bool read_definition(std::uint8_t header);
  [[nodiscard]] static FitMessage message_of(const Definition& definition, std::string_view bytes);

  std::string_view data_;
  std::size_t position_ = 0;
  std::array<std::optional<Definition>, local_types> definitions_;
};

}  // namespace operations
