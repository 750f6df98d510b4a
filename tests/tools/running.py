"""What runs on this machine: processes that a test did not start itself, and ports of the loopback."""

import contextlib
import os
import pathlib
import socket


def runs(process: int) -> bool:
    """False once it has given back everything, its ports too, though nobody may have asked for its status yet.

    The first thread of a process may be a zombie while others still hold its sockets: they count.
    """
    with contextlib.suppress(OSError):
        if pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z":
            return True
        return len(os.listdir(f"/proc/{process}/task")) > 1
    return False


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
