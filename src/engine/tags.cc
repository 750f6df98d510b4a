// TagResource, UntagResource, ListTagsOfResource: tags are part of the table's record.
#include "dynamodb/errors.h"
#include "dynamodb/table_validation.h"
#include "dynamodb/tag_validation.h"
#include "engine/operations.h"
#include "engine/storage.h"
#include "engine/table_change.h"
#include "engine/write_operations.h"

namespace engine {
namespace {

namespace errors = dynamodb::errors;
using dynamodb::ListTagsOfResourceResult;
using dynamodb::Result;
using dynamodb::Tag;
using dynamodb::TagResourceResult;
using dynamodb::UntagResourceResult;

constexpr std::size_t request_bytes = 32UL * 1024;

// The table's name in arn:aws:dynamodb:<region>:000000000000:table/<name>; nothing but tables has tags here.
Result<std::string> table_name_of(const std::string& arn, const std::string& region) {
  const std::string prefix = "arn:aws:dynamodb:" + region + ":000000000000:table/";
  const bool is_table = arn.starts_with(prefix);
  std::string name = is_table ? arn.substr(prefix.size()) : std::string();
  if (!is_table || !dynamodb::validate_table_name(name)) return std::unexpected(errors::resource_arn_malformed(arn));
  return name;
}

// Replaces the tags of the table that the ARN names by what `change` makes of them.
template <class Answer>
void change_tags(Writer& writer, const std::string& arn,
                 std::function<Result<std::vector<Tag>>(const std::vector<Tag>&)> change, OnDone<Answer> on_done) {
  Result<std::string> name = table_name_of(arn, writer.storage().options().region);
  if (!name) return on_done(std::unexpected(std::move(name.error())));
  writer.submit<Answer>(
      WriteKind::tables, request_bytes,
      [arn, name = std::move(*name), change = std::move(change)](const WriteState& state) -> Decision<Answer> {
        const std::shared_ptr<const Table> table = state.catalog().find(name);
        if (!table) return {std::unexpected(errors::resource_not_found_arn(arn)), {}};
        Result<std::vector<Tag>> tags = change(table->tags);
        if (!tags) return {std::unexpected(std::move(tags.error())), {}};
        auto changed = std::make_shared<Table>(*table);
        changed->tags = std::move(*tags);
        return {Answer(), changed_table(state, std::move(changed))};
      },
      std::move(on_done));
}

}  // namespace

void tag_resource(Writer& writer, const dynamodb::TagResourceRequest& request, OnDone<TagResourceResult> on_done) {
  if (request.tags.empty()) return on_done(std::unexpected(errors::tags_required()));
  if (auto valid = dynamodb::validate_tags(request.tags); !valid) {
    return on_done(std::unexpected(std::move(valid.error())));
  }
  change_tags<TagResourceResult>(
      writer, request.resource_arn,
      [added = request.tags](const std::vector<Tag>& tags) { return dynamodb::with_tags(tags, added); },
      std::move(on_done));
}

void untag_resource(Writer& writer, const dynamodb::UntagResourceRequest& request,
                    OnDone<UntagResourceResult> on_done) {
  if (request.tag_keys.empty()) return on_done(std::unexpected(errors::tag_keys_required()));
  if (auto valid = dynamodb::validate_tag_keys(request.tag_keys); !valid) {
    return on_done(std::unexpected(std::move(valid.error())));
  }
  change_tags<UntagResourceResult>(
      writer, request.resource_arn,
      [keys = request.tag_keys](const std::vector<Tag>& tags) -> Result<std::vector<Tag>> {
        return dynamodb::without_tags(tags, keys);
      },
      std::move(on_done));
}

Result<ListTagsOfResourceResult> list_tags_of_resource(const Storage& storage,
                                                       const dynamodb::ListTagsOfResourceRequest& request) {
  const Result<std::string> name = table_name_of(request.resource_arn, storage.options().region);
  if (!name) return std::unexpected(name.error());
  const std::shared_ptr<const Table> table = storage.catalog()->find(*name);
  if (!table) return std::unexpected(errors::access_to_tags_denied(request.resource_arn));
  return ListTagsOfResourceResult{.tags = table->tags, .next_token = std::nullopt};
}

}  // namespace engine
