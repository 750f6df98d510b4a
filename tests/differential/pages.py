"""A read with a Limit, page by page to its end: where a page ends among equal or unordered items is each server's own."""

import copy

from wire import Answer, Endpoint, Request

PAGES_MAX = 200


def has_pages(request: Request) -> bool:
    body = request.body
    is_read = request.operation in ("Query", "Scan") and isinstance(body, dict)
    return is_read and "Limit" in body and "ExclusiveStartKey" not in body and (request.operation == "Scan" or "IndexName" in body)


def whole(endpoint: Endpoint, request: Request) -> Answer:
    """All pages as one answer; the first error as it is."""
    request = copy.deepcopy(request)
    items, count, scanned = [], 0, 0
    for _ in range(PAGES_MAX):
        answer = endpoint.send(request)
        if answer.status != 200 or not isinstance(answer.body, dict):
            return answer
        items += answer.body.get("Items", [])
        count += answer.body.get("Count", 0)
        scanned += answer.body.get("ScannedCount", 0)
        if answer.body.get("ScannedCount", 0) > request.body["Limit"]:
            return Answer(200, {"more than the limit": answer.body})
        if "LastEvaluatedKey" not in answer.body:
            return Answer(200, {"Items": items, "Count": count, "ScannedCount": scanned})
        request.body["ExclusiveStartKey"] = answer.body["LastEvaluatedKey"]
    return Answer(200, {"no end after": PAGES_MAX})
