#include "operations/log_conventions.h"

#include <fmt/format.h>

namespace operations {

ConventionCollector::ConventionCollector(const LogColumns& columns, const LogOptions& options, char delimiter)
    : columns_(columns), options_(options), delimiter_(delimiter) {
  for (const auto& column : columns.duration) numeric_columns_.push_back({column.index, {}, {}});
  for (const auto& column : columns.distance) numeric_columns_.push_back({column.index, {}, {}});
  for (const std::size_t index : columns.rpe) numeric_columns_.push_back({index, {}, {}});
}

void ConventionCollector::add(const CsvRecord& record) {
  for (const std::string& cell : record.fields) whole_file_.add(mark_evidence(cell));
  for (NumericColumn& column : numeric_columns_) {
    if (column.index >= record.fields.size()) continue;
    const std::string& cell = record.fields[column.index];
    const MarkEvidence evidence = mark_evidence(cell);
    column.count.add(evidence);
    if (evidence == MarkEvidence::ambiguous && !column.first_ambiguous) column.first_ambiguous = {record.line, cell};
  }
  for (const auto* dates : {&columns_.date, &columns_.start_time}) {
    for (const std::size_t index : *dates) {
      if (index >= record.fields.size()) continue;
      const std::string& cell = record.fields[index];
      const OrderEvidence evidence = date_order_evidence(cell);
      day_first_ += evidence == OrderEvidence::day_first;
      month_first_ += evidence == OrderEvidence::month_first;
      if (evidence == OrderEvidence::ambiguous && !first_open_date_) first_open_date_ = {record.line, cell};
    }
  }
}

std::expected<DecimalMark, InputError> ConventionCollector::decide_mark(const NumericColumn& column) const {
  if (options_.decimal_mark != DecimalMark::automatic) return options_.decimal_mark;
  if (const auto mark = column.count.mark()) return *mark;
  if (!column.first_ambiguous && column.count.point == 0) return DecimalMark::point;
  if (column.first_ambiguous) {
    if (const auto mark = whole_file_.mark()) return *mark;
    const std::string& text = column.first_ambiguous->text;
    if (text.contains('.') && delimiter_ != ';') return DecimalMark::point;
  }
  const Cell& cell = column.first_ambiguous.value_or(Cell{});
  return std::unexpected(InputError{
      cell.line,
      fmt::format("the numbers of the column '{}' can be read in two ways{}; say the decimal mark.",
                  columns_.names[column.index], cell.line == 0 ? "" : fmt::format(" ({})", quoted(cell.text))),
      InputFault::decimal_mark});
}

std::expected<LogConventions, InputError> ConventionCollector::decide() const {
  LogConventions conventions;
  conventions.marks.assign(columns_.names.size(), DecimalMark::point);
  for (const NumericColumn& column : numeric_columns_) {
    const auto mark = decide_mark(column);
    if (!mark) return std::unexpected(mark.error());
    conventions.marks[column.index] = *mark;
  }
  conventions.date_order = options_.date_order;
  if (options_.date_order != DateOrder::automatic) return conventions;
  if (day_first_ > 0 && month_first_ == 0) conventions.date_order = DateOrder::day_first;
  if (month_first_ > 0 && day_first_ == 0) conventions.date_order = DateOrder::month_first;
  // With both in one file each date that says it itself is read, and the others are errors of their rows.
  if (first_open_date_ && day_first_ == 0 && month_first_ == 0) {
    return std::unexpected(InputError{
        first_open_date_->line,
        fmt::format(
            "the date {} may be day/month or month/day, and no other date of the file tells; say the date order.",
            quoted(first_open_date_->text)),
        InputFault::date_order});
  }
  return conventions;
}

}  // namespace operations
