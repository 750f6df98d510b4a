// What an import did, or would do, as JSON.
#pragma once

#include <cstddef>
#include <string>

#include "operations/file_import.h"

namespace api {

enum class ImportStage { preview, written };  // only what was written says where the next piece begins
// Of a preview the first this many rows are sent, and "rowsCut" where there are more.
inline constexpr std::size_t preview_rows_max = 20'000;

[[nodiscard]] std::string represent(const operations::FileImport& result, ImportStage stage);

}  // namespace api
