"""Writes the C++ table of the web page's files: embed_page.py DIST SOURCE.cc. The build calls it; see cmake/page.cmake.

SOURCE.cc is written only when it changes, so that an unchanged page compiles nothing. The compressed files go beside it.
"""

import gzip
import hashlib
import pathlib
import sys

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
HEAD = """// Written by scripts/embed_page.py from training-tracker-ui/dist/.
#include <array>

#include "web/files.h"

namespace web {
"""


def array(name: str, path: pathlib.Path) -> str:
    return f'constexpr unsigned char {name}[] = {{\n#embed "{path}"\n}};\n'


def view(name: str) -> str:
    return f"std::string_view(reinterpret_cast<const char*>({name}), sizeof({name}))"


def source_of(dist: pathlib.Path, compressed: pathlib.Path) -> str:
    arrays, entries = [], []
    paths = sorted((path for path in dist.rglob("*") if path.is_file()), key=lambda path: path.relative_to(dist).as_posix())
    for number, path in enumerate(paths):
        if path.suffix not in TYPES:
            sys.exit(f"{path}: of a kind that scripts/embed_page.py does not know; add its content type there.")
        content = path.read_bytes()
        tag = hashlib.sha256(content).hexdigest()[:32]
        arrays.append(array(f"content_{number}", path))
        small = gzip.compress(content, 9, mtime=0)
        has_gzip = len(small) < len(content) * 9 // 10
        if has_gzip:
            file = compressed / f"{tag}.gz"
            file.write_bytes(small)
            arrays.append(array(f"gzip_{number}", file))
        name = path.relative_to(dist).as_posix()
        gzip_view = view(f"gzip_{number}") if has_gzip else '""'
        entries.append(f'    File{{"{name}", "{TYPES[path.suffix]}", {view(f"content_{number}")},\n         {gzip_view}, "{tag}"}},\n')
    table = f"const std::array<File, {len(entries)}> all = {{\n{''.join(entries)}}};\n"
    return f"{HEAD}namespace {{\n\n{''.join(arrays)}\n{table}\n}}  // namespace\n\nstd::span<const File> files() {{ return all; }}\n\n}}  // namespace web\n"


def main() -> int:
    dist, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    compressed = source.parent / "compressed"
    compressed.mkdir(parents=True, exist_ok=True)
    if not (dist / "index.html").exists():
        print(f"The web page is not built ({dist} has no index.html): the binary goes without it. ./pw build makes both.")
        dist = compressed / "nothing"
    text = source_of(dist, compressed)
    if not source.exists() or source.read_text() != text:
        source.write_text(text)
    return 0


sys.exit(main())
