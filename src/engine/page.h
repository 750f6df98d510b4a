// One page of a Query or Scan: what is evaluated, what is answered, where it ends. Pure: rows come in, a page comes
// out. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/expressions/expression.h"
#include "dynamodb/limits.h"
#include "dynamodb/requests.h"

namespace engine {

struct PageOptions {
  std::optional<std::int64_t> limit = {};  // rows evaluated, at least 1
  std::size_t bytes_max = dynamodb::limits::page_bytes_max;
  bool count_only = false;
  std::optional<dynamodb::Condition> filter = {};
  std::optional<dynamodb::ProjectionPaths> projection = {};
  // The bytes of the whole item that a row stands for, for filter and projection, where rows do not hold enough; empty:
  // rows are enough.
  std::function<dynamodb::Result<std::string>(std::string_view row_key)> whole_item = {};
  bool answer_whole_items = false;  // of whole_item and not of the row, where there is no projection
};

// A page ends
//   with the row that is the limit's last: then there is a last key, also where no row follows;
//   with the row that takes it over bytes_max (of item size, before filtering; of the whole items where those are
//   fetched): the service's full pages consume 128.5 units, half a unit more than 1 MB does;
//   with the last row: then there is no last key.
class PageBuilder {
 public:
  // `rows_expected`: room to make at once.
  explicit PageBuilder(PageOptions options, std::size_t rows_expected = 0) : options_(std::move(options)) {
    page_.items.reserve(rows_expected);
  }

  // Evaluates the next row; false: the page has ended with it.
  [[nodiscard]] dynamodb::Result<bool> add(std::string_view row_key, std::string_view row_value);

  // The key of the last row evaluated, where the page was cut; nullopt: no row was left.
  [[nodiscard]] std::optional<std::string_view> last_key() const;
  // Of the rows evaluated.
  [[nodiscard]] std::size_t row_bytes() const { return row_bytes_; }
  // What fetching whole items consumed.
  [[nodiscard]] double fetched_units(bool consistent) const { return consistent ? fetched_units_ : fetched_units_ / 2; }
  // The page but for its last_evaluated_key.
  [[nodiscard]] dynamodb::PageResult take() && { return std::move(page_); }

 private:
  // The row passes the filter; what of it is asked for is in the page.
  void evaluate(dynamodb::EncodedItem& row, const dynamodb::EncodedItem& whole);

  PageOptions options_;
  dynamodb::PageResult page_;
  std::size_t bytes_ = 0;
  std::size_t row_bytes_ = 0;
  double fetched_units_ = 0;  // of consistent reads, each item rounded up
  bool cut_ = false;
  std::string last_key_;
  std::string scratch_;  // the row's bytes; used again for the next row unless the row is answered
};

}  // namespace engine
