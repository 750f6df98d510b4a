"""java -jar DynamoDBLocal.jar, with the options of the guide: refuses what the real one could not start with either."""

import argparse
import os
import pathlib
import sys

import servers


def main() -> int:
    parser = argparse.ArgumentParser(prog="java", allow_abbrev=False)
    parser.add_argument("-D", dest="properties", action="append", default=[])
    parser.add_argument("-jar", required=True)
    parser.add_argument("-sharedDb", action="store_true")
    parser.add_argument("-inMemory", action="store_true")
    parser.add_argument("-port", type=int, default=8000)
    arguments = parser.parse_args()
    native = dict(entry.split("=", 1) for entry in arguments.properties).get("java.library.path", "")
    if arguments.jar != "DynamoDBLocal.jar" or not pathlib.Path(arguments.jar).is_file():
        print(f"Error: Unable to access jarfile {arguments.jar}", file=sys.stderr)
        return 1
    if not native or not pathlib.Path(native).is_dir():
        print(f"no sqlite4java in java.library.path: {native}", file=sys.stderr)
        return 1
    command = servers.command(arguments.port, None if arguments.inMemory else pathlib.Path.cwd())
    os.execvp(command[0], command)


sys.exit(main())
