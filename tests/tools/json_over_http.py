"""A request to the API of a server on this machine, with Python's standard library alone."""

import http.client
import json


def request(port: int, method: str, path: str, body: object = None, headers: dict[str, str] | None = None):
    """Status, headers and the body, parsed where it is JSON."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    text = None if body is None else json.dumps(body)
    connection.request(method, path, text, {**({"Content-Type": "application/json"} if text else {}), **(headers or {})})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    is_json = (response.getheader("Content-Type") or "").startswith("application/json")
    return response.status, response.headers, json.loads(content) if is_json else content
