"""Our DynamoDB endpoint, started as a user starts it, on a free port and a directory of its own."""

import os
import pathlib
import signal
import subprocess
import tempfile

START_SECONDS_MAX = 60


def environment() -> dict[str, str]:
    """Without what would choose another endpoint or other credentials."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "DYNAMODB_", "XDG_"))}


class Endpoint:
    """`training-tracker dynamodb`; killed at the end of a `with`, if it still runs.

    With TEST_ENDPOINT_URL set nothing is started and that endpoint is used: to see what another DynamoDB answers.
    """

    def __init__(self, *options: str) -> None:
        self.process = None
        self.url = os.environ.get("TEST_ENDPOINT_URL", "")
        if self.url:
            return
        self.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self.folder.name)
        self.log_path = folder / "log"
        self.log = open(self.log_path, "w", encoding="utf-8")
        command = [os.environ["TRAINING_TRACKER"], "dynamodb", "--listen", "127.0.0.1:0", "--data-dir", str(folder / "data"), *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True, env=environment())
        line = self.process.stdout.readline()
        if not line.startswith("listening on http://"):
            self.process.wait(START_SECONDS_MAX)
            raise RuntimeError(f"the endpoint did not start: {line}{self.log_path.read_text()}")
        self.url = line.split()[2]

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1].rstrip("/"))

    def has_died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def logged(self) -> str:
        """The end of what it has logged: a sanitizer's report, if there is one."""
        lines = self.log_path.read_text().splitlines() if self.process else []
        return "\n".join(line for line in lines if not line.startswith('{"time"'))[-6000:]

    def stop(self) -> int:
        """Its exit status after SIGTERM."""
        if not self.process:
            return 0
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def __enter__(self) -> "Endpoint":
        return self

    def __exit__(self, *_: object) -> None:
        if not self.process:
            return
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()
        self.folder.cleanup()
