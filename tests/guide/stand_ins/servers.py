"""The DynamoDB that a stand-in starts: AWS's DynamoDB Local or our endpoint, on the loopback."""

import os
import pathlib

import dynamodb_local


def command(port: int, data: pathlib.Path | None = None) -> list[str]:
    """Without `data` everything is in memory."""
    if os.environ["STAND_IN_DYNAMODB"] == "local":
        return dynamodb_local.command(port, data)
    where = ["--data-dir", str(data / "training-tracker-dynamodb")] if data else ["--memory"]
    return [os.environ["TRAINING_TRACKER"], "dynamodb", "--listen", f"127.0.0.1:{port}", "--access-log", *where]
