// Owning what AWS's C libraries count references of, and their cursors as views.
#pragma once

#include <aws/common/byte_buf.h>
#include <aws/common/string.h>

#include <memory>
#include <string>
#include <string_view>

namespace aws {

template <auto Release>
struct ReleasedBy {
  template <typename T>
  void operator()(T* held) const {
    Release(held);
  }
};
template <typename T, auto Release>
using Handle = std::unique_ptr<T, ReleasedBy<Release>>;

using StringHandle = Handle<aws_string, aws_string_destroy>;

[[nodiscard]] inline aws_byte_cursor cursor_of(std::string_view text) {
  return aws_byte_cursor_from_array(text.data(), text.size());
}
[[nodiscard]] inline std::string_view view_of(const aws_byte_cursor& cursor) {
  return {reinterpret_cast<const char*>(cursor.ptr), cursor.len};
}
[[nodiscard]] inline std::string_view view_of(const aws_string* text) {
  return {aws_string_c_str(text), text->len};
}
[[nodiscard]] inline StringHandle string_of(std::string_view text) {
  return StringHandle{aws_string_new_from_array(aws_default_allocator(),
                                                reinterpret_cast<const std::uint8_t*>(text.data()), text.size())};
}

}  // namespace aws
