"""Random attribute values, items and keys, from pools so small that requests meet each other's items."""

import base64

import tables

TEXTS = ["", "a", "ab", "abc", "b", "Übung", "☀", "z" * 40]
KEY_TEXTS = ["a", "b", "ab", "ß"]
NUMBERS = ["0", "1", "-1", "2", "10", "1.5", "-0.25", "1E2", "100", "0.000000001", "9999999999999999999999999999999999999", "1E-130", "-9.5E125"]
# No exponents: in a transaction DynamoDB Local takes 1E2 and 100 for two keys.
KEY_NUMBERS = ["0", "1", "-1", "2", "10", "1.5", "100"]
BLOBS = [base64.b64encode(blob).decode() for blob in (b"", b"a", b"\x00", b"\xff\x00", b"ab")]
KEY_BLOBS = BLOBS[1:4]
NAMES = ["n", "label", "owner", "at", "size", "mark", "tags", "marks", "blobs", "doc", "list", "flag", "none", "name"]
NESTED_NAMES = ["x", "y", "deep"]
INVALID_VALUES = [
    {"N": "abc"}, {"N": ""}, {"N": "1E126"}, {"N": "1E-131"}, {"N": "1" * 39}, {"N": " 1"}, {"SS": []}, {"NS": ["1", "1.0"]}, {"SS": ["a", "a"]},
    {"NS": ["x"]}, {}, {"S": "a", "N": "1"}, {"NULL": False}, {"B": "not base64!"}, {"M": {"x": {"N": "x"}}}, {"L": [{}]}, {"BS": []}, {"SS": [""]},
]


def scalar(random, kind):
    if kind == "S":
        return {"S": random.choice(TEXTS)}
    if kind == "N":
        return {"N": random.choice(NUMBERS)}
    if kind == "B":
        return {"B": random.choice(BLOBS)}
    return {"BOOL": random.random() < 0.5} if kind == "BOOL" else {"NULL": True}


def members(random, pool):
    return random.sample(pool, random.randint(1, 3))


def value(random, depth=0):
    kind = random.choice(["S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS"] + (["L", "M"] if depth < 3 else []))
    if kind == "SS":
        return {"SS": members(random, TEXTS[1:])}
    if kind == "NS":
        return {"NS": members(random, ["0", "1", "-1", "2.5", "100"])}
    if kind == "BS":
        return {"BS": members(random, BLOBS[1:])}
    if kind == "L":
        return {"L": [value(random, depth + 1) for _ in range(random.randint(0, 3))]}
    if kind == "M":
        return {"M": {name: value(random, depth + 1) for name in random.sample(NESTED_NAMES, random.randint(0, 3))}}
    return scalar(random, kind)


def typical(random, name):
    """Mostly of one type per name, so that expressions find what they can work on."""
    if random.random() < 0.15:
        return value(random)
    if name in ("tags", "marks", "blobs"):
        pool = {"tags": ("SS", TEXTS[1:]), "marks": ("NS", ["0", "1", "2.5"]), "blobs": ("BS", BLOBS[1:])}[name]
        return {pool[0]: members(random, pool[1])}
    if name == "doc":
        return {"M": {inner: value(random, 1) for inner in random.sample(NESTED_NAMES, 2)}}
    if name == "list":
        return {"L": [value(random, 1) for _ in range(random.randint(1, 3))]}
    kinds = {"n": "N", "at": "N", "size": "N", "label": "S", "owner": "S", "name": "S", "mark": "B", "flag": "BOOL", "none": "NULL"}
    return scalar(random, kinds[name])


def key_value(random, kind):
    return {kind: random.choice({"S": KEY_TEXTS, "N": KEY_NUMBERS, "B": KEY_BLOBS}[kind])}


def index_key(random, name):
    return key_value(random, tables.INDEX_TYPES[name])


def key(random, table):
    return {name: key_value(random, kind) for name, kind in tables.TYPES[table].items()}


def item(random, table):
    """Attributes that are keys of an index are mostly such that the index takes them."""
    made = {name: typical(random, name) for name in random.sample(NAMES, random.randint(0, 6))}
    indexed = {name for parts in [*tables.GLOBAL[table].values(), *tables.LOCAL[table].values()] for name in parts[:2] if name}
    for name in sorted(indexed):  # a set's order is another in every process
        if name in made and random.random() < 0.95:
            made[name] = index_key(random, name)
    return {**made, **key(random, table)}
