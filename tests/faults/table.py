"""The table, past the tracker and past the proxy: filled as the guide's program fills it, and judged item by item."""

import http.client
import json

KEYS = "AWS4-HMAC-SHA256 Credential=AKIAOTHER/20261123/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0"
BATCH_MAX = 25
TIME = "2026-11-01T07:00:00.000000"


def texts(values: dict[str, str]) -> dict[str, dict[str, str]]:
    return {name: {"S": value} for name, value in values.items()}


def athlete_item(athlete: str, name: str) -> dict:
    partition = f"ATHLETE#{athlete}"
    return texts({"PK": partition, "SK": partition, "Type": "ATHLETE", "AthleteId": athlete, "Name": name})


def session_item(athlete: str, name: str, session: str, date: str) -> dict:
    keys = {"PK": f"ATHLETE#{athlete}", "SK": f"SESSION#{session}", "GSI1PK": "SESSION", "GSI1SK": f"{date}#{session}"}
    owner = {"Type": "SESSION", "SessionId": session, "AthleteId": athlete, "AthleteName": name}
    rest = {"Date": date, "Notes": "", "CreatedAt": TIME, "UpdatedAt": TIME}
    return {**texts({**keys, **owner, **rest}), "Duration": {"N": "45"}, "Distance": {"N": "8.5"}}


class Table:
    def __init__(self, port: int, name: str) -> None:
        self.name = name
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def call(self, operation: str, body: dict) -> dict:
        headers = {"X-Amz-Target": f"DynamoDB_20120810.{operation}", "Content-Type": "application/x-amz-json-1.0", "Authorization": KEYS}
        self.connection.request("POST", "/", json.dumps(body), headers)
        response = self.connection.getresponse()
        answer = json.loads(response.read())
        assert response.status == 200, answer
        return answer

    def items(self) -> list[dict[str, str]]:
        """Attributes of types S and N as their texts."""
        found, start = [], {}
        while True:
            page = self.call("Scan", {"TableName": self.name, "ConsistentRead": True, **start})
            found += [{name: next(iter(value.values())) for name, value in item.items()} for item in page["Items"]]
            if "LastEvaluatedKey" not in page:
                return found
            start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}

    def write(self, requests: list[dict]) -> None:
        for first in range(0, len(requests), BATCH_MAX):
            answer = self.call("BatchWriteItem", {"RequestItems": {self.name: requests[first : first + BATCH_MAX]}})
            assert not answer["UnprocessedItems"], answer

    def put(self, items: list[dict]) -> None:
        self.write([{"PutRequest": {"Item": item}} for item in items])

    def clear(self) -> None:
        self.write([{"DeleteRequest": {"Key": texts({name: item[name] for name in ("PK", "SK")})}} for item in self.items()])


class Picture:
    """What the table's items say."""

    def __init__(self, items: list[dict[str, str]]) -> None:
        self.athletes = {item["AthleteId"]: item for item in items if item["Type"] == "ATHLETE"}
        self.sessions = [item for item in items if item["Type"] == "SESSION"]
        self.ids = {session["SessionId"] for session in self.sessions}

    def counts(self) -> list[tuple[str, int]]:
        """Each athlete's name, and how many sessions are in that partition."""
        partitions = [session["PK"] for session in self.sessions]
        return sorted((athlete["Name"], partitions.count(athlete["PK"])) for athlete in self.athletes.values())

    def broken(self) -> list[str]:
        """Invariants that hold at every moment; a rename may be under way."""
        found = []
        if len(self.ids) != len(self.sessions):
            found.append("a session is there twice")
        for session in self.sessions:
            athlete = self.athletes.get(session["PK"].removeprefix("ATHLETE#"))
            if athlete is None:
                found.append(f"{session['SessionId']} has no athlete")
            elif session["AthleteId"] != athlete["AthleteId"] or session["GSI1SK"] != f"{session['Date']}#{session['SessionId']}":
                found.append(f"{session['SessionId']} is half moved")
            elif session["AthleteName"] != athlete["Name"] and "RenamePending" not in athlete:
                found.append(f"{session['SessionId']} has the name {session['AthleteName']}, its athlete {athlete['Name']}")
        return found

    def unfinished(self) -> list[str]:
        return [athlete["Name"] for athlete in self.athletes.values() if "RenamePending" in athlete]
