"""The tracker as an AWS Lambda function, in AWS's own runtime interface emulator."""

import base64
import json
import pathlib
import subprocess
import tempfile
import unittest

from emulator import BINARY, Function, free_port
from endpoint import environment
from events import IAM, function_url, load_balancer, rest_api

ROOT = pathlib.Path(__file__).resolve().parents[2]


class DynamoDb:
    """`training-tracker dynamodb` at that port, with the tracker's table."""

    def __init__(self, port: int) -> None:
        self.process = subprocess.Popen([BINARY, "dynamodb", "--memory", "--listen", f"127.0.0.1:{port}"], stdout=subprocess.PIPE, env=environment())
        self.process.stdout.readline()
        variables = {**environment(), "DYNAMODB_ENDPOINT": f"http://127.0.0.1:{port}"}
        subprocess.run([BINARY, "table", "create"], env=variables, capture_output=True, timeout=60, check=True)

    def __enter__(self) -> "DynamoDb":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


class Lambda(unittest.TestCase):
    def answer(self, function: Function, event: dict) -> dict:
        status, answer = function.invoke(event)
        self.assertEqual(status, 200, function.logged())
        return answer

    def test_a_function_url_with_iam_logs_a_session(self):
        with Function("--store", "memory") as function:
            made = self.answer(function, function_url("POST", "/v1/athletes", {"name": "Jörg"}, authorizer=IAM))
            self.assertEqual(made["statusCode"], 201, made)
            self.assertEqual(made["headers"]["Content-Type"], "application/json")
            self.assertRegex(made["headers"]["X-Request-Id"], "^[0-9a-f-]{36}$")
            self.assertFalse(made["isBase64Encoded"])
            athlete = json.loads(made["body"])
            session = {"athlete_id": athlete["id"], "date": "2026-11-23", "duration": 45, "distance": 8.5}
            logged = self.answer(function, function_url("POST", "/v1/training-sessions", session, authorizer=IAM))
            self.assertEqual(logged["statusCode"], 201, logged)
            page = self.answer(function, function_url("GET", "/v1/training-sessions", query=f"athleteId={athlete['id']}&limit=5", authorizer=IAM))
            self.assertEqual(page["statusCode"], 200, page)
            self.assertIn(json.loads(logged["body"])["id"], page["body"])
            self.assertIn("Jörg", self.answer(function, function_url("GET", "/v1/athletes", authorizer=IAM))["body"])
            self.assertIn('"target":"/v1/athletes"', function.logged())

    def test_errors_of_the_api_are_answers_and_not_errors_of_the_function(self):
        with Function("--store", "memory") as function:
            absent = self.answer(function, function_url("GET", "/v1/athletes/absent", authorizer=IAM))
            self.assertEqual(absent["statusCode"], 404)
            wrong = self.answer(function, function_url("POST", "/v1/athletes", {"name": 5}, authorizer=IAM))
            self.assertEqual(wrong["statusCode"], 422)
            self.assertIn("detail", json.loads(wrong["body"]))

    def test_large_files_of_the_binary_arrive_whole(self):
        expected = (ROOT / "third_party/node_modules/swagger-ui-dist/swagger-ui-bundle.js").read_bytes()
        with Function("--store", "memory") as function:
            page = self.answer(function, function_url("GET", "/docs", authorizer=IAM))
            self.assertEqual(page["statusCode"], 200)
            self.assertTrue(page["headers"]["Content-Type"].startswith("text/html"))
            file = self.answer(function, function_url("GET", "/docs/swagger-ui-bundle.js", authorizer=IAM))
            self.assertEqual(file["statusCode"], 200, file["headers"])
            body = base64.b64decode(file["body"]) if file["isBase64Encoded"] else file["body"].encode()
            self.assertEqual(body, expected)
            head = self.answer(function, function_url("HEAD", "/docs/swagger-ui-bundle.js", authorizer=IAM))
            self.assertEqual((head["statusCode"], head["body"]), (200, ""))

    def test_without_tokens_only_what_aws_has_authorized_is_served(self):
        with Function("--store", "memory") as function:
            stranger = self.answer(function, function_url("GET", "/v1/athletes"))
            self.assertEqual(stranger["statusCode"], 401)
            self.assertIn("AWS_IAM", stranger["body"])
            self.assertIn("--token-file", stranger["body"])
            forged = {"x-amzn-oidc-identity": "ann"}
            self.assertEqual(self.answer(function, load_balancer("GET", "/v1/athletes", {}, forged))["statusCode"], 401)
            self.assertEqual(self.answer(function, rest_api("GET", "/v1/athletes", {}, None))["statusCode"], 401)
            known = self.answer(function, rest_api("GET", "/v1/athletes", {"limit": ["1"]}, "arn:aws:iam::1:user/ann"))
            self.assertEqual(known["statusCode"], 200, known)
            self.assertEqual(known["multiValueHeaders"]["Content-Type"], ["application/json"])

    def test_tokens_open_it_to_their_bearers(self):
        token = "a-token-of-the-test-that-is-long-enough"
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "tokens")
            file.write_text(token + "\n")
            file.chmod(0o600)
            with Function("--store", "memory", "--token-file", str(file)) as function:
                right, wrong = {"authorization": f"Bearer {token}"}, {"authorization": "Bearer another"}
                served = self.answer(function, load_balancer("GET", "/v1/athletes", {"limit": "1"}, right))
                self.assertEqual(served["statusCode"], 200, served)
                self.assertEqual(served["statusDescription"], "200 OK")
                self.assertEqual(self.answer(function, load_balancer("GET", "/v1/athletes", {}, wrong))["statusCode"], 401)
                self.assertEqual(self.answer(function, function_url("GET", "/v1/athletes"))["statusCode"], 401)
                self.assertNotIn(token, function.logged())

    def test_another_event_is_an_error_and_the_function_goes_on(self):
        with Function("--store", "memory") as function:
            _, error = function.invoke({"Records": [{"eventSource": "aws:sqs"}]})
            self.assertEqual(error["errorType"], "TrainingTracker.UnknownEvent")
            self.assertIn("Records", error["errorMessage"])
            self.assertEqual(self.answer(function, function_url("GET", "/v1/athletes", authorizer=IAM))["statusCode"], 200)

    def test_without_a_store_it_says_what_to_set(self):
        with Function() as function:
            _, error = function.invoke(function_url("GET", "/v1/athletes", authorizer=IAM))
            self.assertEqual(error["errorType"], "TrainingTracker.CannotStart", function.logged())
            self.assertIn("DYNAMODB_TABLE_NAME", error["errorMessage"])

    def test_its_log_tells_when_the_store_is_away_and_when_it_is_back(self):
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        list_athletes = function_url("GET", "/v1/athletes", authorizer=IAM)
        with Function(DYNAMODB_ENDPOINT=url) as function:
            for _ in range(2):
                away = self.answer(function, list_athletes)
                self.assertEqual(away["statusCode"], 503, away)
                self.assertIn("Connection refused", away["body"])
            self.assertEqual(function.logged().count("The store cannot be used now."), 1, function.logged())
            self.assertNotIn("The store answers again.", function.logged())
            with DynamoDb(port):
                self.assertEqual(self.answer(function, list_athletes)["statusCode"], 200)
            self.assertEqual(function.logged().count("The store answers again."), 1, function.logged())

    def test_a_wrong_option_is_told_to_whoever_invokes_it(self):
        with Function("--store", "memory", "--token-file", "/nowhere") as function:
            _, error = function.invoke(function_url("GET", "/v1/athletes"))
            self.assertIn("/nowhere", error["errorMessage"])

    def test_outside_of_lambda_it_says_what_it_is_for(self):
        done = subprocess.run([BINARY, "lambda"], capture_output=True, text=True, env=environment(), timeout=60, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("AWS_LAMBDA_RUNTIME_API", done.stderr)
        self.assertIn("training-tracker serve", done.stderr)
