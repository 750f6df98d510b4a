"""One suite, three stores: what the repository and the API promise on the embedded store (tracker_test and api_test by themselves) holds on
our endpoint over HTTP (signatures verified, the guide's IAM policy enforced, indexes 200 ms late) and on DynamoDB Local."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import dynamodb_local
import endpoint

SECONDS_MAX = 1500
KEYS = {"AWS_ACCESS_KEY_ID": "AKIATESTTESTTESTTEST", "AWS_SECRET_ACCESS_KEY": "only+for/tests"}
POLICY = pathlib.Path(__file__).resolve().parents[2] / "deploy/iam-policy.json"
# The tests make their own tables and delete them, which the tracker may not.
OF_THE_TESTS = ["dynamodb:CreateTable", "dynamodb:DescribeTable", "dynamodb:DeleteTable"]


def widened_policy() -> dict:
    """The guide's, for tables whose names begin with the tracker's, and what the tests need besides."""
    text = POLICY.read_text(encoding="utf-8").replace("table/training-tracker", "table/training-tracker*")
    policy = json.loads(text)
    tables = policy["Statement"][0]["Resource"][0]
    policy["Statement"].append({"Effect": "Allow", "Action": OF_THE_TESTS, "Resource": [tables]})
    return policy


class Stores(unittest.TestCase):
    def run_suites(self, url: str, index_delay_ms: int = 0) -> None:
        variables = endpoint.environment() | KEYS | {
            "DYNAMODB_ENDPOINT": url, "DYNAMODB_TABLE_NAME": "training-tracker-test", "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true",
            "TT_TEST_INDEX_DELAY_MS": str(index_delay_ms),
        }
        variables.pop("GTEST_OUTPUT", None)
        for program, tests in ((os.environ["TRACKER_TEST"], "*/external*"), (os.environ["API_TEST"], "*")):
            done = subprocess.run([program, f"--gtest_filter={tests}", "--gtest_brief=1"], env=variables, capture_output=True, text=True, timeout=SECONDS_MAX, check=False)
            self.assertEqual(done.returncode, 0, done.stdout[-6000:] + done.stderr[-6000:])
            ran = re.search(r"\[==========\] (\d+) tests", done.stdout)
            self.assertGreater(int(ran[1]), 20, "the suite ran on this store")

    def test_our_endpoint_with_signatures_the_guides_policy_and_late_indexes(self):
        with tempfile.TemporaryDirectory() as folder:
            credentials, policy = pathlib.Path(folder, "credentials"), pathlib.Path(folder, "policy.json")
            credentials.write_text("[default]\n" + "".join(f"{name.lower()} = {value}\n" for name, value in KEYS.items()), encoding="utf-8")
            credentials.chmod(0o600)
            policy.write_text(json.dumps(widened_policy()), encoding="utf-8")
            with endpoint.Endpoint("--credentials", str(credentials), "--iam-policy", str(policy), "--index-delay", "200") as served:
                self.run_suites(served.url, index_delay_ms=200)

    def test_dynamodb_local(self):
        with dynamodb_local.DynamoDBLocal() as local:
            self.run_suites(f"http://127.0.0.1:{local.port}")


if __name__ == "__main__":
    unittest.main()
