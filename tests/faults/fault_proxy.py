"""Between the tracker and its DynamoDB: a proxy that fails at the request a test names, in the way a test names.

What it does to a request is one function of FAULTS, which is given the request's Way.
"""

import collections.abc
import json
import select
import socket
import threading

PATIENCE_SECONDS = 30  # longer than the client waits for an answer
RESET = b"\x01\x00\x00\x00\x00\x00\x00\x00"  # SO_LINGER: close with a reset


class Cut(Exception):
    """The connection ends here."""


def read_message(connection: socket.socket) -> bytes:
    """One message of HTTP with a Content-Length, as DynamoDB's are; empty where the other side closed before it."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return b""
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
    while len(body) < length:
        more = connection.recv(65536)
        if not more:
            return b""
        body += more
    return head + b"\r\n\r\n" + body


def answer(status: str, body: str, kind: str = "application/x-amz-json-1.0") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


def refusal(status: str, name: str, **more: object) -> bytes:
    return answer(status, json.dumps({"__type": f"com.amazonaws.dynamodb.v20120810#{name}", "message": "injected", **more}))


class Way:
    """One request from the client to the store, and the answer's way back."""

    def __init__(self, client: socket.socket, request: bytes, store_port: int) -> None:
        self.client = client
        self.request = request
        self.store_port = store_port
        head = request.partition(b"\r\n\r\n")[0].decode("latin-1")
        self.operation = next(line for line in head.split("\r\n") if line.lower().startswith("x-amz-target:")).rsplit(".", 1)[1]

    def forward(self) -> bytes:
        """What the store answers."""
        with socket.create_connection(("127.0.0.1", self.store_port), PATIENCE_SECONDS) as store:
            store.sendall(self.request)
            return read_message(store)

    def send(self, data: bytes) -> None:
        self.client.sendall(data)

    def pass_on(self) -> None:
        self.send(self.forward())

    def wait_until_the_client_gives_up(self) -> None:
        select.select([self.client], [], [], PATIENCE_SECONDS)

    def actions(self) -> int:
        """Of a transaction."""
        return len(json.loads(self.request.partition(b"\r\n\r\n")[2])["TransactItems"])


def cut_before(_: Way) -> None:
    raise Cut


def cut_after(way: Way) -> None:
    way.forward()
    raise Cut


def reset_after(way: Way) -> None:
    way.forward()
    way.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    raise Cut


def truncated_head(way: Way) -> None:
    way.send(way.forward()[:20])
    raise Cut


def truncated_body(way: Way) -> None:
    way.send(way.forward()[:-1])
    raise Cut


def corrupted_body(way: Way) -> None:
    """One bit of it, so that only the checksum tells."""
    data = bytearray(way.forward())
    data[(data.index(b"\r\n\r\n") + 4 + len(data)) // 2] ^= 1
    way.send(bytes(data))


def corrupted_head(way: Way) -> None:
    way.send(way.forward().replace(b"HTTP/1.1 ", b"HTTQ\x00\xff ", 1))
    raise Cut


def internal_error(way: Way) -> None:
    way.send(refusal("500 Internal Server Error", "InternalServerError"))


def internal_error_after(way: Way) -> None:
    way.forward()
    internal_error(way)


def unavailable(way: Way) -> None:
    way.send(answer("503 Service Unavailable", "<html>not now</html>", "text/html"))


def unavailable_after(way: Way) -> None:
    way.forward()
    unavailable(way)


def throughput_exceeded(way: Way) -> None:
    way.send(refusal("400 Bad Request", "ProvisionedThroughputExceededException"))


def throttled(way: Way) -> None:
    way.send(refusal("400 Bad Request", "ThrottlingException"))


def conflict(way: Way) -> None:
    """Reads have none."""
    if way.operation == "TransactWriteItems":
        reasons = [{"Code": "TransactionConflict", "Message": "injected"}] + [{"Code": "None"}] * (way.actions() - 1)
        way.send(refusal("400 Bad Request", "TransactionCanceledException", CancellationReasons=reasons))
    elif way.operation in ("PutItem", "UpdateItem", "DeleteItem"):
        way.send(refusal("400 Bad Request", "TransactionConflictException"))
    else:
        way.pass_on()


def late_answer(way: Way) -> None:
    way.forward()
    way.wait_until_the_client_gives_up()
    raise Cut


def late_request(way: Way) -> None:
    """It arrives after the client has given it up, and perhaps beside its repeat."""
    way.wait_until_the_client_gives_up()
    way.forward()
    raise Cut


Fault = collections.abc.Callable[[Way], None]
QUICK = [
    *(cut_before, cut_after, reset_after, truncated_head, truncated_body, corrupted_body, corrupted_head),
    *(internal_error, internal_error_after, unavailable, unavailable_after, conflict),
]
FEW = [cut_before, cut_after, corrupted_body, internal_error_after, conflict]  # where each try is a process of its own
THROTTLING = [throughput_exceeded, throttled]
SLOW = [late_answer, late_request]


class FaultProxy:
    """Listens on a port of its own; passes on whatever it is not told to fail at."""

    def __init__(self, store_port: int) -> None:
        self.store_port = store_port
        self.changed = threading.Condition()
        self.fault: Fault | None = None
        self.fails = range(0)
        self.requests = 0  # since it was armed
        self.operations: list[str] = []
        self.under_way = 0
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def arm(self, fault: Fault | None, fails: range = range(0)) -> None:
        """From here on the requests are numbered from 0, and those of `fails` are."""
        with self.changed:
            self.fault, self.fails, self.requests, self.operations = fault, fails, 0, []

    def disarm(self) -> list[str]:
        """The operations since it was armed; those that the client gave up have come to their end too."""
        with self.changed:
            self.changed.wait_for(lambda: self.under_way == 0)
            operations = self.operations
        self.arm(None)
        return operations

    def close(self) -> None:
        self.listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with client:
            try:
                while request := read_message(client):
                    self._treat(Way(client, request, self.store_port))
            except (Cut, OSError):
                return

    def _treat(self, way: Way) -> None:
        with self.changed:
            fault = self.fault if self.requests in self.fails else None
            self.requests += 1
            self.operations.append(way.operation)
            self.under_way += 1
        try:
            (fault or Way.pass_on)(way)
        finally:
            with self.changed:
                self.under_way -= 1
                self.changed.notify_all()
