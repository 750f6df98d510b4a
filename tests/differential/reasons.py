"""Where our answer may differ from DynamoDB Local's, and what decides it. A difference without a line here fails the test."""

import dataclasses
import re

from wire import Answer, Request

GUIDE = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
API = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/"


@dataclasses.dataclass
class Reason:
    why: str
    source: str
    operation: str = ""  # a regular expression, as the others are; empty: any
    request: str = ""
    ours: str = ""
    theirs: str = ""

    def covers(self, request: Request, ours: Answer, theirs: Answer) -> bool:
        texts = ((self.operation, request.operation), (self.request, request.as_text()), (self.ours, ours.as_text()), (self.theirs, theirs.as_text()))
        return all(re.search(pattern, text) for pattern, text in texts)


REASONS: list[Reason] = [
    Reason(
        "DynamoDB Local fails inside on a request that the service refuses as the caller's fault",
        GUIDE + "Programming.Errors.html",
        ours=r"^400 ",
        theirs=r"^500 ",
    ),
]


def reason_for(request: Request, ours: Answer, theirs: Answer) -> Reason | None:
    return next((reason for reason in REASONS if reason.covers(request, ours, theirs)), None)
