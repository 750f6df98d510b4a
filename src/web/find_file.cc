#include <algorithm>

#include "web/files.h"

namespace web {

const File* find_file(std::string_view path) {
  const auto all = files();
  const auto found = std::ranges::lower_bound(all, path, {}, &File::path);
  return found != all.end() && found->path == path ? &*found : nullptr;
}

}  // namespace web
