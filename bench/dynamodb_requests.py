"""What is asked of every DynamoDB endpoint: the tracker's table, its items, and files of requests for http_load."""

import json
import pathlib
import random

from processes import requests_file

TABLE = "training-tracker"
ATHLETES = 100
BATCH = 25
LINES = 20_000
NOTES = "Easy along the river, then strides; felt strong. Wind from the west, dry paths."


def create_table() -> dict:
    def key(hash_name: str, sort_name: str) -> list[dict]:
        return [{"AttributeName": hash_name, "KeyType": "HASH"}, {"AttributeName": sort_name, "KeyType": "RANGE"}]

    return {
        "TableName": TABLE,
        "AttributeDefinitions": [{"AttributeName": name, "AttributeType": "S"} for name in ("PK", "SK", "GSI1PK", "GSI1SK")],
        "KeySchema": key("PK", "SK"),
        "GlobalSecondaryIndexes": [{"IndexName": "GSI1", "KeySchema": key("GSI1PK", "GSI1SK"), "Projection": {"ProjectionType": "ALL"}}],
        "BillingMode": "PAY_PER_REQUEST",
    }


def key(number: int) -> dict:
    return {"PK": {"S": f"ATHLETE#{number % ATHLETES:04d}"}, "SK": {"S": f"SESSION#{number:08d}"}}


def item(number: int) -> dict:
    day = f"20{number % 26:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    moment = f"{day}T06:30:00Z"
    texts = {
        "GSI1PK": "SESSION", "GSI1SK": f"{day}#{number:08d}", "Type": "SESSION", "SessionId": f"{number:08d}", "AthleteId": f"{number % ATHLETES:04d}",
        "AthleteName": f"Athlete {number % ATHLETES}", "Date": day, "Duration": f"{30 + number % 90}.0", "Distance": f"{5 + number % 200 / 10}", "Notes": NOTES,
        "CreatedAt": moment, "UpdatedAt": moment,
    }
    return {**key(number), **{name: {"S": text} for name, text in texts.items()}}


def lines(bodies) -> list[str]:
    return ["POST / " + json.dumps(body, separators=(",", ":")) for body in bodies]


def batches(first: int, count: int) -> list[str]:
    """BatchWriteItem requests of 25 that write items first … first + count - 1."""
    starts = range(first, first + count, BATCH)
    return lines({"RequestItems": {TABLE: [{"PutRequest": {"Item": item(number)}} for number in range(start, start + BATCH)]}} for start in starts)


def gets(stored: int) -> list[str]:
    return lines({"TableName": TABLE, "Key": key(random.randrange(stored))} for _ in range(LINES))


def queries() -> list[str]:
    """100 sessions of an athlete."""
    return lines(
        {
            "TableName": TABLE,
            "KeyConditionExpression": "PK = :pk AND begins_with(SK, :prefix)",
            "ExpressionAttributeValues": {":pk": {"S": f"ATHLETE#{athlete:04d}"}, ":prefix": {"S": "SESSION#"}},
            "Limit": 100,
        }
        for athlete in range(ATHLETES)
    )


def newest() -> list[str]:
    asked = {"KeyConditionExpression": "GSI1PK = :all", "ExpressionAttributeValues": {":all": {"S": "SESSION"}}}
    return lines([{"TableName": TABLE, "IndexName": "GSI1", **asked, "ScanIndexForward": False, "Limit": 50}])


def puts(first: int) -> list[str]:
    return lines({"TableName": TABLE, "Item": item(first + number)} for number in range(LINES))


def transactions(first: int) -> list[str]:
    """Four new items each."""
    return lines(
        {"TransactItems": [{"Put": {"TableName": TABLE, "Item": item(first + 4 * number + part)}} for part in range(4)]} for number in range(LINES // 4)
    )


def write_files(work: pathlib.Path, stored: int) -> dict[str, pathlib.Path]:
    """Per operation of a run, its requests. Reads ask for the first `stored` items; writes write others."""
    made = {
        "load": batches(0, stored), "GetItem": gets(stored), "Query": queries(), "newest": newest(), "PutItem": puts(10_000_000),
        "TransactWriteItems": transactions(20_000_000), "BatchWriteItem": batches(30_000_000, 100_000),
    }
    return {name: requests_file(work / f"{name}.txt", content) for name, content in made.items()}
