"""The tables that requests go to: keys of each type, indexes of each kind and projection."""

STRINGS = "diff.strings"
NUMBERS = "diff-numbers"
BINARIES = "diff_binaries"
KEYS = {STRINGS: ("pk", "sk"), NUMBERS: ("id", None), BINARIES: ("id", "at")}
TYPES = {STRINGS: {"pk": "S", "sk": "S"}, NUMBERS: {"id": "N"}, BINARIES: {"id": "B", "at": "N"}}
# index → (hash, sort, what it projects)
GLOBAL = {
    STRINGS: {"by-owner": ("owner", "at", "ALL"), "by-label": ("label", None, "KEYS_ONLY")},
    NUMBERS: {"by-mark": ("mark", "id", ["label", "n"])},
    BINARIES: {},
}
LOCAL = {STRINGS: {"by-size": ("pk", "size", ["label"])}, NUMBERS: {}, BINARIES: {"by-name": ("id", "name", "ALL")}}
INDEX_TYPES = {"owner": "S", "at": "N", "label": "S", "mark": "B", "id": "N", "size": "N", "name": "S", "pk": "S"}
ALL = (STRINGS, NUMBERS, BINARIES)
MADE = "diff-made"  # what requests of the control plane create


def schema(hash_name, sort_name):
    sort = [{"AttributeName": sort_name, "KeyType": "RANGE"}] if sort_name else []
    return [{"AttributeName": hash_name, "KeyType": "HASH"}, *sort]


def index(name, hash_name, sort_name, projected):
    is_list = isinstance(projected, list)
    projection = {"ProjectionType": "INCLUDE", "NonKeyAttributes": projected} if is_list else {"ProjectionType": projected}
    return {"IndexName": name, "KeySchema": schema(hash_name, sort_name), "Projection": projection}


def create_request(table: str) -> dict:
    types = dict(TYPES[table])
    for hash_name, sort_name, _ in [*GLOBAL[table].values(), *LOCAL[table].values()]:
        for name in (hash_name, sort_name):
            if name:
                types.setdefault(name, INDEX_TYPES[name])
    request = {
        "TableName": table,
        "KeySchema": schema(*KEYS[table]),
        "AttributeDefinitions": [{"AttributeName": name, "AttributeType": kind} for name, kind in types.items()],
        "BillingMode": "PAY_PER_REQUEST",
    }
    for member, indexes in (("GlobalSecondaryIndexes", GLOBAL[table]), ("LocalSecondaryIndexes", LOCAL[table])):
        if indexes:
            request[member] = [index(name, *parts) for name, parts in indexes.items()]
    return request


def create_anew(endpoint) -> None:
    """Empty tables, whatever was there."""
    endpoint.call("DeleteTable", {"TableName": MADE})
    for table in ALL:
        endpoint.call("DeleteTable", {"TableName": table})
        answer = endpoint.call("CreateTable", create_request(table))
        if answer.status != 200:
            raise RuntimeError(f"CreateTable of {table}: {answer.as_text()}")
