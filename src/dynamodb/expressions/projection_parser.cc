// projection := path, …
#include <utility>

#include "dynamodb/expressions/parser.h"
#include "dynamodb/expressions/token_stream.h"

namespace dynamodb {

Result<std::vector<PathSyntax>> parse_projection_syntax(std::string_view text) {
  TokenStream tokens(text);
  std::vector<PathSyntax> paths;
  do {
    paths.push_back(parse_path(tokens));
  } while (tokens.accept(TokenKind::comma));
  tokens.expect(TokenKind::end);
  if (auto checked = tokens.check(ExpressionKind::projection); !checked) {
    return std::unexpected(std::move(checked.error()));
  }
  return paths;
}

}  // namespace dynamodb
