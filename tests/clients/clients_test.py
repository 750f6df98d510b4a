"""Real clients, unmodified, against our endpoint: README.md says what each of them does."""

import os
import pathlib
import subprocess
import unittest

import prepare
from endpoint import Endpoint, environment

HERE = pathlib.Path(__file__).resolve().parent
SECONDS_MAX = 300
# What an SDK insists on having; the endpoint takes any.
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "anyone",
    "AWS_SECRET_ACCESS_KEY": "anything",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
}


def prepared(prepare_client, *arguments) -> pathlib.Path:
    try:
        return prepare_client(*arguments)
    except prepare.Missing as missing:
        raise unittest.SkipTest(str(missing)) from missing


def python_environment() -> pathlib.Path:
    return prepared(prepare.python, "clients_python", HERE / "python/requirements.txt") / "bin"


class Clients(unittest.TestCase):
    def goes_through_all_steps(self, client: str, *command) -> None:
        with Endpoint() as endpoint:
            words = [str(word) for word in (*command, endpoint.url, f"athletes-of-{client}")]
            path = f"{pathlib.Path(words[0]).parent}{os.pathsep}{os.environ['PATH']}"
            variables = {**environment(), **CREDENTIALS, "PATH": path}
            done = subprocess.run(words, env=variables, capture_output=True, text=True, timeout=SECONDS_MAX, check=False)
            self.assertEqual(done.returncode, 0, f"{done.stdout[-2000:]}{done.stderr[-4000:]}{endpoint.logged()}")
            self.assertEqual(done.stdout.splitlines()[-1:], ["every step is as it should be"])
            self.assertEqual(endpoint.stop(), 0, endpoint.logged())

    def test_boto3(self):
        self.goes_through_all_steps("boto3", python_environment() / "python", HERE / "python/with_boto3.py")

    def test_the_aws_cli(self):
        self.goes_through_all_steps("cli", python_environment() / "python", HERE / "python/with_the_cli.py")

    def test_the_sdk_for_javascript(self):
        folder = prepared(prepare.node, "clients_js", HERE / "js/package.json")
        script = folder / "athletes.mjs"
        script.write_text((HERE / "js/athletes.mjs").read_text())  # where node looks for node_modules
        self.goes_through_all_steps("js", prepare.program("node"), script)

    def test_the_sdk_for_java(self):
        libraries = prepared(prepare.java, "clients_java", HERE / "java/pom.xml")
        self.goes_through_all_steps("java", prepare.program("java"), "-cp", f"{libraries}/*", HERE / "java/Athletes.java")

    def test_the_sdk_for_go(self):
        self.goes_through_all_steps("go", prepared(prepare.go, "clients_go", HERE / "go"))
