"""The `table` commands on DynamoDB Local 3.1.0. It makes and changes tables at once, fills indexes behind ACTIVE, ignores
tags (so they are tested on our endpoint), and has no point-in-time recovery."""

import unittest

import prepare
from dynamodb_local import DynamoDBLocal
from table_commands import TableCommands


class OnDynamoDBLocal(TableCommands, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        try:
            cls.local = DynamoDBLocal()
        except prepare.Missing as missing:
            raise unittest.SkipTest(str(missing)) from missing
        cls.url = f"http://127.0.0.1:{cls.local.port}"

    @classmethod
    def tearDownClass(cls):
        cls.local.__exit__()
