"""Every shell block of the setup guide that this project is built after, taken out of the guide itself, word for word.

The guide is no part of the project: SETUP_GUIDE names it, otherwise it is looked for beside the checkout.
"""

import os
import pathlib
import re
import unittest

import following
from aws_stand_in import Aws, Role
from markdown_blocks import Block, blocks
from running import is_taken
from terminal import API_PORT, CREATE, DYNAMODB_PORT, KEY_NAMES, ROOT, Terminal, api

GUIDE = pathlib.Path(os.environ.get("SETUP_GUIDE", ROOT.parent / "shared/seed/dynamodb-setup-guide.md"))
START = "./pw start"
# What `./pw test` of the blocks is bounded to: tests of the suites that use the store of DYNAMODB_ENDPOINT.
SUITES = {"PW_TESTS": "tracker_test api_test", "GTEST_FILTER": "*thlete*"}
KEYS = {"<your-access-key>": "AKIDOFTHEGUIDE", "<your-secret-key>": "secret/of+the/guide"}


def setUpModule() -> None:
    if not GUIDE.is_file():
        raise unittest.SkipTest(f"the setup guide is not at {GUIDE}; SETUP_GUIDE names it")
    following.prepare_everything()
    following.fetch_dynamodb_local()


def commands_of(section: str) -> list[Block]:
    return [block for block in blocks(GUIDE) if block.section == section and block.language == "bash"]


def keys_of(shell: Terminal) -> tuple[str, ...]:
    """Those that a block has exported there."""
    return tuple(shell.environment[name] for name in KEY_NAMES)


def java_line_of(block: Block) -> str:
    return next(line for line in block.text.splitlines() if line.startswith("java "))


