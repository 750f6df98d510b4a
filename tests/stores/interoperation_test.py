"""Items that a boto3 program writes by the guide are the tracker's athletes and sessions, and the other way round, field by field."""

import json
import os
import pathlib
import subprocess
import unittest

import dynamodb_local
import endpoint
import json_over_http
import prepare

HERE = pathlib.Path(__file__).resolve().parent
BINARY = os.environ["TRAINING_TRACKER"]
TABLE = "training-tracker"
ATHLETE = {"PK": "ATHLETE#a1", "SK": "ATHLETE#a1", "Type": "ATHLETE", "AthleteId": "a1", "Name": "Zoë Åkerlund"}
SESSION = {
    "PK": "ATHLETE#a1", "SK": "SESSION#s1", "GSI1PK": "SESSION", "GSI1SK": "2025-10-20#s1", "Type": "SESSION", "SessionId": "s1", "AthleteId": "a1",
    "AthleteName": "Zoë Åkerlund", "Date": "2025-10-20", "Duration": "45.5", "Distance": "8.25", "Notes": "Läufe am Fluss",
    "CreatedAt": "2025-10-20T07:30:00.123456+00:00", "UpdatedAt": "2025-10-21T07:30:00.123456+00:00",
}


class Interoperation(unittest.TestCase):
    def variables(self, url: str) -> dict[str, str]:
        return endpoint.environment() | {"DYNAMODB_ENDPOINT": url, "DYNAMODB_TABLE_NAME": TABLE, "AWS_REGION": "us-east-1"}

    def by_the_guide(self, what: str, url: str, items: object = None):
        python = prepare.python("clients", HERE.parent / "clients/python/requirements.txt") / "bin/python"
        done = subprocess.run([python, HERE / "by_the_guide.py", what, url, TABLE], input=json.dumps(items), capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout) if done.stdout else None

    def request(self, method: str, path: str, body: object = None):
        status, _, answer = json_over_http.request(self.port, method, path, body)
        self.assertLess(status, 300, answer)
        return answer

    def both_ways(self, url: str) -> None:
        subprocess.run([BINARY, "table", "create", "--indexes", "guide"], env=self.variables(url), check=True, capture_output=True)
        self.by_the_guide("put", url, [ATHLETE, SESSION])
        command = [BINARY, "serve", "--listen", "127.0.0.1:0", "--no-access-log"]
        with subprocess.Popen(command, env=self.variables(url), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            try:
                self.port = int(server.stdout.readline().rsplit(":", 1)[1])
                self.read_what_the_guide_wrote()
                self.write_for_the_guide(url)
            finally:
                server.terminate()

    def read_what_the_guide_wrote(self) -> None:
        self.assertEqual(self.request("GET", "/v1/athletes"), [{"id": "a1", "name": "Zoë Åkerlund"}])
        read = self.request("GET", "/v1/training-sessions/s1")
        expected = {"id": "s1", "athlete_id": "a1", "athlete_name": "Zoë Åkerlund", "date": "2025-10-20", "duration": 45.5, "distance": 8.25, "notes": "Läufe am Fluss"}
        self.assertEqual({name: read[name] for name in expected}, expected)
        self.assertEqual(self.request("GET", "/v1/training-sessions")["data"], [read])
        self.assertEqual(self.request("GET", "/v1/athletes/a1/statistics")["totalDistance"], 8.25)

    def write_for_the_guide(self, url: str) -> None:
        athlete = self.request("POST", "/v1/athletes", {"name": "Ann"})
        asked = {"athlete_id": athlete["id"], "date": "2025-10-22", "duration": 30, "distance": 5.1, "notes": "easy"}
        session = self.request("POST", "/v1/training-sessions", asked)
        items = self.by_the_guide("get", url)
        of_ann = next(item for item in items["athletes"] if item["Name"] == "Ann")
        key = f"ATHLETE#{athlete['id']}"
        guide = {"PK": key, "SK": key, "Type": "ATHLETE", "AthleteId": athlete["id"], "Name": "Ann"}
        self.assertEqual({name: of_ann[name] for name in guide}, guide)
        stored = next(item for item in items["sessions"] if item["SessionId"] == session["id"])
        guide = {
            "PK": key, "SK": f"SESSION#{session['id']}", "GSI1PK": "SESSION", "GSI1SK": f"2025-10-22#{session['id']}", "Type": "SESSION",
            "SessionId": session["id"], "AthleteId": athlete["id"], "AthleteName": "Ann", "Date": "2025-10-22", "Duration": "30.0", "Distance": "5.1", "Notes": "easy",
        }
        self.assertEqual({name: stored[name] for name in guide}, guide)
        for moment in ("CreatedAt", "UpdatedAt"):
            self.assertRegex(stored[moment], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")

    def test_on_our_endpoint(self):
        with endpoint.Endpoint() as served:
            self.both_ways(served.url)

    def test_on_dynamodb_local(self):
        with dynamodb_local.DynamoDBLocal() as local:
            self.both_ways(f"http://127.0.0.1:{local.port}")


if __name__ == "__main__":
    unittest.main()
