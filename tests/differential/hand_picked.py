"""Requests that chance would hardly make: malformed ones, edges of each parameter, the control plane."""

import tables
from wire import Request

S, N, B = tables.STRINGS, tables.NUMBERS, tables.BINARIES
KEY = {"pk": {"S": "a"}, "sk": {"S": "b"}}


def items() -> list[Request]:
    """What the requests below find."""
    stored = [
        (S, {**KEY, "n": {"N": "5"}, "tags": {"SS": ["a", "b"]}, "owner": {"S": "ann"}, "at": {"N": "1"}, "size": {"N": "2"},
             "doc": {"M": {"x": {"N": "1"}, "y": {"L": [{"S": "p"}, {"S": "q"}]}}}, "list": {"L": [{"N": "1"}, {"N": "2"}, {"N": "3"}]}}),
        (S, {"pk": {"S": "a"}, "sk": {"S": "c"}, "n": {"N": "7"}, "owner": {"S": "ann"}, "at": {"N": "2"}, "label": {"S": "l"}}),
        (S, {"pk": {"S": "b"}, "sk": {"S": "c"}, "flag": {"BOOL": True}, "none": {"NULL": True}}),
        (N, {"id": {"N": "1"}, "mark": {"B": "YQ=="}, "label": {"S": "l"}, "n": {"N": "1"}}),
        (B, {"id": {"B": "YQ=="}, "at": {"N": "1"}, "name": {"S": "x"}}),
    ]
    return [Request("PutItem", {"TableName": table, "Item": item}) for table, item in stored]


def on_strings(operation: str, *bodies: dict) -> list[Request]:
    return [Request(operation, {"TableName": S, **body}) for body in bodies]


def malformed() -> list[Request]:
    bodies = [b"", b"{", b"[]", b"null", b"1", b'"x"', b"{}", b'{"TableName":1}', b'{"TableName":null}', b'{"TableName":[]}', b'{"TableName":{}}',
              b'{"TableName":true}', b'{"tablename":"diff.strings"}', b'{"TableName":"diff.strings","Key":[]}', b'{"TableName":"diff.strings","Key":"x"}',
              b'{"TableName":"diff.strings","Key":{"pk":1}}', b'{"TableName":"diff.strings","Key":{"pk":{"S":1}}}',
              b'{"TableName":"diff.strings","Key":{"pk":{"N":1}}}', b'{"TableName":"diff.strings","Key":{"pk":{"BOOL":"x"}}}',
              b'{"TableName":"diff.strings","Key":{"pk":{"X":"a"},"sk":{"S":"b"}}}', b'{"TableName":"diff.strings","Key":null}',
              b'{"TableName":"diff.strings","Key":{"pk":null,"sk":{"S":"b"}}}', b'{"TableName":"diff.strings","Key":{"pk":{"S":null},"sk":{"S":"b"}}}',
              b'{"TableName":"diff.strings","Key":{"pk":{"S":"a"},"sk":{"S":"b"}},"ConsistentRead":"yes"}',
              b'{"TableName":"diff.strings","Key":{"pk":{"S":"a"},"sk":{"S":"b"}},"ConsistentRead":1}',
              b'{"TableName":"diff.strings","Key":{"pk":{"S":"a"},"sk":{"S":"b"}},"Unknown":1}',
              b'{"TableName":"diff.strings","Key":{"pk":{"SS":"a"},"sk":{"S":"b"}}}', b'{"TableName":"diff.strings","Key":{"pk":{"L":{}},"sk":{"S":"b"}}}',
              b'{"TableName":"diff.strings","Key":{"pk":{"M":[]},"sk":{"S":"b"}}}', b'{"TableName":"diff.strings","Key":{"pk":{"SS":[1]},"sk":{"S":"b"}}}']
    made = [Request("GetItem", body) for body in bodies]
    made += [Request("Query", {"TableName": S, "Limit": limit}) for limit in ("x", 1.5, 0, -1, True, None, [])]
    targets = [None, "", "DynamoDB_20120810.Nothing", "DynamoDB_20120810", "Nothing.GetItem", "DynamoDB_20111205.GetItem", "DynamoDB_20120810.getitem"]
    made += [Request("GetItem", {}, headers={"X-Amz-Target": target}) for target in targets]
    made += [Request("ListTables", {}, headers={"Content-Type": kind}) for kind in (None, "application/json", "application/x-amz-json-1.1", "text/plain")]
    made += [Request("ListTables", {}, headers={"Authorization": None}), Request("ListTables", {}, method="PUT")]
    return made


