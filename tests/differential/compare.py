"""Whether two answers mean the same: what has no order or is each server's own is brought to one form first."""

import decimal
import json

import tables
from wire import Answer, Request

SETS = {"SS", "NS", "BS"}
OWN = {
    "TableId", "TableArn", "IndexArn", "CreationDateTime", "LatestStreamArn", "LatestStreamLabel", "RequestId", "LastUpdateToPayPerRequestDateTime",
    "LastIncreaseDateTime", "LastDecreaseDateTime", "TableSizeBytes", "IndexSizeBytes", "ItemCount",
    "WarmThroughput",
}
TOKENS = {"NextToken"}  # each server's own, but both must give one
UNORDERED = {"AttributeDefinitions", "GlobalSecondaryIndexes", "LocalSecondaryIndexes"}


def canonical(value: object, name: str = "") -> object:
    if isinstance(value, dict) and list(value) == ["N"] and isinstance(value["N"], str):
        return {"N": number(value["N"])}
    if isinstance(value, dict):
        value = {member: inner for member, inner in value.items() if not (member == "ProvisionedThroughput" and is_on_demand(inner))}
        return {member: member in TOKENS or canonical(inner, member) for member, inner in value.items() if member not in OWN}
    if name == "Message" and isinstance(value, str):
        return value.rstrip(".")  # of a cancellation's reason
    if isinstance(value, list):
        inner = [number(element) for element in value] if name == "NS" else [canonical(element) for element in value]
        return sorted(inner, key=as_key) if name in SETS | UNORDERED else inner
    return value


def is_on_demand(throughput: object) -> bool:
    """DynamoDB Local leaves it away where the service shows zeros."""
    return isinstance(throughput, dict) and throughput.get("ReadCapacityUnits") == throughput.get("WriteCapacityUnits") == 0


def number(text: str) -> str:
    """By value: DynamoDB Local gives 1E2 inside of documents as it came, and very large and small ones with an exponent."""
    try:
        return str(decimal.Context(prec=100).create_decimal(text).normalize(decimal.Context(prec=100)))
    except (decimal.InvalidOperation, TypeError):
        return text


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


def differing(ours: object, theirs: object, path: str = "") -> list[str]:
    """The places where two meanings differ."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return [line for name in {**ours, **theirs} for line in differing(ours.get(name), theirs.get(name), f"{path}.{name}")]
    if isinstance(ours, list | tuple) and isinstance(theirs, list | tuple) and len(ours) == len(theirs):
        return [line for place, pair in enumerate(zip(ours, theirs)) for line in differing(*pair, f"{path}[{place}]")]
    return [] if ours == theirs else [f"{path}: ours {ours!r:.150}, theirs {theirs!r:.150}"]
