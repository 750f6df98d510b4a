"""The `table` commands on the embedded store, their usage, and the guide's script."""

import pathlib
import subprocess
import tempfile
import unittest

from dynamodb_server import DynamoDb
from table_commands import BINARY, SCRIPT, SECONDS_MAX, environment


class OnTheEmbeddedStore(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = str(self.folder / "data")

    def table(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [BINARY, "table", *words, "--data-dir", self.data]
        return subprocess.run(command, capture_output=True, text=True, env=environment(), stdin=subprocess.DEVNULL, timeout=SECONDS_MAX, check=False)

    def succeeds(self, *words: str) -> subprocess.CompletedProcess[str]:
        done = self.table(*words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def test_the_whole_life_of_a_table(self):
        self.assertEqual(self.table("describe").returncode, 1)
        self.succeeds("create", "--indexes", "guide")
        self.succeeds("capacity", "provisioned", "--read-capacity", "5", "--write-capacity", "5")
        self.succeeds("upgrade")
        described = self.succeeds("describe").stdout
        self.assertIn("provisioned, 5 read and 5 write units", described)
        self.assertIn("index AthletesByName", described)
        self.assertIn("time to live: by ExpiresAt", described)
        self.succeeds("delete", "--yes", "training-tracker")
        self.assertEqual(self.table("describe").returncode, 1)

    def test_it_has_no_point_in_time_recovery_and_says_what_there_is(self):
        refused = self.table("create", "--point-in-time-recovery")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("no point-in-time recovery; `training-tracker backup`", refused.stderr)
        self.assertEqual(self.table("describe").returncode, 1)  # nothing was made

    def test_while_a_server_holds_the_directory(self):
        self.succeeds("create", "--indexes", "guide")
        with DynamoDb(self.folder, "--data-dir", self.data):
            self.assertIn("is there already, and it fits", self.succeeds("create").stderr)
            self.assertIn("The index SessionById was added and filled.", self.succeeds("upgrade").stderr)
            self.succeeds("capacity", "provisioned", "--read-capacity", "5", "--write-capacity", "5")
            self.assertIn("time to live: by ExpiresAt", self.succeeds("describe").stdout)
            self.assertEqual(self.table("create", "--point-in-time-recovery").returncode, 1)
            refused = self.table("delete", "--yes", "training-tracker")
            self.assertEqual(refused.returncode, 1)  # under a server that would miss it
        self.succeeds("delete", "--yes", "training-tracker")

    def test_wrong_usage(self):
        for words in (
            ["create", "--billing-mode", "on-demand", "--read-capacity", "5"],
            ["create", "--read-capacity", "0"],
            ["capacity", "provisioned"],
            ["capacity", "on-demand", "--write-capacity", "5"],
            ["capacity", "sometimes"],
            ["capacity"],
            ["delete"],
        ):
            self.assertEqual(self.table(*words).returncode, 2, words)

    def test_every_command_has_an_example(self):
        for words in (["create"], ["describe"], ["upgrade"], ["capacity"], ["delete"]):
            shown = subprocess.run([BINARY, "table", *words, "--help"], capture_output=True, text=True, timeout=SECONDS_MAX, check=True).stdout
            self.assertIn(f"Example: training-tracker table {words[0]}", shown)


class TheScript(unittest.TestCase):
    def test_builds_what_is_not_there(self):
        """In a copy of its folder where ./pw build makes a program that says what it was asked."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "scripts").mkdir()
            script = folder / "scripts" / SCRIPT.name
            script.write_text(SCRIPT.read_text())
            pw = folder / "pw"
            made = "mkdir -p build && printf '#!/bin/sh\\necho \"$@\"; exit 7\\n' > build/training-tracker && chmod +x build/training-tracker"
            variables = {"PATH": "/usr/bin:/bin"}
            for build, status, output in ((made, 7, "table create --table 'a b'\n"), ("exit 3", 3, "")):
                pw.write_text(f"#!/bin/sh\n[ \"$1\" = build ] || exit 9\n{build}\n")
                pw.chmod(0o755)
                for _ in range(2 if status == 7 else 1):  # the second time nothing is built
                    done = subprocess.run(
                        ["python3", script, "--table", "a b"], capture_output=True, text=True, env=variables, timeout=60, check=False
                    )
                    self.assertEqual((done.returncode, done.stdout), (status, output.replace("'", "")), done.stderr)
                    pw.write_text("#!/bin/sh\nexit 9\n")
                (folder / "build" / "training-tracker").unlink(missing_ok=True)
