"""The steps of ../README.md with boto3: with_boto3.py ENDPOINT TABLE."""

import decimal
import sys
import time

import boto3
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

ENDPOINT, TABLE = sys.argv[1:3]
resource = boto3.resource("dynamodb", endpoint_url=ENDPOINT)
client = boto3.client("dynamodb", endpoint_url=ENDPOINT)
streams = boto3.client("dynamodbstreams", endpoint_url=ENDPOINT)
table = resource.Table(TABLE)
STREAM_SECONDS_MAX = 60


def check(what, value, expected):
    if value != expected:
        sys.exit(f"{what}: {value!r} instead of {expected!r}")


def refused(what, code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        check(what, error.response["Error"]["Code"], code)
        check(f"{what}, status", error.response["ResponseMetadata"]["HTTPStatusCode"], 400)
        return error.response
    sys.exit(f"{what}: was not refused")


def athlete_key(athlete):
    return {"PK": f"ATHLETE#{athlete}", "SK": f"ATHLETE#{athlete}"}


def session_key(number):
    return {"PK": f"ATHLETE#{'ann' if number % 2 else 'bob'}", "SK": f"SESSION#s{number:02}"}


def session(number):
    day = f"2026-01-{number:02}"
    moment = f"{day}T10:00:00Z"
    more = {"Type": "SESSION", "SessionId": f"s{number:02}", "AthleteId": "ann" if number % 2 else "bob", "Date": day}
    measured = {"Duration": "45.5", "Distance": str(number), "Notes": "Übung ☀", "CreatedAt": moment, "UpdatedAt": moment}
    return {**session_key(number), "GSI1PK": "SESSION", "GSI1SK": f"{day}#s{number:02}", **more, **measured}


def create_table():
    strings = [{"AttributeName": name, "AttributeType": "S"} for name in ("PK", "SK", "GSI1PK", "GSI1SK")]
    key = [{"AttributeName": "PK", "KeyType": "HASH"}, {"AttributeName": "SK", "KeyType": "RANGE"}]
    index_key = [{"AttributeName": "GSI1PK", "KeyType": "HASH"}, {"AttributeName": "GSI1SK", "KeyType": "RANGE"}]
    client.create_table(
        TableName=TABLE,
        AttributeDefinitions=strings,
        KeySchema=key,
        GlobalSecondaryIndexes=[{"IndexName": "GSI1", "KeySchema": index_key, "Projection": {"ProjectionType": "ALL"}}],
        BillingMode="PAY_PER_REQUEST",
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
    )
    client.get_waiter("table_exists").wait(TableName=TABLE)
    described = client.describe_table(TableName=TABLE)["Table"]
    check("the table's status", described["TableStatus"], "ACTIVE")
    check("its index", [index["IndexName"] for index in described["GlobalSecondaryIndexes"]], ["GSI1"])
    refused("a second create of the table", "ResourceInUseException", client.create_table, TableName=TABLE,
            AttributeDefinitions=strings[:2], KeySchema=key, BillingMode="PAY_PER_REQUEST")
    return described["LatestStreamArn"]


def athletes():
    for athlete in ("ann", "bob"):
        item = {**athlete_key(athlete), "Type": "ATHLETE", "AthleteId": athlete, "Name": athlete.title()}
        table.put_item(Item=item, ConditionExpression=Attr("PK").not_exists())
    refused("a second create of Ann", "ConditionalCheckFailedException", table.put_item,
            Item=athlete_key("ann"), ConditionExpression=Attr("PK").not_exists())
    check("Ann", table.get_item(Key=athlete_key("ann"))["Item"]["Name"], "Ann")
    check("an unknown athlete", "Item" in table.get_item(Key=athlete_key("eve")), False)
    renamed = table.update_item(Key=athlete_key("ann"), UpdateExpression="SET #name = :name", ConditionExpression="attribute_exists(PK)",
                                ExpressionAttributeNames={"#name": "Name"}, ExpressionAttributeValues={":name": "Anna"}, ReturnValues="ALL_NEW")
    check("Ann renamed", renamed["Attributes"]["Name"], "Anna")


def sessions():
    with table.batch_writer() as batch:  # sends 25 at a time
        for number in range(1, 26):
            batch.put_item(Item=session(number))
    for number in range(26, 31):
        table.put_item(Item=session(number))
    found = table.query(KeyConditionExpression=Key("PK").eq("ATHLETE#ann") & Key("SK").begins_with("SESSION#"))["Items"]
    check("Ann's sessions", [item["SessionId"] for item in found], [f"s{number:02}" for number in range(1, 31, 2)])
    check("a session as it was written", found[3], session(7))
    by_id = table.query(IndexName="GSI1", KeyConditionExpression=Key("GSI1PK").eq("SESSION"), FilterExpression=Attr("SessionId").eq("s17"))
    check("the session of an id", [item["Date"] for item in by_id["Items"]], ["2026-01-17"])
    newest = table.query(IndexName="GSI1", KeyConditionExpression=Key("GSI1PK").eq("SESSION"), ScanIndexForward=False, Limit=3)
    check("the newest sessions", [item["SessionId"] for item in newest["Items"]], ["s30", "s29", "s28"])
    days = Key("GSI1PK").eq("SESSION") & Key("GSI1SK").between("2026-01-10", "2026-01-20~")
    some = table.query(IndexName="GSI1", KeyConditionExpression=days)["Items"]
    check("distance of eleven days", sum(decimal.Decimal(item["Distance"]) for item in some), 165)
    everyone = table.scan(FilterExpression=Attr("Type").eq("ATHLETE"))["Items"]
    check("all athletes", sorted(item["Name"] for item in everyone), ["Anna", "Bob"])
    changed = table.update_item(Key=session_key(17), UpdateExpression="SET Notes = :notes, UpdatedAt = :now REMOVE CreatedAt",
                                ExpressionAttributeValues={":notes": "rain", ":now": "2026-02-01T00:00:00Z"}, ReturnValues="UPDATED_NEW")
    check("what an update changed", changed["Attributes"], {"Notes": "rain", "UpdatedAt": "2026-02-01T00:00:00Z"})


def transactions():
    counted = {"Key": athlete_key("ann"), "TableName": TABLE, "UpdateExpression": "ADD Sessions :one", "ExpressionAttributeValues": {":one": 1}}
    exists = {"Key": athlete_key("bob"), "TableName": TABLE, "ConditionExpression": "attribute_exists(PK)"}
    put = {"Item": session(31), "TableName": TABLE, "ConditionExpression": "attribute_not_exists(PK)"}
    delete = {"Key": session_key(2), "TableName": TABLE}
    low = resource.meta.client  # takes Python's own types, as the resource does
    low.transact_write_items(TransactItems=[{"Put": put}, {"Update": counted}, {"ConditionCheck": exists}, {"Delete": delete}])
    both = [{"Get": {"Key": key, "TableName": TABLE}} for key in (athlete_key("ann"), session_key(2))]
    got = low.transact_get_items(TransactItems=both)["Responses"]
    check("after the transaction", (got[0]["Item"]["Sessions"], "Item" in got[1]), (1, False))
    error = refused("a transaction whose condition fails", "TransactionCanceledException", low.transact_write_items,
                    TransactItems=[{"Put": put}, {"Update": counted}])
    check("its reasons", [reason["Code"] for reason in error["CancellationReasons"]], ["ConditionalCheckFailed", "None"])


def pages():
    paginator = client.get_paginator("query")
    asked = {"IndexName": "GSI1", "KeyConditionExpression": "GSI1PK = :all", "ExpressionAttributeValues": {":all": {"S": "SESSION"}}}
    counts = [page["Count"] for page in paginator.paginate(TableName=TABLE, PaginationConfig={"PageSize": 7}, **asked)]
    check("pages of seven", [count for count in counts if count], [7, 7, 7, 7, 2])


def every_type():
    big = decimal.Decimal("-1234567890123456789012345678901234567.8E-100")
    values = {"n": big, "s": "", "b": b"\x00\xff", "ss": {"a", "b"}, "ns": {decimal.Decimal(1), decimal.Decimal("2.5")},
              "bs": {b"1", b"22"}, "l": [None, True, {"deep": []}], "m": {"k": False}}
    table.put_item(Item={"PK": "TYPES", "SK": "TYPES", **values})
    item = table.get_item(Key={"PK": "TYPES", "SK": "TYPES"}, ConsistentRead=True)["Item"]
    item["b"], item["bs"] = item["b"].value, {binary.value for binary in item["bs"]}
    check("every type", item, {"PK": "TYPES", "SK": "TYPES", **values})


def deletes():
    table.delete_item(Key=session_key(1), ConditionExpression=Attr("PK").exists())
    check("a deleted session", "Item" in table.get_item(Key=session_key(1)), False)
    check("a deleted athlete", table.delete_item(Key=athlete_key("bob"), ReturnValues="ALL_OLD")["Attributes"]["Name"], "Bob")


def stream_records(arn):
    found, deadline = [], time.monotonic() + STREAM_SECONDS_MAX
    for shard in streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"]:
        begin = {"ShardId": shard["ShardId"], "ShardIteratorType": "TRIM_HORIZON"}
        iterator = streams.get_shard_iterator(StreamArn=arn, **begin)["ShardIterator"]
        while iterator and len(found) < 40 and time.monotonic() < deadline:
            page = streams.get_records(ShardIterator=iterator, Limit=15)
            found += page["Records"]
            iterator = page.get("NextShardIterator")
    return found


def stream(arn):
    records = stream_records(arn)
    kinds = [record["eventName"] for record in records]
    check("changes in the stream", {kind: kinds.count(kind) for kind in kinds}, {"INSERT": 34, "MODIFY": 3, "REMOVE": 3})
    renamed = next(record for record in records if record["eventName"] == "MODIFY")["dynamodb"]
    check("images of a change", (renamed["OldImage"]["Name"], renamed["NewImage"]["Name"]), ({"S": "Ann"}, {"S": "Anna"}))


stream_arn = create_table()
athletes()
sessions()
transactions()
pages()
every_type()
deletes()
stream(stream_arn)
client.delete_table(TableName=TABLE)
client.get_waiter("table_not_exists").wait(TableName=TABLE, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
print("every step is as it should be")
