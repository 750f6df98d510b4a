"""Real training logs of others go in by the command line with exactly the totals that a separate program computed, and come out."""

import json
import os
import pathlib
import tempfile
import unittest

from server import Server, command

SHARED = pathlib.Path(os.environ.get("TT_SHARED", pathlib.Path(__file__).parents[3] / "shared")) / "data"


class TrainingLogs(unittest.TestCase):
    """Skipped where the logs, which are not ours to copy, are absent."""

    def setUp(self):
        if not (SHARED / "expected.json").exists():
            self.skipTest(f"no training logs in {SHARED}")
        self.expected = json.loads((SHARED / "expected.json").read_text())
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def import_file(self, name, *options, data="data"):
        result = command("import", str(SHARED / name), "--json", *options, data=self.folder / data)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def check_log(self, name):
        expected = self.expected[name]
        report = self.import_file(name, "--athlete", "Ann")
        self.assertEqual((report["created"], report["duplicates"], report["errors"]), (expected["rows"], 0, 0))
        again = self.import_file(name, "--athlete", "Ann")
        self.assertEqual((again["created"], again["duplicates"]), (0, expected["rows"]))
        with Server(self.folder / "data") as server:
            self.check_totals(server, expected)

    def check_totals(self, server, expected):
        sessions = []
        while True:
            page = server.get(f"/v1/training-sessions?limit=100&offset={len(sessions)}")
            sessions += page["data"]
            if not page["pagination"]["hasMore"]:
                break
        self.assertEqual(len(sessions), expected["rows"])
        self.assertEqual(page["pagination"]["total"], expected["rows"])
        self.assertAlmostEqual(sum(session["duration"] for session in sessions), expected["total_min"], delta=0.01)
        self.assertAlmostEqual(sum(session["distance"] for session in sessions), expected["total_km"], delta=0.001)
        self.assertEqual(sessions[-1]["date"], expected["first"][:10])
        self.assertEqual(sessions[0]["date"], expected["last"][:10])
        for sport, count in expected["sports"].items():
            self.assertEqual(sum(session["sport"] == sport for session in sessions), count, sport)
        for year, (count, minutes, kilometres) in expected["by_year"].items():
            statistics = server.get(f"/v1/training-sessions/statistics?startDate={year}-01-01&endDate={year}-12-31")
            self.assertEqual(statistics["totalSessions"], count, year)
            self.assertAlmostEqual(statistics["totalDuration"], minutes, delta=0.0501, msg=year)
            self.assertAlmostEqual(statistics["totalDistance"], kilometres, delta=0.00501, msg=year)

    def test_garmin(self):
        self.check_log("garmin_grunt/Activities.csv")

    def test_strava(self):
        self.check_log("joboso/activities.csv")

    def test_runkeeper(self):
        self.check_log("dangoldin/cardioActivities.csv")

    def test_a_json_export_that_is_imported_elsewhere_is_exported_byte_for_byte_the_same(self):
        for number, name in enumerate(name for name in self.expected if name.endswith(".csv")):
            self.import_file(name, "--athlete", f"Athlete {number}")
        first, second = self.folder / "first.json", self.folder / "second.json"
        self.assertEqual(command("export", "--output", str(first), data=self.folder / "data").returncode, 0)
        imported = command("import", str(first), data=self.folder / "elsewhere")
        self.assertEqual(imported.returncode, 0, imported.stderr)
        self.assertEqual(command("export", "--output", str(second), data=self.folder / "elsewhere").returncode, 0)
        self.assertGreater(first.stat().st_size, 100_000)
        self.assertEqual(first.read_bytes(), second.read_bytes())


if __name__ == "__main__":
    unittest.main()
