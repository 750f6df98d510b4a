"""Random requests with the parameters from before expressions."""

import tables
import values

COMPARISONS = ["EQ", "NE", "LE", "LT", "GE", "GT", "NOT_NULL", "NULL", "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH", "IN", "BETWEEN"]


def comparison(random, name):
    operator = random.choice(COMPARISONS)
    counts = {"NOT_NULL": 0, "NULL": 0, "IN": random.randint(1, 3), "BETWEEN": 2}
    count = counts.get(operator, 1)
    if random.random() < 0.04:
        count += 1
    made = {"ComparisonOperator": operator}
    if count:
        made["AttributeValueList"] = [values.typical(random, name) for _ in range(count)]
    return made


def conditions(random):
    return {name: comparison(random, name) for name in random.sample(values.NAMES, random.randint(1, 2))}


def expected(random):
    made = {}
    for name in random.sample(values.NAMES, random.randint(1, 2)):
        chance = random.random()
        if chance < 0.3:
            made[name] = {"Exists": False}
        elif chance < 0.6:
            made[name] = {"Value": values.typical(random, name)}
        else:
            made[name] = comparison(random, name)
    return made


def update(random):
    updates = {}
    for name in random.sample(values.NAMES, random.randint(1, 3)):
        action = random.choice(["PUT", "PUT", "ADD", "DELETE"])
        updates[name] = {"Action": action}
        if action != "DELETE" or random.random() < 0.5:
            updates[name]["Value"] = values.typical(random, name)
    return updates


def joined(random, request, member):
    if len(request[member]) > 1 and random.random() < 0.5:
        request["ConditionalOperator"] = random.choice(["AND", "OR"])
    return request


def key_conditions(random, table):
    hash_name, sort_name = tables.KEYS[table]
    made = {hash_name: {"ComparisonOperator": "EQ", "AttributeValueList": [values.key_value(random, tables.TYPES[table][hash_name])]}}
    if sort_name and random.random() < 0.6:
        operator = random.choice(["EQ", "LE", "LT", "GE", "GT", "BEGINS_WITH"])
        made[sort_name] = {"ComparisonOperator": operator, "AttributeValueList": [values.key_value(random, tables.TYPES[table][sort_name])]}
    return made


def request(random):
    table = random.choice(tables.ALL)
    operation = random.choice(["PutItem", "UpdateItem", "UpdateItem", "DeleteItem", "GetItem", "Query", "Scan"])
    body = {"TableName": table}
    if operation in ("Query", "Scan"):
        member = f"{operation}Filter"
        if operation == "Query":
            body["KeyConditions"] = key_conditions(random, table)
        if random.random() < 0.7:
            body[member] = conditions(random)
            joined(random, body, member)
        if random.random() < 0.3:
            body["AttributesToGet"] = random.sample(values.NAMES, 2)
        return operation, body
    body |= {"Item": values.item(random, table)} if operation == "PutItem" else {"Key": values.key(random, table)}
    if operation == "GetItem":
        body["AttributesToGet"] = random.sample([*values.NAMES, *body["Key"]], 3)
        return operation, body
    if operation == "UpdateItem":
        body |= {"AttributeUpdates": update(random), "ReturnValues": random.choice(["ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"])}
    if random.random() < 0.5:
        body["Expected"] = expected(random)
        joined(random, body, "Expected")
    if random.random() < 0.04:
        body["ConditionExpression"] = "attribute_exists(pk)"
    return operation, body
