"""The commands of docs/guide, run in order; what a `text` block shows is what the block before it has printed.

Each section of a page begins in a new terminal, with nothing running, in the folder that the page's sections share. A block
marked `bash fails` has to fail, a `console` block is not run: it needs an account at AWS.
"""

import collections.abc
import os
import pathlib
import re
import tempfile
import zipfile

import following
from emulator import Function
from events import IAM, function_url
from aws_stand_in import Aws, Role
from markdown_blocks import Block, blocks
from terminal import CREATE, KEY_NAMES, ROOT, Terminal

PAGES = ROOT / "docs/guide"
KEYS = {"<your-access-key>": "AKIDOFTHEGUIDE", "<your-secret-key>": "secret/of+the/guide"}
# Where the page says that a role gives the keys.
SECTION_OF_A_ROLE = re.compile(r"\brole\b")
LANGUAGES = {"bash", "console", "text", "json", ""}
WORDS = {"", "fails"}


def setUpModule() -> None:
    following.prepare_everything()
    following.fetch_dynamodb_local()


def as_pattern(line: str) -> str:
    """Of a shown line, in which … stands for anything."""
    return ".*".join(re.escape(part) for part in line.strip().split("…"))


class DocsGuide(following.FollowsBlocks):
    def is_shown(self, block: Block, printed: str) -> None:
        for line in filter(None, block.text.splitlines()):
            self.assertRegex(printed, as_pattern(line), f"line {block.line} of the page shows what was not printed")

    def follow_block(self, shell: Terminal, block: Block) -> str:
        if block.words != "fails":
            return self.follow(shell, block, KEYS)
        done = shell.run(block.filled(KEYS))
        self.assertNotEqual(done.returncode, 0, f"the block of line {block.line} should fail:\n{done.stdout}")
        return done.stdout

    def follow_page(self, name: str, then: collections.abc.Callable[[Terminal, Aws], None] | None = None) -> None:
        page = blocks(PAGES / name)
        for block in page:
            self.assertTrue(block.language in LANGUAGES and block.words in WORDS, f"{name}:{block.line}")
        with Role() as role, Aws(tuple(KEYS.values()), role.keys) as aws, Terminal() as shell:
            section, printed = None, None
            for block in page:
                if block.section != section:
                    section, printed = block.section, None
                    variables = {**aws.variables, **(role.variables if SECTION_OF_A_ROLE.search(section) else {})}
                    shell.begin_anew(**variables)
                if block.language == "bash":
                    printed = self.follow_block(shell, block)
                elif block.language == "text" and printed is not None:
                    self.is_shown(block, printed)
                else:
                    printed = None
            if then:
                then(shell, aws)

    def answers_as_a_function(self, shell: Terminal, aws: Aws) -> None:
        """The archive that the page has made, in AWS's emulator, where Lambda would put it."""
        table = {**aws.variables, "AWS_REGION": "us-east-1", "DYNAMODB_TABLE_NAME": "training-tracker", **dict(zip(KEY_NAMES, KEYS.values()))}
        self.type(shell, CREATE, **table)
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(shell.checkout / "function.zip") as archive:
            for entry in archive.infolist():
                os.chmod(archive.extract(entry, folder), entry.external_attr >> 16)
            with Function(program_of_function=pathlib.Path(folder, "bootstrap"), **table) as function:
                status, answer = function.invoke(function_url("POST", "/v1/athletes", {"name": "Ann"}, authorizer=IAM))
                self.assertEqual((status, answer["statusCode"]), (200, 201), function.logged())

    def test_every_page_has_a_test(self):
        tested = {name.removeprefix("test_page_") for name in dir(self) if name.startswith("test_page_")}
        with_commands = {page.stem for page in PAGES.glob("*.md") if any(block.language == "bash" for block in blocks(page))}
        self.assertEqual(tested, with_commands)

    def test_page_laptop(self):
        self.follow_page("laptop.md")

    def test_page_aws(self):
        self.follow_page("aws.md")

    def test_page_lambda(self):
        self.follow_page("lambda.md", self.answers_as_a_function)

    def test_page_environment(self):
        self.follow_page("environment.md")

    def test_page_troubleshooting(self):
        self.follow_page("troubleshooting.md")

    def test_page_tables(self):
        self.follow_page("tables.md")

    def test_page_migration(self):
        self.follow_page("migration.md")
