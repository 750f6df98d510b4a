// What only the whole file can tell: the decimal mark of each column, and the order of day and month.
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "operations/civil_time.h"
#include "operations/csv.h"
#include "operations/decimal_number.h"
#include "operations/log_columns.h"
#include "operations/training_log.h"

namespace operations {

struct LogConventions {
  std::vector<DecimalMark> marks;  // by column; never automatic
  DateOrder date_order = DateOrder::automatic;
};

// Sees every record once, in order.
class ConventionCollector {
 public:
  ConventionCollector(const LogColumns& columns, const LogOptions& options, char delimiter);
  void add(const CsvRecord& record);
  // The mark of a column is what most of its cells show, else what most cells of the file show; where nothing shows it,
  // "1.234" in a file with commas or tabs has a decimal point, as programs write it, and everything else that could be
  // read two ways is an error that names the first such line and the option to say it by. The options go first.
  [[nodiscard]] std::expected<LogConventions, InputError> decide() const;

 private:
  struct Cell {
    std::size_t line = 0;
    std::string text;
  };
  struct NumericColumn {
    std::size_t index = 0;
    MarkCount count;
    std::optional<Cell> first_ambiguous;
  };
  [[nodiscard]] std::expected<DecimalMark, InputError> decide_mark(const NumericColumn& column) const;

  const LogColumns& columns_;
  const LogOptions& options_;
  char delimiter_;
  std::vector<NumericColumn> numeric_columns_;
  MarkCount whole_file_;
  std::size_t day_first_ = 0;
  std::size_t month_first_ = 0;
  std::optional<Cell> first_open_date_;
};

}  // namespace operations
