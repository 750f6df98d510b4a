"""wget of DynamoDB Local's archive: writes one with the names that the guide goes on with.

The jar in it is empty: the stand-in of java runs the one from Maven Central.
"""

import io
import pathlib
import sys
import tarfile
import urllib.parse


def main() -> int:
    address = urllib.parse.urlsplit(sys.argv[-1])
    name = pathlib.PurePosixPath(address.path).name
    if address.scheme != "https" or not name.startswith("dynamodb_local") or not name.endswith(".tar.gz"):
        print(f"wget: this stand-in has no {sys.argv[-1]}", file=sys.stderr)
        return 8
    with tarfile.open(name, "w:gz") as archive:
        for path in ("DynamoDBLocal.jar", "DynamoDBLocal_lib/native"):
            archive.addfile(tarfile.TarInfo(path), io.BytesIO())
    print(f"'{name}' saved", file=sys.stderr)
    return 0


sys.exit(main())
