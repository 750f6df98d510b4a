"""What stands for AWS: our endpoint, which verifies signatures and can enforce a policy, and a container's credentials service."""

import contextlib
import http.server
import json
import pathlib
import secrets
import signal
import subprocess
import tempfile
import threading

from terminal import ROOT

START_SECONDS_MAX = 60


class Aws:
    """DynamoDB that knows these keys: access key, secret key and, of a role, session token. Its data outlive a restart."""

    def __init__(self, *known: tuple[str, ...]) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="guide-aws-")
        self.top = pathlib.Path(self.folder.name)
        self.credentials = self.top / "credentials"
        self.credentials.touch(mode=0o600)
        names = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token")
        profiles = ([f"[known-{i}]", *(f"{name} = {value}" for name, value in zip(names, keys))] for i, keys in enumerate(known))
        self.credentials.write_text("".join(f"{line}\n" for profile in profiles for line in profile))
        self.process, self.port = None, 0
        self.start()

    def start(self, policy: str = "") -> None:
        """Again on the same port; `policy` is a policy document that callers are held to."""
        self.stop()
        options = ["--data-dir", str(self.top / "data"), "--credentials", str(self.credentials)]
        if policy:
            (self.top / "policy.json").write_text(policy)
            options += ["--iam-policy", str(self.top / "policy.json")]
        command = [str(ROOT / "build/training-tracker"), "dynamodb", "--listen", f"127.0.0.1:{self.port}", *options]
        log = self.top / "log"
        with open(log, "a", encoding="utf-8") as output:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=output, text=True, env={"AWS_REGION": "us-east-1", "HOME": str(self.top)})
        line = self.process.stdout.readline()
        if not line.startswith("listening on http://"):
            raise RuntimeError(f"the stand-in for AWS did not start: {line}{log.read_text()}")
        self.port = int(line.rsplit(":", 1)[1])

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(START_SECONDS_MAX)
            self.process.stdout.close()
        self.process = None

    @property
    def variables(self) -> dict[str, str]:
        """What sends a program here instead of to AWS; nobody is asked for the role of this machine."""
        return {"AWS_ENDPOINT_URL_DYNAMODB": f"http://127.0.0.1:{self.port}", "AWS_EC2_METADATA_DISABLED": "true"}

    def __enter__(self) -> "Aws":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.folder.cleanup()


class Role(contextlib.AbstractContextManager):
    """The role of a container: where ECS and its likes hand out keys for some hours."""

    def __init__(self) -> None:
        self.keys = (f"ASIA{secrets.token_hex(8).upper()}", secrets.token_hex(20), secrets.token_hex(40))
        self.asked = 0
        role = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                role.asked += 1
                names = ("AccessKeyId", "SecretAccessKey", "Token", "Expiration")
                answer = dict(zip(names, (*role.keys, "2099-01-01T00:00:00Z")))
                body = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    @property
    def variables(self) -> dict[str, str]:
        return {"AWS_CONTAINER_CREDENTIALS_FULL_URI": f"http://127.0.0.1:{self.server.server_port}/credentials"}

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