def single_items() -> list[Request]:
    gets = [{}, {"Key": KEY}, {"Key": {}}, {"Key": {"pk": {"S": "a"}}}, {"Key": {"pk": {"N": "1"}, "sk": {"S": "b"}}}, {"Key": {**KEY, "x": {"S": "a"}}},
            {"Key": {"pk": {"S": ""}, "sk": {"S": "b"}}}, {"Key": {"pk": {"S": "p" * 2049}, "sk": {"S": "b"}}},
            {"Key": {"pk": {"S": "a"}, "sk": {"S": "s" * 1025}}}, {"Key": KEY, "ProjectionExpression": ""}, {"Key": KEY, "ProjectionExpression": "n,"},
            {"Key": KEY, "ProjectionExpression": "n, n"}, {"Key": KEY, "ProjectionExpression": "doc, doc.x"}, {"Key": KEY, "ProjectionExpression": "doc.y[1], doc.x"},
            {"Key": KEY, "ProjectionExpression": "#l[2], #l[0]", "ExpressionAttributeNames": {"#l": "list"}}, {"Key": KEY, "ProjectionExpression": "list"},
            {"Key": KEY, "ProjectionExpression": "n", "AttributesToGet": ["n"]}, {"Key": KEY, "AttributesToGet": []}, {"Key": KEY, "AttributesToGet": ["n", "n"]},
            {"Key": KEY, "ExpressionAttributeNames": {"#x": "n"}}, {"Key": KEY, "ExpressionAttributeNames": {}, "ProjectionExpression": "n"},
            {"Key": KEY, "ProjectionExpression": "#x", "ExpressionAttributeNames": {"x": "n"}}, {"Key": KEY, "ReturnConsumedCapacity": "ALL"},
            {"Key": KEY, "ReturnConsumedCapacity": "INDEXES", "ConsistentRead": True}]
    puts = [{}, {"Item": {}}, {"Item": KEY}, {"Item": {**KEY, "": {"S": "x"}}}, {"Item": {**KEY, "x": {}}}, {"Item": {**KEY, "x": {"SS": []}}},
            {"Item": {**KEY, "x": {"SS": ["a", "a"]}}}, {"Item": {**KEY, "x": {"NS": ["1", "1.0"]}}}, {"Item": {**KEY, "x": {"N": "1e126"}}},
            {"Item": {**KEY, "x": {"N": "123456789012345678901234567890123456789"}}}, {"Item": {**KEY, "x": {"N": "0x1"}}}, {"Item": {**KEY, "x": {"NULL": False}}},
            {"Item": {**KEY, "x": {"S": "a", "N": "1"}}}, {"Item": {**KEY, "size": {"S": "no number"}}}, {"Item": {**KEY, "owner": {"N": "1"}}},
            {"Item": {**KEY, "owner": {"S": ""}}}, {"Item": {**KEY, "x": {"S": "y" * 409600}}}, {"Item": {"pk": {"S": "a"}, "x": {"S": "a"}}},
            {"Item": KEY, "ReturnValues": "ALL_NEW"}, {"Item": KEY, "ReturnValues": "NOTHING"}, {"Item": KEY, "ConditionExpression": "attribute_exists(nothing)"},
            {"Item": KEY, "ConditionExpression": "attribute_not_exists(pk)", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"},
            {"Item": KEY, "Expected": {"n": {"Exists": False}}, "ConditionExpression": "n = n"}, {"Item": KEY, "Expected": {"n": {"Exists": True}}},
            {"Item": KEY, "Expected": {"n": {"Value": {"N": "5"}, "ComparisonOperator": "EQ"}}}, {"Item": KEY, "ConditionalOperator": "AND"},
            {"Item": KEY, "Expected": {"n": {"ComparisonOperator": "BETWEEN", "AttributeValueList": [{"N": "1"}]}}},
            {"Item": KEY, "ReturnItemCollectionMetrics": "SIZE"}, {"Item": KEY, "ReturnItemCollectionMetrics": "ALL"}]
    deep = {"S": "x"}
    for _ in range(33):
        deep = {"L": [deep]}
    puts += [{"Item": {**KEY, "deep": deep}}]
    deletes = [{}, {"Key": KEY, "ReturnValues": "ALL_OLD"}, {"Key": KEY, "ReturnValues": "ALL_NEW"}, {"Key": {"pk": {"S": "no"}, "sk": {"S": "no"}}, "ReturnValues": "ALL_OLD"}]
    return on_strings("GetItem", *gets) + on_strings("PutItem", *puts) + on_strings("DeleteItem", *deletes)


def updates() -> list[Request]:
    texts = ["", "SET", "SET n", "SET n = n + n", "SET n = n - pk", "SET pk = n", "SET n = n SET n = n", "SET n = n REMOVE n", "REMOVE doc.x, doc", "SET doc.x.z = n",
             "SET nothing.x = n", "SET q = nothing", "SET q = if_not_exists(nothing, n)", "SET q = list_append(n, n)", "SET q = size(tags)", "REMOVE sk", "ADD tags n",
             "SET doc.y[9] = n, doc.y[0] = n", "REMOVE doc.y[0], doc.y[5]", "SET q = n + nothing", "set q = n", "Set q = n Remove doc", "SET n = (n + n)", "SET n = n + n + n",
             "REMOVE nothing", "SET doc.y = doc.x, doc.x = doc.y", "SET a.b.c = n", "SET q = attribute_exists(n)", "FOO n", "SET n == n", "SET  n=n", "SET n = n,"]
    made = on_strings("UpdateItem", *({"Key": KEY, "UpdateExpression": text, "ReturnValues": "ALL_NEW"} for text in texts))
    one = {":v": {"N": "1"}}
    with_value = ["SET n = :v", "ADD n :v", "ADD q :v", "ADD tags :v", "DELETE tags :v", "DELETE n :v", "ADD doc.x :v", "SET q = :v - n", "SET n = :w", "ADD doc.y[0] :v", "ADD sk :v"]
    made += on_strings("UpdateItem", *({"Key": KEY, "UpdateExpression": text, "ExpressionAttributeValues": one, "ReturnValues": "UPDATED_NEW"} for text in with_value))
    made += on_strings("UpdateItem", {"Key": KEY}, {"Key": KEY, "ReturnValues": "ALL_OLD"}, {"Key": KEY, "AttributeUpdates": {}}, {"Key": {"pk": {"S": "new"}, "sk": {"S": "new"}}},
                       {"Key": KEY, "AttributeUpdates": {"n": {"Action": "PUT"}}}, {"Key": KEY, "AttributeUpdates": {"n": {"Action": "ADD", "Value": {"S": "x"}}}},
                       {"Key": KEY, "AttributeUpdates": {"pk": {"Value": {"S": "x"}}}}, {"Key": KEY, "AttributeUpdates": {"n": {"Value": {"N": "9"}}}, "UpdateExpression": "REMOVE n"},
                       {"Key": KEY, "AttributeUpdates": {"n": {"Action": "DELETE"}}, "ReturnValues": "UPDATED_OLD"})
    return made


def reads() -> list[Request]:
    of_a = {":a": {"S": "a"}}
    keys = ["pk = :a", "pk = :a AND sk > :a", ":a = pk", "pk > :a", "pk = :a OR sk = :a", "sk = :a", "pk = :a AND n = :a", "pk = :a AND sk <> :a", "(pk = :a)", "pk = :a AND (sk >= :a)",
            "pk = :a AND begins_with(sk, :a)", "pk = :a AND contains(sk, :a)", "pk = :a AND pk = :a", "pk = :b", "pk = :a AND sk BETWEEN :a AND :a", "NOT pk = :a", "", "pk = :a AND", "pk IN (:a)"]
    queries = [{"KeyConditionExpression": text, "ExpressionAttributeValues": of_a} for text in keys]
    asked = {"KeyConditionExpression": "pk = :a", "ExpressionAttributeValues": of_a}
    queries += [{**asked, **more} for more in (
        {"Select": "COUNT"}, {"Select": "ALL"}, {"Select": "SPECIFIC_ATTRIBUTES"}, {"Select": "COUNT", "ProjectionExpression": "n"}, {"IndexName": "none"}, {"IndexName": "by-owner"},
        {"IndexName": "by-size"}, {"IndexName": "by-size", "Select": "ALL_ATTRIBUTES"}, {"IndexName": "by-size", "ProjectionExpression": "n"}, {"Limit": 1}, {"Limit": 2},
        {"ExclusiveStartKey": KEY}, {"ExclusiveStartKey": {"pk": {"S": "a"}}}, {"ExclusiveStartKey": {"pk": {"S": "b"}, "sk": {"S": "c"}}}, {"ExclusiveStartKey": {}},
        {"FilterExpression": "pk = :a"}, {"FilterExpression": "n > :n"}, {"FilterExpression": "size(tags) = :a"}, {"KeyConditions": {}}, {"QueryFilter": {}}, {"AttributesToGet": ["n"]},
        {"ReturnConsumedCapacity": "INDEXES"}, {"ScanIndexForward": False}, {"IndexName": "by-size", "ConsistentRead": True, "ReturnConsumedCapacity": "INDEXES"})]
    owner = {"IndexName": "by-owner", "KeyConditionExpression": "#o = :o", "ExpressionAttributeNames": {"#o": "owner"}, "ExpressionAttributeValues": {":o": {"S": "ann"}}}
    queries += [owner, {**owner, "ConsistentRead": True}, {**owner, "ScanIndexForward": False, "Limit": 1}, {**owner, "Select": "ALL_ATTRIBUTES"}, {}]
    scans = [{}, {"Segment": 0}, {"TotalSegments": 2}, {"Segment": 2, "TotalSegments": 2}, {"Segment": -1, "TotalSegments": 2}, {"Segment": 0, "TotalSegments": 1000001}, {"IndexName": "by-owner"},
             {"IndexName": "by-label", "Select": "ALL_ATTRIBUTES"}, {"IndexName": "by-owner", "ConsistentRead": True}, {"Select": "COUNT"}, {"FilterExpression": "n BETWEEN :b AND :a",
             "ExpressionAttributeValues": {":a": {"N": "1"}, ":b": {"N": "9"}}}, {"ScanFilter": {"n": {"ComparisonOperator": "GT", "AttributeValueList": [{"N": "5"}]}}},
             {"ScanFilter": {"n": {"ComparisonOperator": "XX"}}}, {"FilterExpression": "n = n", "ScanFilter": {}}, {"Limit": 0}, {"ReturnConsumedCapacity": "TOTAL"}]
    return on_strings("Query", *queries) + on_strings("Scan", *scans)


def several() -> list[Request]:
    put, delete = {"PutRequest": {"Item": KEY}}, {"DeleteRequest": {"Key": KEY}}
    batches = [{}, {"RequestItems": {}}, {"RequestItems": {S: []}}, {"RequestItems": {S: [put, put]}}, {"RequestItems": {S: [put, delete]}}, {"RequestItems": {S: [{}]}},
               {"RequestItems": {S: [{**put, **delete}]}}, {"RequestItems": {"nothing": [put]}}, {"RequestItems": {S: [{"PutRequest": {"Item": {"pk": {"S": "x"}}}}]}},
               {"RequestItems": {S: [{"PutRequest": {"Item": {"pk": {"S": "x"}, "sk": {"S": str(number)}}}} for number in range(26)]}}]
    gets = [{}, {"RequestItems": {}}, {"RequestItems": {S: {}}}, {"RequestItems": {S: {"Keys": []}}}, {"RequestItems": {S: {"Keys": [KEY, KEY]}}}, {"RequestItems": {S: {"Keys": [KEY]}}},
            {"RequestItems": {S: {"Keys": [{"pk": {"S": str(number)}, "sk": {"S": "x"}} for number in range(101)]}}}, {"RequestItems": {"nothing": {"Keys": [KEY]}}},
            {"RequestItems": {S: {"Keys": [KEY], "ProjectionExpression": "n", "AttributesToGet": ["n"]}}, "ReturnConsumedCapacity": "TOTAL"}]
    check = {"ConditionCheck": {"TableName": S, "Key": KEY, "ConditionExpression": "attribute_exists(pk)"}}
    fails = {"Put": {"TableName": S, "Item": KEY, "ConditionExpression": "attribute_not_exists(pk)", "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}}
    other = {"Put": {"TableName": N, "Item": {"id": {"N": "9"}}}}
    writes = [[], [check], [check, check], [other, fails], [{}], [{**check, **other}], [other] * 2, [{"Put": {"TableName": "nothing", "Item": KEY}}], [{"Delete": {"TableName": S, "Key": {"pk": {"S": "a"}}}}],
              [{"Put": {"TableName": N, "Item": {"id": {"N": str(number)}}}} for number in range(101)], [{"Update": {"TableName": S, "Key": KEY, "UpdateExpression": "ADD pk :v"}}],
              [{"Update": {"TableName": S, "Key": KEY, "UpdateExpression": "SET n = nothing"}}, other], [{"ConditionCheck": {"TableName": S, "Key": KEY}}]]
    transactions = [Request("TransactWriteItems", {"TransactItems": actions, "ReturnConsumedCapacity": "TOTAL"}) for actions in writes]
    transactions += [Request("TransactWriteItems", {}), Request("TransactGetItems", {}), Request("TransactGetItems", {"TransactItems": []})]
    transactions += [Request("TransactGetItems", {"TransactItems": [{"Get": {"TableName": S, "Key": KEY}}] * count}) for count in (1, 2)]
    transactions += [Request("TransactGetItems", {"TransactItems": [{"Get": {"TableName": "nothing", "Key": KEY}}]}), Request("TransactGetItems", {"TransactItems": [{}]})]
    return [Request("BatchWriteItem", body) for body in batches] + [Request("BatchGetItem", body) for body in gets] + transactions


def statements() -> list[Request]:
    texts = ["", "SELECT", f'SELECT * FROM "{S}"', f'SELECT * FROM "{S}" WHERE pk = \'a\'', f'SELECT * FROM "{S}" WHERE pk = \'a\' ORDER BY sk DESC', f'SELECT n FROM "{S}"."by-owner" WHERE "owner" = \'ann\'',
             f'SELECT * FROM "{S}"."none"', 'SELECT * FROM nothing', f'SELECT * FROM "{S}" WHERE pk = ?', f'INSERT INTO "{S}" VALUE {{\'pk\': \'a\', \'sk\': \'b\'}}', f'INSERT INTO "{S}" VALUE {{\'pk\': \'a\'}}',
             f'UPDATE "{S}" SET n = 1', f'UPDATE "{S}" SET n = 1 WHERE pk = \'a\'', f'UPDATE "{S}" SET n = 1 WHERE pk = \'none\' AND sk = \'none\'', f'DELETE FROM "{S}" WHERE pk = \'a\' AND sk = \'none\'',
             f'DELETE FROM "{S}"', f'SELECT COUNT(*) FROM "{S}"', f'select * from "{S}" where pk = \'a\' and sk = \'b\'', f'SELECT * FROM {S}', 'DROP TABLE x', f'SELECT * FROM "{S}" WHERE pk = \'a\' LIMIT 1',
             f'SELECT * FROM "{S}" WHERE pk IN [\'a\', \'b\']', f'EXISTS(SELECT * FROM "{S}" WHERE pk = \'a\' AND sk = \'b\')']
    return [Request("ExecuteStatement", {"Statement": text}) for text in texts] + [
        Request("ExecuteStatement", {}), Request("ExecuteStatement", {"Statement": texts[3], "Parameters": [{"S": "x"}]}), Request("ExecuteStatement", {"Statement": texts[3], "Parameters": []}),
        Request("ExecuteStatement", {"Statement": texts[3], "Limit": 1}), Request("BatchExecuteStatement", {"Statements": []}), Request("ExecuteTransaction", {"TransactStatements": []}),
        Request("BatchExecuteStatement", {"Statements": [{"Statement": texts[9]}, {"Statement": texts[3]}]}), Request("ExecuteTransaction", {"TransactStatements": [{"Statement": texts[9]}]})]


def control_plane() -> list[Request]:
    base = tables.create_request(N)
    name = {"TableName": tables.MADE}
    key = {"KeySchema": tables.schema("a", None), "AttributeDefinitions": [{"AttributeName": "a", "AttributeType": "S"}], "BillingMode": "PAY_PER_REQUEST"}
    index = tables.index("i", "b", None, "ALL")
    both = [*key["AttributeDefinitions"], {"AttributeName": "b", "AttributeType": "S"}]
    creates = [{}, name, {**name, **key, "TableName": "x"}, {**name, **key, "TableName": "bad name"}, {**name, **key, "KeySchema": []}, {**name, **key, "KeySchema": tables.schema("a", "a")},
               {**name, **key, "KeySchema": tables.schema("b", None)}, {**name, **key, "AttributeDefinitions": []}, {**name, **key, "AttributeDefinitions": both}, {**name, **key, "BillingMode": "FREE"},
               {**name, **key, "BillingMode": "PROVISIONED"}, {**name, **key, "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}, {**name, **key, "GlobalSecondaryIndexes": []},
               {**name, **key, "GlobalSecondaryIndexes": [index]}, {**name, **key, "AttributeDefinitions": both, "LocalSecondaryIndexes": [index]},
               {**name, **key, "AttributeDefinitions": both, "GlobalSecondaryIndexes": [index, index]}, {**name, **key, "AttributeDefinitions": [{"AttributeName": "a", "AttributeType": "SS"}]},
               {**name, **key, "StreamSpecification": {"StreamEnabled": True}}, {**name, **key, "StreamSpecification": {"StreamEnabled": False, "StreamViewType": "KEYS_ONLY"}}, base]
    made = [Request("CreateTable", body) for body in creates]
    made += [Request("DescribeTable", {"TableName": table}) for table in (S, N, B, "nothing", "x", "bad name")] + [Request("DescribeTable", {}), Request("DeleteTable", {}), Request("DeleteTable", {"TableName": "nothing"})]
    made += [Request("ListTables", {"Limit": limit}) for limit in (0, 101, 1)] + [Request("ListTables", {"ExclusiveStartTableName": start, "Limit": 2}) for start in ("diff-numbers", "x", "zzz")]
    made += [Request("CreateTable", {**name, **key}), Request("CreateTable", {**name, **key})]
    changes = [{}, {"BillingMode": "PROVISIONED"}, {"ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}}, {"GlobalSecondaryIndexUpdates": []}, {"GlobalSecondaryIndexUpdates": [{"Delete": {"IndexName": "none"}}]},
               {"AttributeDefinitions": both, "GlobalSecondaryIndexUpdates": [{"Create": index}]}, {"StreamSpecification": {"StreamEnabled": False}}, {"StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"}}]
    made += [Request("UpdateTable", {**name, **change}) for change in changes] + [Request("UpdateTable", {"TableName": "nothing", "BillingMode": "PAY_PER_REQUEST"})]
    live = {"TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": True}}
    made += [Request("DescribeTimeToLive", name), Request("UpdateTimeToLive", {**name, **live}), Request("UpdateTimeToLive", {**name, **live}), Request("DescribeTimeToLive", name), Request("DescribeTimeToLive", {"TableName": "nothing"})]
    return [*made, Request("DeleteTable", name), Request("DescribeLimits", {})]


def requests() -> list[Request]:
    return [*items(), *malformed(), *single_items(), *updates(), *reads(), *several(), *statements(), *control_plane()]
