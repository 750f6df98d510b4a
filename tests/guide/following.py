"""What both guides' tests share: a test case that follows blocks, and the requests of somebody who tries the tracker out."""

import subprocess
import unittest

import prepare
import terminal
from markdown_blocks import Block
from terminal import API_PORT, ROOT, Terminal, api, eventually

BUILD_SECONDS_MAX = 3600


def prepare_everything() -> None:
    """For setUpModule: `./pw start` of the blocks finds everything built, and DynamoDB Local fetched."""
    if reason := terminal.what_is_missing():
        raise unittest.SkipTest(reason)
    built = subprocess.run([ROOT / "pw", "build"], capture_output=True, text=True, timeout=BUILD_SECONDS_MAX, check=False)
    if built.returncode != 0:
        raise RuntimeError(f"./pw build: {built.stdout[-4000:]}{built.stderr[-4000:]}")


def fetch_dynamodb_local() -> None:
    try:
        prepare.java("dynamodb_local", ROOT / "tests/tools/dynamodb_local/pom.xml")
    except prepare.Missing as missing:
        raise unittest.SkipTest(str(missing)) from missing


class FollowsBlocks(unittest.TestCase):
    maxDiff = None

    def follow(self, shell: Terminal, block: Block, values: dict[str, str] | None = None, **variables: str) -> str:
        """What it printed; every line of it has to succeed."""
        done = shell.run(block.filled(values or {}), **variables)
        self.assertEqual(done.returncode, 0, f"the block of line {block.line} failed:\n{done.stdout[-3000:]}")
        return done.stdout

    def type(self, shell: Terminal, command: str, **variables: str) -> str:
        done = shell.run(command + "\n", **variables)
        self.assertEqual(done.returncode, 0, f"{command}:\n{done.stdout[-3000:]}")
        return done.stdout

    def says(self, shell: Terminal, command: str, *words: str, **variables: str) -> None:
        """The command fails, and its output has all of these words."""
        done = shell.run(command + "\n", **variables)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        for word in words:
            self.assertIn(word, done.stdout)

    def asks(self, method: str, path: str, body: object = None, *, answered_with: int = 200):
        status, answer = api(method, path, body)
        self.assertEqual(status, answered_with, (method, path, answer))
        return answer

    def logs_a_training(self) -> tuple[str, str]:
        """An athlete and a session of hers, over the API; their ids."""
        athlete = self.asks("POST", "/v1/athletes", {"name": "Ann"}, answered_with=201)["id"]
        session = {"athlete_id": athlete, "date": "2026-11-23", "duration": 45, "distance": 8.5}
        return athlete, self.asks("POST", "/v1/training-sessions", session, answered_with=201)["id"]

    def finds_the_training(self, athlete: str, session: str) -> None:
        self.assertIn({"id": athlete, "name": "Ann"}, self.asks("GET", "/v1/athletes"))
        page = self.asks("GET", f"/v1/training-sessions?athleteId={athlete}")
        self.assertEqual([(entry["id"], entry["distance"]) for entry in page["data"]], [(session, 8.5)])
        self.assertEqual(self.asks("GET", f"/v1/training-sessions/{session}")["athlete_name"], "Ann")
        self.assertEqual(self.asks("GET", f"/v1/athletes/{athlete}/statistics")["totalDistance"], 8.5)
        self.assertGreaterEqual(self.asks("GET", "/v1/training-sessions/statistics")["totalSessions"], 1)

    def is_ready(self) -> None:
        self.assertTrue(eventually(lambda: api("GET", "/readyz")[0] == 200), api("GET", "/readyz"))

    def is_not_ready_because(self, *words: str) -> None:
        """The API says so too, with the remedy."""

        def reason() -> str:
            status, answer = api("GET", "/v1/athletes")
            return str(answer) if status == 503 else ""

        self.assertTrue(eventually(reason), api("GET", "/v1/athletes"))
        for word in words:
            self.assertIn(word, reason())

    def the_log_says(self, shell: Terminal, *words: str) -> None:
        for word in words:
            self.assertIn(word, shell.log_of(API_PORT))