class SetupGuide(following.FollowsBlocks):
    """On what a reader has: DynamoDB Local in place of Docker's image and of the archive."""

    dynamodb = "local"

    def terminal(self, **variables: str) -> Terminal:
        shell = Terminal(self.dynamodb, **variables)
        self.addCleanup(self.ports_are_free_again)  # after the terminal is closed
        return self.enterContext(shell)

    def ports_are_free_again(self) -> None:
        self.assertFalse(is_taken(API_PORT) or is_taken(DYNAMODB_PORT))

    def restarts(self, shell: Terminal, start: Block) -> None:
        shell.stop(API_PORT)
        self.follow(shell, start)
        self.is_ready()

    def test_local_development(self):
        docker, download, create, start = commands_of("Local Development")
        shell = self.terminal()
        shows_it_runs = self.follow(shell, docker)
        self.assertRegex(shows_it_runs, "MissingAuthenticationToken" if self.dynamodb == "local" else "healthy: localhost:8000")
        self.assertFalse(is_taken(DYNAMODB_PORT), "the container was stopped and removed")
        self.follow(shell, download)
        self.assertIn("ACTIVE", self.follow(shell, create))
        self.assertIn("is there already, and it fits", self.follow(shell, create))
        self.follow(shell, start)
        self.the_log_says(shell, "http://localhost:8000", "training-tracker", "DYNAMODB_ENDPOINT")
        self.is_ready()
        training = self.logs_a_training()
        self.finds_the_training(*training)
        self.restarts(shell, start)
        self.finds_the_training(*training)
        # What the archive holds is on disk: DynamoDB itself may be restarted under the running application.
        shell.stop(DYNAMODB_PORT)
        self.type(shell, java_line_of(download))
        self.is_ready()
        self.finds_the_training(*training)

    def test_aws_production_setup(self):
        create, configure = commands_of("AWS Production Setup")
        policy = next(block.text for block in blocks(GUIDE) if block.language == "json")
        with Aws(tuple(KEYS.values())) as aws:
            operator = self.terminal(**aws.variables)
            self.assertIn("ACTIVE", self.follow(operator, create, KEYS))
            aws.start(policy)
            keys = dict(zip(KEY_NAMES, keys_of(operator)))
            application = self.terminal(**aws.variables, **keys)
            self.follow(application, configure)
            # The application has what the guide's policy allows, and not one action more.
            self.says(application, CREATE, "dynamodb:CreateTable", "IAM policy")
            self.type(application, START)
            self.is_ready()
            training = self.logs_a_training()
            self.finds_the_training(*training)
            self.asks("PUT", f"/v1/athletes/{training[0]}", {"name": "Ann"})
            self.asks("DELETE", f"/v1/training-sessions/{training[1]}", answered_with=204)
            self.asks("DELETE", f"/v1/athletes/{training[0]}?cascade=true", answered_with=204)

    def test_configuration_for_local_development(self):
        configure = commands_of("Environment Variables")[0]
        shell = self.terminal()
        self.type(shell, "docker run -d -p 8000:8000 amazon/dynamodb-local")
        self.follow(shell, configure)
        self.type(shell, f"{CREATE}\n{START}")
        self.finds_the_training(*self.logs_a_training())

    def test_configuration_with_a_role(self):
        configure = commands_of("Environment Variables")[1]
        with Role() as role, Aws(role.keys) as aws:
            shell = self.terminal(**aws.variables, **role.variables)
            self.follow(shell, configure)
            self.type(shell, f"{CREATE}\n{START}")
            self.finds_the_training(*self.logs_a_training())
            self.assertGreaterEqual(role.asked, 2)  # by the script and by the application

    def test_configuration_with_access_keys(self):
        configure = commands_of("Environment Variables")[2]
        shell = self.terminal()
        self.follow(shell, configure)
        with Aws(keys_of(shell)) as aws:
            shell.environment |= aws.variables
            self.type(shell, f"{CREATE}\n{START}")
            self.finds_the_training(*self.logs_a_training())
            shell.stop(API_PORT)

    def test_testing(self):
        with_mock, with_local = commands_of("Testing")
        shell = self.terminal()
        passed = r"\n([1-9]\d*) passed, 0 failed"
        with_mock_passed = re.search(passed, self.follow(shell, with_mock, **SUITES))
        with_local_passed = re.search(passed, self.follow(shell, with_local, **SUITES))
        self.assertTrue(with_mock_passed and with_local_passed)
        # The repository's tests run on the embedded store as before, and besides on the one outside.
        self.assertGreater(int(with_local_passed[1]), int(with_mock_passed[1]))
        if self.dynamodb == "ours":
            self.assertGreater(shell.logs_of_containers().count("TransactWriteItems"), 10)

    def test_no_credentials(self):
        set_credentials = commands_of("Troubleshooting")[0]
        reader = self.terminal()
        self.follow(reader, set_credentials)
        with Aws(keys_of(reader)) as aws:
            shell = self.terminal(**aws.variables, AWS_REGION="us-east-1", DYNAMODB_TABLE_NAME="training-tracker")
            words = ("Unable to locate credentials", "AWS_ACCESS_KEY_ID", "IAM role")
            self.says(shell, CREATE, *words)
            self.type(shell, START)
            self.is_not_ready_because(*words)
            self.the_log_says(shell, *words)
            shell.stop(API_PORT)
            self.follow(shell, set_credentials)
            self.type(shell, f"{CREATE}\n{START}")
            self.finds_the_training(*self.logs_a_training())
            shell.stop(API_PORT)

    def test_no_table_and_a_table_that_exists(self):
        create = commands_of("Troubleshooting")[1]
        shell = self.terminal(DYNAMODB_ENDPOINT="http://localhost:8000", AWS_REGION="us-east-1", DYNAMODB_TABLE_NAME="training-tracker")
        self.type(shell, "docker run -d -p 8000:8000 amazon/dynamodb-local")
        self.type(shell, START)
        words = ("ResourceNotFoundException", CREATE)
        self.is_not_ready_because(*words)
        self.the_log_says(shell, *words)
        self.follow(shell, create)
        self.is_ready()  # without being started again
        training = self.logs_a_training()
        self.assertIn("is there already, and it fits", self.follow(shell, create))
        self.finds_the_training(*training)

    def test_connection_refused(self):
        run = commands_of("Troubleshooting")[2]
        shell = self.terminal(DYNAMODB_ENDPOINT="http://localhost:8000", AWS_REGION="us-east-1", DYNAMODB_TABLE_NAME="training-tracker")
        words = ("Connection refused", "http://localhost:8000", run.text.strip())
        self.says(shell, CREATE, *words)
        self.type(shell, START)
        self.is_not_ready_because(*words)
        self.the_log_says(shell, *words)
        self.assertEqual(api("GET", "/healthz")[0], 200)
        self.follow(shell, run)
        self.type(shell, CREATE)
        self.is_ready()  # without being started again
        self.finds_the_training(*self.logs_a_training())

    def test_no_section_with_commands_is_left_out(self):
        followed = {"Local Development": 4, "AWS Production Setup": 2, "Environment Variables": 3, "Testing": 2, "Troubleshooting": 3}
        sections = {block.section for block in blocks(GUIDE) if block.language == "bash"}
        self.assertEqual({section: len(commands_of(section)) for section in sections}, followed)


class SetupGuideOnOurEndpoint(SetupGuide):
    """What needs no AWS, with `training-tracker dynamodb` in place of DynamoDB Local."""

    dynamodb = "ours"
    # The same as above: nothing in them comes from docker or java.
    test_aws_production_setup = None
    test_configuration_with_a_role = None
    test_configuration_with_access_keys = None
    test_no_credentials = None
    test_no_section_with_commands_is_left_out = None
