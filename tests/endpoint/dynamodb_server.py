"""Starts `training-tracker dynamodb` and talks to it with Python's standard library alone, signatures included."""

import datetime
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import signal
import subprocess
import zlib

BINARY = os.environ["TRAINING_TRACKER"]
START_SECONDS_MAX = 60
TABLE = {
    "TableName": "log",
    "BillingMode": "PAY_PER_REQUEST",
    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
}


def environment() -> dict[str, str]:
    """Without what would choose another region or directory."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "DYNAMODB_", "XDG_"))}


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs one command of the binary to its end."""
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, env=environment(), timeout=300, check=False)


def signed(headers: dict[str, str], body: bytes, key: str, secret: str, when: datetime.datetime | None = None) -> dict[str, str]:
    """The headers with a Signature Version 4 of all of them."""
    when = when or datetime.datetime.now(datetime.timezone.utc)
    date = when.strftime("%Y%m%dT%H%M%SZ")
    headers = {**headers, "X-Amz-Date": date}
    lower = {name.lower(): value for name, value in headers.items()}
    names = ";".join(sorted(lower))
    lines = "".join(f"{name}:{lower[name]}\n" for name in sorted(lower))
    canonical = f"POST\n/\n\n{lines}\n{names}\n{hashlib.sha256(body).hexdigest()}"
    scope = f"{date[:8]}/us-east-1/dynamodb/aws4_request"
    text = f"AWS4-HMAC-SHA256\n{date}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    digest = b"AWS4" + secret.encode()
    for part in scope.split("/"):
        digest = hmac.new(digest, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(digest, text.encode(), hashlib.sha256).hexdigest()
    return {**headers, "Authorization": f"AWS4-HMAC-SHA256 Credential={key}/{scope}, SignedHeaders={names}, Signature={signature}"}


class DynamoDb:
    """`training-tracker dynamodb`, or `serve --dynamodb-listen`, on a free port."""

    def __init__(self, folder: pathlib.Path, *options: str, beside_the_api: bool = False) -> None:
        self.log = open(folder / "log", "a+", encoding="utf-8")
        what = ["serve", "--dynamodb-listen", "127.0.0.1:0"] if beside_the_api else ["dynamodb"]
        arguments = [BINARY, *what, "--listen", "127.0.0.1:0", *options]
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=self.log, text=True, env=environment())
        line = self.process.stdout.readline()
        if not line.startswith("listening on http://"):
            self.process.wait(START_SECONDS_MAX)
            self.log.seek(0)
            raise RuntimeError(f"the server did not start: {self.log.read()}")
        if beside_the_api:
            line = self.process.stdout.readline().removesuffix(" (DynamoDB)\n")
        self.port = int(line.rsplit(":", 1)[1])

    def send(self, headers: dict[str, str], body: bytes, method: str = "POST", path: str = "/"):
        """Status, headers and the body as bytes. The checksum is looked at each time."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        if (checksum := response.getheader("x-amz-crc32")) is not None and int(checksum) != zlib.crc32(content):
            raise AssertionError(f"x-amz-crc32 is {checksum}, but of the body it is {zlib.crc32(content)}")
        return response.status, response.headers, content

    def headers(self, operation: str) -> dict[str, str]:
        """Host is written out, so that it can be signed."""
        target = operation if "." in operation else f"DynamoDB_20120810.{operation}"
        return {"Host": f"127.0.0.1:{self.port}", "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": target}

    def raw(self, operation: str, body: bytes, **more: str):
        """As `ask`, with the body as it is and more header fields (of _ for -)."""
        fields = {name.replace("_", "-"): value for name, value in more.items()}
        status, _, content = self.send(signed({**self.headers(operation), **fields}, body, "any", "any"), body)
        return status, json.loads(content)

    def ask(self, operation: str, request: object):
        """Status and answer, signed by anybody."""
        return self.raw(operation, json.dumps(request).encode())

    def ask_as(self, key: str, secret: str, operation: str, request: object, when: datetime.datetime | None = None):
        body = json.dumps(request).encode()
        status, _, content = self.send(signed(self.headers(operation), body, key, secret, when), body)
        return status, json.loads(content)

    def stop(self) -> int:
        """By SIGTERM; the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        self.process.stdout.close()
        self.log.close()


def error_of(answer: dict) -> str:
    return answer["__type"].split("#")[-1]
