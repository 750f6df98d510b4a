"""One DynamoDB over raw HTTP: requests that no SDK would send can be sent, and answers are seen as they are."""

import dataclasses
import http.client
import json

SECONDS_MAX = 60
AUTHORIZATION = (
    "AWS4-HMAC-SHA256 Credential=anyone/20260101/us-east-1/dynamodb/aws4_request, "
    "SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=" + "0" * 64
)


@dataclasses.dataclass
class Request:
    operation: str
    body: object  # what becomes JSON; bytes are sent as they are
    method: str = "POST"
    headers: dict = dataclasses.field(default_factory=dict)  # a value of None takes a header away

    def as_text(self) -> str:
        body = self.body.decode(errors="replace") if isinstance(self.body, bytes) else json.dumps(self.body, ensure_ascii=False)
        more = f" {self.method} {self.headers}" if self.headers or self.method != "POST" else ""
        return f"{self.operation}{more} {body}"


@dataclasses.dataclass
class Answer:
    status: int
    body: object  # parsed; text where it is not JSON

    @property
    def error(self) -> str:
        """The type of the error without its namespace; empty where there is none."""
        return str(self.body.get("__type", "")).rsplit("#", 1)[-1] if isinstance(self.body, dict) and self.status != 200 else ""

    @property
    def message(self) -> str:
        return str(self.body.get("message", self.body.get("Message", ""))) if self.error else ""

    def as_text(self) -> str:
        return f"{self.status} {self.error}: {self.message}" if self.error else f"{self.status} {json.dumps(self.body, sort_keys=True)}"


class Endpoint:
    def __init__(self, port: int) -> None:
        self.port = port
        self.connection = None

    def call(self, operation: str, body: object) -> Answer:
        return self.send(Request(operation, body))

    def send(self, request: Request) -> Answer:
        headers = {
            "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Target": f"DynamoDB_20120810.{request.operation}",
            "X-Amz-Date": "20260101T000000Z",
            "Authorization": AUTHORIZATION,
            "Accept-Encoding": "identity",
            **request.headers,
        }
        body = request.body if isinstance(request.body, bytes) else json.dumps(request.body).encode()
        kept = {name: value for name, value in headers.items() if value is not None}
        response, content = self.exchange(request.method, body, kept)
        try:
            return Answer(response.status, json.loads(content))
        except ValueError:
            return Answer(response.status, content.decode(errors="replace"))

    def exchange(self, method: str, body: bytes, headers: dict):
        """On the kept connection, or on a new one where the other side has closed that."""
        for is_last in (False, True):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_MAX)
            try:
                self.connection.request(method, "/", body, headers)
                response = self.connection.getresponse()
                return response, response.read()
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
                self.connection = None
                if is_last:
                    raise
        raise AssertionError

    def close(self) -> None:
        if self.connection:
            self.connection.close()
