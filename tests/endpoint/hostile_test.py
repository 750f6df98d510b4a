"""No request, however malformed, ends the process or blocks another client."""

import gzip
import json
import pathlib
import socket
import tempfile
import time
import unittest
import zlib

from dynamodb_server import TABLE, DynamoDb, error_of, signed

MEBIBYTE = 1024 * 1024


class Hostile(unittest.TestCase):
    """One server takes all of it, and goes on serving."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.server = DynamoDb(pathlib.Path(cls.folder.name), "--data-dir", f"{cls.folder.name}/data")
        cls.server.ask("CreateTable", TABLE)

    @classmethod
    def tearDownClass(cls):
        cls.server.kill()
        cls.server.__exit__()
        cls.folder.cleanup()

    def tearDown(self):
        self.assertIsNone(self.server.process.poll())
        begin = time.monotonic()
        self.assertEqual(self.server.ask("ListTables", {}), (200, {"TableNames": ["log"]}))
        self.assertLess(time.monotonic() - begin, 5)

    def refused(self, operation, body, name, **fields):
        status, answer = self.server.raw(operation, body, **fields)
        self.assertEqual((status, error_of(answer)), (400, name), body[:100])

    def test_json_that_is_none(self):
        for body in (b"", b"{", b"{'a':1}", b'{"TableName":"log",}', b"\xff\xfe", b'{"TableName":"\\ud800"}', b"NaN", b"[]", b"null", b'"x"', b"\0" * 1000):
            self.refused("GetItem", body, "SerializationException")

    def test_wrong_types(self):
        for body in (
            b'{"TableName":1,"Key":{}}',
            b'{"TableName":["log"],"Key":{}}',
            b'{"TableName":"log","Key":[]}',
            b'{"TableName":"log","Key":{"id":"1"}}',
            b'{"TableName":"log","Key":{"id":{"S":1}}}',
            b'{"TableName":"log","Key":{"id":{"S":"1"}},"ConsistentRead":"perhaps"}',
        ):
            self.refused("GetItem", body, "SerializationException")

    def test_deep_nesting(self):
        for depth in (33, 1_000, 100_000, 1_000_000):
            for begin, end in ((b'{"L":[', b"]}"), (b'{"M":{"a":', b"}}")):
                body = b'{"TableName":"log","Item":{"id":{"S":"1"},"deep":' + begin * depth + b'{"S":"x"}' + end * depth + b"}}"
                if len(body) >= 16 * MEBIBYTE:
                    continue
                status, answer = self.server.raw("PutItem", body)
                self.assertEqual(status, 400, depth)
                self.assertIn(error_of(answer), ("ValidationException", "SerializationException"), depth)
            status, answer = self.server.raw("PutItem", b"[" * depth)
            self.assertEqual(status, 400, depth)

    def test_deep_expressions(self):
        expression = "(" * 2000 + "a = b" + ")" * 2000
        request = {"TableName": "log", "Key": {"id": {"S": "1"}}, "ConditionExpression": expression, "UpdateExpression": "SET a = :a", "ExpressionAttributeValues": {":a": {"N": "1"}}}
        status, answer = self.server.ask("UpdateItem", request)
        self.assertEqual((status, error_of(answer)), (400, "ValidationException"))

    def test_a_byte_more_than_16_mb(self):
        headers = {**self.server.headers("PutItem"), "Authorization": "any"}
        status, _, body = self.server.send(headers, b" " * (16 * MEBIBYTE + 1))
        self.assertEqual(status, 413)
        self.assertIn("__type", json.loads(body))
        self.refused("PutItem", b" " * (16 * MEBIBYTE), "SerializationException")

    def test_gzip(self):
        status, answer = self.server.raw("ListTables", gzip.compress(b"{}"), Content_Encoding="gzip")
        self.assertEqual((status, answer), (200, {"TableNames": ["log"]}))
        self.refused("ListTables", b"{}", "SerializationException", Content_Encoding="gzip")
        self.refused("ListTables", gzip.compress(b"{}")[:-1], "SerializationException", Content_Encoding="gzip")

    def test_gzip_bombs(self):
        compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
        bomb = b"".join(compressor.compress(b" " * MEBIBYTE) for _ in range(1024)) + compressor.flush()
        self.assertLess(len(bomb), 2 * MEBIBYTE)
        begin = time.monotonic()
        for _ in range(5):
            self.refused("ListTables", bomb, "SerializationException", Content_Encoding="gzip")
        self.assertLess(time.monotonic() - begin, 20, "it expands no further than it must")

    def test_answers_are_compressed_for_those_who_ask(self):
        self.assertEqual(self.server.ask("PutItem", {"TableName": "log", "Item": {"id": {"S": "big"}, "text": {"S": "x" * 100_000}}})[0], 200)
        body = json.dumps({"TableName": "log", "Key": {"id": {"S": "big"}}}).encode()
        headers = signed({**self.server.headers("GetItem"), "Accept-Encoding": "gzip"}, body, "any", "any")
        status, fields, content = self.server.send(headers, body)
        self.assertEqual((status, fields["Content-Encoding"]), (200, "gzip"))
        self.assertLess(len(content), 2000)
        self.assertEqual(json.loads(gzip.decompress(content))["Item"]["id"], {"S": "big"})

    def test_half_requests_hold_up_nobody(self):
        half = [socket.create_connection(("127.0.0.1", self.server.port), timeout=30) for _ in range(200)]
        for number, connection in enumerate(half):
            connection.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n" + (b"\r\n{" if number % 2 else b""))
        self.assertEqual(self.server.ask("ListTables", {})[0], 200)
        for connection in half:
            connection.close()

    def test_headers_that_are_odd(self):
        headers = self.server.headers("ListTables")
        for authorization in ("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential=", "=" * 10_000, "," * 10_000, "Credential=/, Signature="):
            status, _, _ = self.server.send({**headers, "Authorization": authorization}, b"{}")
            self.assertEqual(status, 200, "any signature will do")
        for target in ("", ".", "DynamoDB_20120810.", "." * 10_000, "DynamoDB_20120810.GetItem.GetItem"):
            status, _, body = self.server.send({**headers, "X-Amz-Target": target, "Authorization": "any"}, b"{}")
            self.assertEqual((status, error_of(json.loads(body))), (400, "UnknownOperationException"))


if __name__ == "__main__":
    unittest.main()
