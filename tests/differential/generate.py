"""Random requests of the data plane. Most are valid; some have one thing wrong with them."""

import copy

import legacy
import statements
import tables
import values
from expressions import Expression
from wire import Request

RETURNS = {
    "PutItem": ["NONE", *["ALL_OLD"] * 8, "ALL_NEW"],
    "DeleteItem": ["NONE", *["ALL_OLD"] * 8, "UPDATED_NEW"],
    "UpdateItem": ["NONE", *["ALL_OLD", "ALL_NEW", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"] * 3, "SOME"],
}


def put_item(random):
    table = random.choice(tables.ALL)
    return conditional(random, {"TableName": table, "Item": values.item(random, table)}, "PutItem")


def delete_item(random):
    table = random.choice(tables.ALL)
    return conditional(random, {"TableName": table, "Key": values.key(random, table)}, "DeleteItem")


def update_item(random):
    table = random.choice(tables.ALL)
    expression = Expression(random)
    request = {"TableName": table, "Key": values.key(random, table)}
    if random.random() < 0.95:
        request["UpdateExpression"] = expression.update()
    return conditional(random, request, "UpdateItem", expression)


def conditional(random, request, operation, expression=None):
    expression = expression or Expression(random)
    if random.random() < 0.4:
        request["ConditionExpression"] = expression.condition()
        if random.random() < 0.4:
            request["ReturnValuesOnConditionCheckFailure"] = random.choice(["ALL_OLD", "NONE"])
    if random.random() < 0.6:
        request["ReturnValues"] = random.choice(RETURNS[operation])
    return operation, capacity(random, expression.put_into(request))


def capacity(random, request):
    if random.random() < 0.2:
        request["ReturnConsumedCapacity"] = random.choice(["TOTAL", "INDEXES", "NONE"])
    return request


def projected(random, request):
    expression = Expression(random)
    if random.random() < 0.4:
        request["ProjectionExpression"] = expression.projection()
    if random.random() < 0.4:
        request["ConsistentRead"] = random.random() < 0.5
    return expression.put_into(request)


def get_item(random):
    table = random.choice(tables.ALL)
    return "GetItem", capacity(random, projected(random, {"TableName": table, "Key": values.key(random, table)}))


def sort_condition(random, expression, name, kind):
    def bound():
        return expression.value(values.key_value(random, kind))

    written = expression.name(name)
    shape = random.choice(["=", "<", "<=", ">", ">=", "BETWEEN", "begins_with"])
    if shape == "BETWEEN":
        pair = [values.key_value(random, kind) for _ in range(2)]
        pair = sorted(pair, key=lambda value: float(value["N"])) if kind == "N" else sorted(pair, key=str)
        return f"{written} BETWEEN {expression.value(pair[0])} AND {expression.value(pair[1])}"
    if shape == "begins_with":
        return f"begins_with({written}, {bound()})"
    return f"{written} {shape} {bound()}"


def target(random, request):
    """Chooses an index or none; the key's names and types."""
    table = request["TableName"]
    indexes = {**tables.GLOBAL[table], **tables.LOCAL[table]}
    if indexes and random.random() < 0.5:
        request["IndexName"] = random.choice(list(indexes))
        return indexes[request["IndexName"]][:2]
    return tables.KEYS[table]


def query(random):
    request = {"TableName": random.choice(tables.ALL)}
    hash_name, sort_name = target(random, request)
    kinds = {**tables.INDEX_TYPES, **tables.TYPES[request["TableName"]]}
    expression = Expression(random)
    parts = [f"{expression.name(hash_name)} = {expression.value(values.key_value(random, kinds[hash_name]))}"]
    if sort_name and random.random() < 0.5:
        parts.append(sort_condition(random, expression, sort_name, kinds[sort_name]))
        if random.random() < 0.2:
            parts.reverse()
    request["KeyConditionExpression"] = " AND ".join(parts)
    if random.random() < 0.5:
        request["ScanIndexForward"] = random.random() < 0.5
    return "Query", filtered(random, request, expression)


def scan(random):
    request = {"TableName": random.choice(tables.ALL)}
    target(random, request)
    if random.random() < 0.1:
        request["TotalSegments"] = random.choice([1, 0])
        request["Segment"] = random.choice([0, 0, 1])
    return "Scan", filtered(random, request, Expression(random))


def filtered(random, request, expression):
    if random.random() < 0.4:
        request["FilterExpression"] = expression.condition()
    if random.random() < 0.3:
        request["ProjectionExpression"] = expression.projection()
    if random.random() < 0.2:
        request["Select"] = random.choice(["COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES"])
    if random.random() < 0.15:
        request["ConsistentRead"] = random.random() < 0.5
    if random.random() < 0.25:
        request["Limit"] = random.randint(1, 4)
    return capacity(random, expression.put_into(request))


def batch_write(random):
    asked = {}
    for table in random.sample(tables.ALL, random.randint(1, 3)):
        writes = [batched_write(random, table) for _ in range(random.randint(1, 4))]
        asked[table] = writes if random.random() < 0.1 else different(writes, tables.TYPES[table])
    return "BatchWriteItem", capacity(random, {"RequestItems": asked})


def different(requests, key_names):
    """Those with keys of their own: twice the same key is an error."""

    def key_of(request):
        inner = next(iter(request.values()))
        attributes = inner.get("Item") or inner["Key"]
        return str([attributes[name] for name in key_names])

    return list({key_of(request): request for request in requests}.values())


def batched_write(random, table):
    if random.random() < 0.3:
        return {"DeleteRequest": {"Key": values.key(random, table)}}
    return {"PutRequest": {"Item": values.item(random, table)}}


def batch_get(random):
    asked = {}
    for table in random.sample(tables.ALL, random.randint(1, 3)):
        keys = [values.key(random, table) for _ in range(random.randint(1, 4))]
        asked[table] = projected(random, {"Keys": keys if random.random() < 0.1 else list({str(key): key for key in keys}.values())})
    return "BatchGetItem", capacity(random, {"RequestItems": asked})


def transact_write(random):
    actions = []
    for _ in range(random.randint(1, 4)):
        table = random.choice(tables.ALL)
        kind = random.choice(["Put", "Update", "Delete", "ConditionCheck"])
        action, expression = {"TableName": table}, Expression(random)
        action |= {"Item": values.item(random, table)} if kind == "Put" else {"Key": values.key(random, table)}
        if kind == "Update":
            action["UpdateExpression"] = expression.update()
        if kind == "ConditionCheck" or random.random() < 0.3:
            action["ConditionExpression"] = expression.condition()
        actions.append({kind: expression.put_into(action)})
    return "TransactWriteItems", capacity(random, {"TransactItems": actions})


def transact_get(random):
    gets = []
    for _ in range(random.randint(1, 4)):
        table = random.choice(tables.ALL)
        get = projected(random, {"TableName": table, "Key": values.key(random, table)})
        get.pop("ConsistentRead", None)
        gets.append({"Get": get})
    return "TransactGetItems", capacity(random, {"TransactItems": gets})


MAKERS = [
    (put_item, 5), (update_item, 8), (delete_item, 2), (get_item, 4), (query, 6), (scan, 3), (batch_write, 3), (batch_get, 2), (transact_write, 4),
    (transact_get, 1), (legacy.request, 4), (statements.request, 4),
]


def mutate_text(random, text):
    place = random.randrange(len(text)) if text else 0
    words = ["", " ", "(", ")", "#zz", ":zz", ",", "=", "AND", "size", "."]
    return text[:place] + random.choice(words) + text[place + random.randint(0, 2):]


def make_wrong(random, operation, body):
    """One thing wrong: a member gone or of the wrong JSON type, an invalid value, an expression that does not parse."""
    body = copy.deepcopy(body)
    way = random.choice(["gone", "type", "value", "expression", "unused", "table"])
    texts = [name for name in body if name.endswith("Expression")]
    if way == "expression" and texts:
        name = random.choice(texts)
        body[name] = mutate_text(random, body[name])
    elif way == "unused":
        body.setdefault("ExpressionAttributeValues", {})[":unused"] = {"S": "x"}
    elif way == "table" and "TableName" in body:
        body["TableName"] = random.choice(["no-such-table", "x", "bad name", "", "a" * 256])
    elif way == "value" and ("Item" in body or "Key" in body):
        values_of = body.get("Item", body.get("Key"))
        values_of[random.choice([*values_of, "n"])] = random.choice(values.INVALID_VALUES)
    elif way == "type":
        body[random.choice(list(body))] = random.choice([1, "text", True, None, [], {}, [1], {"x": 1}])
    else:
        del body[random.choice(list(body))]
    return operation, body


def request(random) -> Request:
    maker = random.choices([maker for maker, _ in MAKERS], [weight for _, weight in MAKERS])[0]
    operation, body = maker(random)
    if random.random() < 0.12:
        operation, body = make_wrong(random, operation, body)
    return Request(operation, body)
