"""Whether two answers mean the same: what has no order or is each server's own is brought to one form first."""

import json

import tables
from wire import Answer, Request

SETS = {"SS", "NS", "BS"}
OWN = {
    "TableId", "TableArn", "IndexArn", "CreationDateTime", "LatestStreamArn", "LatestStreamLabel", "RequestId", "LastUpdateToPayPerRequestDateTime",
    "LastIncreaseDateTime", "LastDecreaseDateTime", "TableSizeBytes", "IndexSizeBytes", "ItemCount",
}
TOKENS = {"NextToken"}  # each server's own, but both must give one
UNORDERED = {"AttributeDefinitions", "GlobalSecondaryIndexes", "LocalSecondaryIndexes"}


def canonical(value: object, name: str = "") -> object:
    if isinstance(value, dict):
        return {member: member in TOKENS or canonical(inner, member) for member, inner in value.items() if member not in OWN}
    if isinstance(value, list):
        inner = [canonical(element) for element in value]
        return sorted(inner, key=as_key) if name in SETS | UNORDERED else inner
    return value


def as_key(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def key_order(request: Request) -> list[str]:
    """The attributes that a Query's items are ordered by; items equal in these come in any order."""
    table, index = request.body.get("TableName"), request.body.get("IndexName")
    if request.operation != "Query" or table not in tables.KEYS or not index:
        return []
    return [name for name in {**tables.GLOBAL[table], **tables.LOCAL[table]}.get(index, ())[:2] if name]


def without_order(request: Request, body: dict) -> dict:
    """A Scan's items in no order; a Query's of an index in that of its key alone; a batch's by table in no order."""
    body = dict(body)
    if isinstance(body.get("Items"), list) and (request.operation == "Scan" or key_order(request)):
        if request.operation == "Query":
            body["order"] = [[item.get(name) for name in key_order(request)] for item in body["Items"]]
        body["Items"] = sorted(body["Items"], key=as_key)
    if request.operation == "BatchGetItem" and isinstance(body.get("Responses"), dict):
        body["Responses"] = {table: sorted(items, key=as_key) for table, items in body["Responses"].items()}
    if isinstance(body.get("ConsumedCapacity"), list):
        body["ConsumedCapacity"] = sorted(body["ConsumedCapacity"], key=as_key)
    return body


def meaning(request: Request, answer: Answer) -> tuple:
    body = canonical(answer.body)
    if answer.status != 200:
        if not isinstance(body, dict):
            return (answer.status, body)
        rest = {name: value for name, value in body.items() if name not in ("__type", "message", "Message")}
        return (answer.status, answer.error, answer.message, rest)
    if isinstance(body, dict) and isinstance(request.body, dict):
        body = without_order(request, body)
    return (answer.status, body)


def are_same(request: Request, ours: Answer, theirs: Answer) -> bool:
    return meaning(request, ours) == meaning(request, theirs)
