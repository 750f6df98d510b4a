// The expression language: parse once (errors as DynamoDB words them), evaluate many times. Everything here is pure.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html
//
//   auto context = ExpressionContext::create(attributes, {{ExpressionKind::condition, has_condition}, …});
//   auto condition = parse_condition(text, ExpressionKind::condition, *context);
//   auto update = parse_update(other_text, *context);
//   if (auto unused = context->check_all_used(); !unused) …      // after every expression of the request is parsed
//   condition->evaluate(item); update->apply(item);
//
// DynamoDB parses a request's expressions in this order, which decides whose error is answered: update, condition,
// key condition, filter, projection.
#pragma once

#include "dynamodb/expressions/condition.h"
#include "dynamodb/expressions/document_path.h"
#include "dynamodb/expressions/expression_context.h"
#include "dynamodb/expressions/key_condition.h"
#include "dynamodb/expressions/projection.h"
#include "dynamodb/expressions/update.h"
