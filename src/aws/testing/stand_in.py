"""Stands in for what a remote store talks to: DynamoDB, STS, IAM Identity Center, a container's and an instance's metadata, and a proxy.

stand_in.py [--tls CERTIFICATE KEY] [--tls-max 1.1] [--lifetime SECONDS]
Prints its port, then one line for each request: method, target, host, and the access key that signed it.
"""

import argparse
import datetime
import http.server
import itertools
import json
import select
import socket
import ssl
import sys
import threading
import urllib.parse
import warnings

parser = argparse.ArgumentParser()
parser.add_argument("--tls", nargs=2)
parser.add_argument("--tls-max")
parser.add_argument("--lifetime", type=int, default=3600)
arguments = parser.parse_args()
numbers = itertools.count(1)
printing = threading.Lock()


def expiration() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=arguments.lifetime)


def keys(source: str) -> dict[str, str]:
    number = next(numbers)
    return {
        "AccessKeyId": f"ASIA{source}{number}",
        "SecretAccessKey": f"secret-of-{source}-{number}",
        "Token": f"token-of-{source}-{number}",
        "Expiration": expiration().strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def sts_answer(action: str, source: str) -> str:
    made = keys(source)
    return (
        f"<{action}Response><{action}Result><Credentials><AccessKeyId>{made['AccessKeyId']}</AccessKeyId>"
        f"<SecretAccessKey>{made['SecretAccessKey']}</SecretAccessKey><SessionToken>{made['Token']}</SessionToken>"
        f"<Expiration>{made['Expiration']}</Expiration></Credentials></{action}Result></{action}Response>"
    )


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def note(self) -> None:
        key = self.headers.get("Authorization", "").partition("Credential=")[2].partition("/")[0]
        with printing:
            print(self.command, self.path, self.headers.get("Host"), key, flush=True)

    def answer(self, status: int, body: str) -> None:
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("x-amzn-RequestId", "REQUEST-1")
        self.end_headers()
        self.wfile.write(data)

    def do_PUT(self) -> None:  # noqa: N802
        self.note()
        wants_token = self.path == "/latest/api/token" and "X-aws-ec2-metadata-token-ttl-seconds" in self.headers
        self.answer(200 if wants_token else 404, "IMDS-TOKEN")

    def do_GET(self) -> None:  # noqa: N802
        self.note()
        roles = "/latest/meta-data/iam/security-credentials/"
        if self.path.startswith("/latest/"):
            if self.headers.get("X-aws-ec2-metadata-token") != "IMDS-TOKEN":
                self.answer(401, "")
            else:
                self.answer(200, "the-role" if self.path == roles else json.dumps({"Code": "Success", **keys("INSTANCE")}))
        elif self.path == "/container":
            known = self.headers.get("Authorization") == "container-token"
            self.answer(200 if known else 403, json.dumps(keys("CONTAINER")) if known else "{}")
        elif self.path.startswith("/federation/credentials"):
            made = keys("CENTER")
            role = {"accessKeyId": made["AccessKeyId"], "secretAccessKey": made["SecretAccessKey"], "sessionToken": made["Token"]}
            role["expiration"] = int(expiration().timestamp() * 1000)
            known = self.headers.get("x-amz-sso_bearer_token") == "sso-token"
            self.answer(200 if known else 401, json.dumps({"roleCredentials": role}) if known else "{}")
        else:
            self.answer(404, "")

    def do_POST(self) -> None:  # noqa: N802
        self.note()
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        if "X-Amz-Target" in self.headers:
            self.answer(200, body)
            return
        asked = urllib.parse.parse_qs(body)
        action = asked.get("Action", [""])[0]
        if action == "AssumeRoleWithWebIdentity" and asked.get("WebIdentityToken") == ["web-token"]:
            self.answer(200, sts_answer(action, "WEB"))
        elif action == "AssumeRole" and "Authorization" in self.headers:
            self.answer(200, sts_answer(action, "ROLE"))
        else:
            self.answer(403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>")

    def do_CONNECT(self) -> None:  # noqa: N802
        """The name asked for is not looked up: everything is on this machine."""
        self.note()
        with socket.create_connection(("127.0.0.1", int(self.path.rpartition(":")[2]))) as there:
            self.send_response(200)
            self.end_headers()
            pair = {self.connection: there, there: self.connection}
            while True:
                for ready in select.select(list(pair), [], [])[0]:
                    data = ready.recv(65536)
                    if not data:
                        self.close_connection = True
                        return
                    pair[ready].sendall(data)

    def log_message(self, *_: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: object) -> None:
        pass


server = Server(("127.0.0.1", 0), Handler)
if arguments.tls:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*arguments.tls)
    if arguments.tls_max:
        context.set_ciphers("DEFAULT:@SECLEVEL=0")
        with warnings.catch_warnings(action="ignore"):
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = {"1.1": ssl.TLSVersion.TLSv1_1}[arguments.tls_max]
    # Each connection shakes hands on its own thread.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
print(server.server_port, flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()  # until whoever started it goes
