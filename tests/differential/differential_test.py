"""The same requests to our endpoint and to DynamoDB Local; README.md says what counts as the same.

DIFFERENTIAL_SEED chooses other random requests, DIFFERENTIAL_REQUESTS how many.
"""

import collections
import os
import random
import re
import unittest

import compare
import dynamodb_local
import endpoint
import generate
import hand_picked
import pages
import prepare
import reasons
import tables
import wire

SEED = int(os.environ.get("DIFFERENTIAL_SEED", "1"))
REQUESTS = int(os.environ.get("DIFFERENTIAL_REQUESTS", "2500"))
ROUND = 400  # requests after which the tables are made anew
SHOWN_MAX = 60


def shape(text: str) -> str:
    """Of an answer, so that one difference met often is shown once."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\[[^\]]*\]|\{[^}]*\}|[#:]?\w*\d\w*|[#:]\w+", "_", text)[:160]


class Differential(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        try:
            cls.local = cls.enterClassContext(dynamodb_local.DynamoDBLocal())
        except prepare.Missing as missing:
            raise unittest.SkipTest(str(missing)) from missing

    def setUp(self):
        self.endpoint = self.enterContext(endpoint.Endpoint())
        self.ours, self.theirs = wire.Endpoint(self.endpoint.port), wire.Endpoint(self.local.port)
        self.addCleanup(self.ours.close)
        self.addCleanup(self.theirs.close)
        self.found: dict[tuple, list] = collections.defaultdict(list)
        self.excused = collections.Counter()
        self.begin()

    def begin(self):
        tables.create_anew(self.ours)
        tables.create_anew(self.theirs)

    def answers(self, request):
        if pages.has_pages(request):
            return pages.whole(self.ours, request), pages.whole(self.theirs, request)
        return self.ours.send(request), self.theirs.send(request)

    def agree_on(self, request, is_random: bool) -> bool:
        """Notes a difference, unless a reason covers it. False: their tables may differ now."""
        ours, theirs = self.answers(request)
        if compare.are_same(request, ours, theirs):
            return True
        reason = reasons.reason_for(request, ours, theirs, is_random)
        if reason:
            self.excused[reason.why] += 1
        else:
            self.found[(request.operation, shape(ours.as_text()), shape(theirs.as_text()))].append((request, ours, theirs))
        return ours.status == theirs.status != 200

    def report(self, sent: int, more: str = ""):
        print(f"{sent} requests compared{more}; {sum(self.excused.values())} differ for a known reason:")
        for why, count in self.excused.most_common():
            print(f"{count:>7} {why}")
        self.assertFalse(self.endpoint.has_died(), self.endpoint.logged())
        kinds = sorted(self.found.values(), key=len, reverse=True)
        lines = [f"{len(kinds)} kinds of difference have no reason:{more}"]
        for examples in kinds[:SHOWN_MAX]:
            request, ours, theirs = min(examples, key=lambda example: len(example[0].as_text()))
            lines.append(f"\n{len(examples)} times:\n  {request.as_text()[:1500]}\n  ours   {ours.as_text()[:800]}\n  theirs {theirs.as_text()[:800]}")
            places = compare.differing(compare.meaning(request, ours), compare.meaning(request, theirs))
            lines += [f"  {place}" for place in places[:6]]
        if kinds:
            self.fail("\n".join(lines))

    def test_hand_picked_requests(self):
        requests = hand_picked.requests()
        for request in requests:
            if not self.agree_on(request, is_random=False):
                self.begin()
                for earlier in hand_picked.items():
                    self.ours.send(earlier)
                    self.theirs.send(earlier)
        self.report(len(requests))

    def test_random_requests(self):
        print(f"DIFFERENTIAL_SEED={SEED}", flush=True)
        source, sent = random.Random(SEED), 0
        while sent < REQUESTS and not self.endpoint.has_died():
            sent += 1
            if not self.agree_on(generate.request(source), is_random=True) or sent % ROUND == 0:
                self.begin()
        self.report(sent, f" (DIFFERENTIAL_SEED={SEED})")
