"""HTTPS by the binary itself, and a renewed certificate taken without a restart."""

import contextlib
import http.client
import os
import pathlib
import signal
import ssl
import subprocess
import tempfile
import time
import unittest

from server import BINARY, START_SECONDS_MAX, command, environment


def certificate(folder: pathlib.Path, name: str) -> None:
    """A self-signed one for localhost, in folder/cert.pem and folder/key.pem."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", f"/CN={name}",
                    "-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"], check=True, capture_output=True)
    os.chmod(folder / "key.pem", 0o600)


@contextlib.contextmanager
def serving(folder: pathlib.Path, *options: str):
    """Yields the process and its port."""
    arguments = [BINARY, "serve", "--listen", "127.0.0.1:0", "--store", "memory", "--tls-cert", folder / "cert.pem", "--tls-key", folder / "key.pem", *options]
    with open(folder / "log", "w", encoding="utf-8") as log:
        process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=log, text=True, env=environment())
        try:
            line = process.stdout.readline()
            assert line.startswith("listening on https://127.0.0.1:"), (line, (folder / "log").read_text())
            yield process, int(line.rsplit(":", 1)[1])
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(START_SECONDS_MAX)
            process.stdout.close()


def connect(port: int, trusted: pathlib.Path) -> http.client.HTTPSConnection:
    return http.client.HTTPSConnection("localhost", port, timeout=30, context=ssl.create_default_context(cafile=trusted))


def subject(connection: http.client.HTTPSConnection) -> str:
    return dict(pair[0] for pair in connection.sock.getpeercert()["subject"])["commonName"]


class Tls(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        certificate(self.folder, "first")

    def test_a_client_that_trusts_the_certificate_is_served(self):
        with serving(self.folder) as (_, port):
            connection = connect(port, self.folder / "cert.pem")
            connection.request("GET", "/healthz")
            self.assertEqual(connection.getresponse().status, 200)
            connection.close()
            connection.request("GET", "/v1/athletes/")
            self.assertEqual(connection.getresponse().getheader("Location"), f"https://localhost:{port}/v1/athletes")
            connection.close()
            with self.assertRaises(ssl.SSLCertVerificationError):
                http.client.HTTPSConnection("localhost", port, timeout=30, context=ssl.create_default_context()).connect()

    def test_sighup_reads_the_certificate_again(self):
        with serving(self.folder) as (process, port):
            before = connect(port, self.folder / "cert.pem")
            before.connect()
            self.assertEqual(subject(before), "first")
            certificate(self.folder, "second")
            process.send_signal(signal.SIGHUP)
            self.wait_for_log("read again")
            after = connect(port, self.folder / "cert.pem")
            after.connect()
            self.assertEqual(subject(after), "second")
            before.request("GET", "/healthz")
            self.assertEqual(before.getresponse().status, 200, "an open connection goes on")
            (self.folder / "cert.pem").write_text("nonsense")
            process.send_signal(signal.SIGHUP)
            self.wait_for_log("old one stays")
            after.request("GET", "/healthz")
            self.assertEqual(after.getresponse().status, 200)
            before.close()
            after.close()

    def wait_for_log(self, text: str) -> None:
        end = time.monotonic() + START_SECONDS_MAX
        while text not in (self.folder / "log").read_text():
            self.assertLess(time.monotonic(), end, f"{text!r} is not in the log")
            time.sleep(0.02)

    def test_what_cannot_be_used_is_refused_at_the_start(self):
        key, cert = self.folder / "key.pem", self.folder / "cert.pem"
        for options, words in (
            (["--tls-cert", cert], "belong together"),
            (["--tls-cert", cert, "--tls-key", self.folder / "absent"], "cannot be read"),
            (["--tls-cert", key, "--tls-key", key], "cannot be used"),
        ):
            result = command("serve", "--store", "memory", *(str(word) for word in options))
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn(words, result.stderr)
        os.chmod(key, 0o644)
        self.assertIn("chmod 600", command("serve", "--store", "memory", "--tls-cert", str(cert), "--tls-key", str(key)).stderr)


if __name__ == "__main__":
    unittest.main()
