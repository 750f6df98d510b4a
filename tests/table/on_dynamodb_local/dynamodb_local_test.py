"""The `table` commands on DynamoDB Local 3.1.0. It makes and changes tables at once, fills indexes behind ACTIVE, ignores
tags (so they are tested on our endpoint), and has no point-in-time recovery."""

import unittest

import prepare
from dynamodb_local import DynamoDBLocal
from table_commands import TableCommands


class OnDynamoDBLocal(TableCommands, unittest.TestCase):
    # A new one for each test: once an index was added to a table that is gone by now, the next index stays CREATING there.
    def setUp(self):
        super().setUp()
        try:
            local = DynamoDBLocal()
        except prepare.Missing as missing:
            raise unittest.SkipTest(str(missing)) from missing
        self.addCleanup(local.__exit__)
        self.url = f"http://127.0.0.1:{local.port}"
