"""The steps of ../README.md with the AWS CLI: with_the_cli.py ENDPOINT TABLE. `aws` is the one on the PATH."""

import json
import subprocess
import sys
import time

ENDPOINT, TABLE = sys.argv[1:3]
STREAM_SECONDS_MAX = 60


def aws(service, operation, *words, refused_with=None, **options):
    """Its answer. An option's value that is not text is given as JSON."""
    command = ["aws", service, operation, *words, "--endpoint-url", ENDPOINT, "--output", "json"]
    for name, value in options.items():
        command += [f"--{name.replace('_', '-')}", value if isinstance(value, str) else json.dumps(value)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if refused_with:
        check(f"{operation} is refused", (done.returncode != 0, f"({refused_with})" in done.stderr), (True, True))
        return done.stderr
    if done.returncode != 0:
        sys.exit(f"{operation}: {done.stderr}")
    return json.loads(done.stdout) if done.stdout.strip() else {}


def dynamodb(operation, *words, **options):
    return aws("dynamodb", operation, "--table-name", TABLE, *words, **options)


def check(what, value, expected):
    if value != expected:
        sys.exit(f"{what}: {value!r} instead of {expected!r}")


def strings(**texts):
    return {name: {"S": text} for name, text in texts.items()}


def athlete_key(athlete):
    return strings(PK=f"ATHLETE#{athlete}", SK=f"ATHLETE#{athlete}")


def session_key(number):
    return strings(PK=f"ATHLETE#{'ann' if number % 2 else 'bob'}", SK=f"SESSION#s{number:02}")


def session(number):
    day = f"2026-01-{number:02}"
    index = strings(GSI1PK="SESSION", GSI1SK=f"{day}#s{number:02}", Type="SESSION", SessionId=f"s{number:02}", Date=day)
    return {**session_key(number), **index, **strings(Duration="45.5", Distance=str(number), Notes="Übung ☀", CreatedAt=day, UpdatedAt=day)}


def create_table():
    definitions = [{"AttributeName": name, "AttributeType": "S"} for name in ("PK", "SK", "GSI1PK", "GSI1SK")]
    index = {"IndexName": "GSI1", "Projection": {"ProjectionType": "ALL"},
             "KeySchema": [{"AttributeName": "GSI1PK", "KeyType": "HASH"}, {"AttributeName": "GSI1SK", "KeyType": "RANGE"}]}
    # The short form that the CLI knows, as documentation has it.
    key = ["--key-schema", "AttributeName=PK,KeyType=HASH", "AttributeName=SK,KeyType=RANGE"]
    dynamodb("create-table", *key, attribute_definitions=definitions, global_secondary_indexes=[index], billing_mode="PAY_PER_REQUEST",
             stream_specification="StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES")
    aws("dynamodb", "wait", "table-exists", "--table-name", TABLE)
    described = dynamodb("describe-table")["Table"]
    check("the table's status", described["TableStatus"], "ACTIVE")
    check("its index", [found["IndexName"] for found in described["GlobalSecondaryIndexes"]], ["GSI1"])
    check("the list of tables", TABLE in aws("dynamodb", "list-tables")["TableNames"], True)
    return described["LatestStreamArn"]


def athletes():
    new = "attribute_not_exists(PK)"
    for athlete in ("ann", "bob"):
        item = {**athlete_key(athlete), **strings(Type="ATHLETE", AthleteId=athlete, Name=athlete.title())}
        dynamodb("put-item", item=item, condition_expression=new)
    dynamodb("put-item", item=athlete_key("ann"), condition_expression=new, refused_with="ConditionalCheckFailedException")
    check("Ann", dynamodb("get-item", key=athlete_key("ann"))["Item"]["Name"], {"S": "Ann"})
    check("an unknown athlete", dynamodb("get-item", key=athlete_key("eve")), {})
    renamed = dynamodb("update-item", key=athlete_key("ann"), update_expression="SET #name = :name", return_values="ALL_NEW",
                       expression_attribute_names={"#name": "Name"}, expression_attribute_values=strings(**{":name": "Anna"}))
    check("Ann renamed", renamed["Attributes"]["Name"], {"S": "Anna"})


def sessions():
    batch = {TABLE: [{"PutRequest": {"Item": session(number)}} for number in range(1, 26)]}
    check("what a batch left over", aws("dynamodb", "batch-write-item", request_items=batch).get("UnprocessedItems", {}), {})
    for number in range(26, 31):
        dynamodb("put-item", item=session(number))
    of_ann = dynamodb("query", key_condition_expression="PK = :pk AND begins_with(SK, :prefix)",
                      expression_attribute_values=strings(**{":pk": "ATHLETE#ann", ":prefix": "SESSION#"}))["Items"]
    check("Ann's sessions", [item["SessionId"]["S"] for item in of_ann], [f"s{number:02}" for number in range(1, 31, 2)])
    check("a session as it was written", of_ann[3], session(7))
    newest = gsi1("--no-scan-index-forward", max_items="3")
    check("the newest sessions", [item["SessionId"]["S"] for item in newest["Items"]], ["s30", "s29", "s28"])
    by_id = gsi1(filter_expression="SessionId = :id", values=strings(**{":id": "s17"}))
    check("the session of an id", [item["Date"]["S"] for item in by_id["Items"]], ["2026-01-17"])
    some = gsi1(days="2026-01-10 2026-01-20~")["Items"]
    check("distance of eleven days", sum(float(item["Distance"]["S"]) for item in some), 165)
    everyone = dynamodb("scan", filter_expression="#type = :type", expression_attribute_names={"#type": "Type"},
                        expression_attribute_values=strings(**{":type": "ATHLETE"}))["Items"]
    check("all athletes", sorted(item["Name"]["S"] for item in everyone), ["Anna", "Bob"])
    changed = dynamodb("update-item", key=session_key(17), update_expression="SET Notes = :notes REMOVE CreatedAt",
                       expression_attribute_values=strings(**{":notes": "rain"}), return_values="UPDATED_NEW")
    check("what an update changed", changed["Attributes"], strings(Notes="rain"))


def gsi1(*words, days="", values=None, **options):
    begin, _, end = days.partition(" ")
    condition = "GSI1PK = :all" + (" AND GSI1SK BETWEEN :begin AND :end" if days else "")
    bounds = strings(**{":begin": begin, ":end": end}) if days else {}
    values = {**strings(**{":all": "SESSION"}), **bounds, **(values or {})}
    return dynamodb("query", *words, index_name="GSI1", key_condition_expression=condition, expression_attribute_values=values, **options)


def transactions():
    counted = {"Key": athlete_key("ann"), "TableName": TABLE, "UpdateExpression": "ADD Sessions :one",
               "ExpressionAttributeValues": {":one": {"N": "1"}}}
    exists = {"Key": athlete_key("bob"), "TableName": TABLE, "ConditionExpression": "attribute_exists(PK)"}
    put = {"Item": session(31), "TableName": TABLE, "ConditionExpression": "attribute_not_exists(PK)"}
    four = [{"Put": put}, {"Update": counted}, {"ConditionCheck": exists}, {"Delete": {"Key": session_key(2), "TableName": TABLE}}]
    aws("dynamodb", "transact-write-items", transact_items=four)
    both = [{"Get": {"Key": key, "TableName": TABLE}} for key in (athlete_key("ann"), session_key(2))]
    got = aws("dynamodb", "transact-get-items", transact_items=both)["Responses"]
    check("after the transaction", (got[0]["Item"]["Sessions"], "Item" in got[1]), ({"N": "1"}, False))
    error = aws("dynamodb", "transact-write-items", transact_items=four[:2], refused_with="TransactionCanceledException")
    check("its reasons", "[ConditionalCheckFailed, None]" in error, True)


def pages():
    found = gsi1("--page-size", "7")  # the CLI puts the pages together
    check("sessions in pages of seven", (found["Count"], len(found["Items"])), (30, 30))
    first = gsi1(max_items="20", page_size="7")
    rest = gsi1(starting_token=first["NextToken"])
    check("from a token on", (len(first["Items"]), len(rest["Items"])), (20, 10))


def every_type():
    values = {"n": {"N": "-1234567890123456789012345678901234567.8"}, "s": {"S": ""}, "b": {"B": "one"}, "ss": {"SS": ["a", "b"]},
              "ns": {"NS": ["1"]}, "bs": {"BS": ["two"]}, "l": {"L": [{"NULL": True}, {"BOOL": True}]}, "m": {"M": {"k": {"BOOL": False}}}}
    item = {**strings(PK="TYPES", SK="TYPES"), **values}
    dynamodb("put-item", item=item)
    got = dynamodb("get-item", "--consistent-read", key=strings(PK="TYPES", SK="TYPES"))["Item"]
    got["ss"]["SS"].sort()
    item["b"], item["bs"] = {"B": "b25l"}, {"BS": ["dHdv"]}  # it takes plain text and gives base64
    check("every type", got, item)


def deletes():
    dynamodb("delete-item", key=session_key(1), condition_expression="attribute_exists(PK)")
    check("a deleted session", dynamodb("get-item", key=session_key(1)), {})
    deleted = dynamodb("delete-item", key=athlete_key("bob"), return_values="ALL_OLD")
    check("a deleted athlete", deleted["Attributes"]["Name"], {"S": "Bob"})


def stream(arn):
    found, deadline = [], time.monotonic() + STREAM_SECONDS_MAX
    for shard in aws("dynamodbstreams", "describe-stream", stream_arn=arn)["StreamDescription"]["Shards"]:
        begin = {"shard_id": shard["ShardId"], "shard_iterator_type": "TRIM_HORIZON"}
        iterator = aws("dynamodbstreams", "get-shard-iterator", stream_arn=arn, **begin)["ShardIterator"]
        while iterator and len(found) < 40 and time.monotonic() < deadline:
            page = aws("dynamodbstreams", "get-records", shard_iterator=iterator, limit="15")
            found += page["Records"]
            iterator = page.get("NextShardIterator")
    kinds = [record["eventName"] for record in found]
    check("changes in the stream", {kind: kinds.count(kind) for kind in kinds}, {"INSERT": 34, "MODIFY": 3, "REMOVE": 3})


stream_arn = create_table()
athletes()
sessions()
transactions()
pages()
every_type()
deletes()
stream(stream_arn)
dynamodb("delete-table")
aws("dynamodb", "wait", "table-not-exists", "--table-name", TABLE)
print("every step is as it should be")
