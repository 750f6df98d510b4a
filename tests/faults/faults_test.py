"""A network that fails at each request of each operation, in each way: nothing is lost, doubled, orphaned or done by half."""

import collections
import collections.abc
import concurrent.futures
import itertools
import pathlib
import queue
import tempfile
import threading
import unittest

import fault_proxy
from fault_proxy import Fault
from lane import BEARER, Lane, show_no_secret
from operations import READS, WRITES, Operation
from json_over_http import request
from tracker_on_dynamodb import Process

REQUESTS_MAX = 40  # of one operation
# What the client does: retries of transient failures cost 14 of 500 tokens, those of throttling 5 (src/aws/retry.cc).
TOKENS, TOKENS_OF_TRANSIENT, TOKENS_OF_THROTTLING, ATTEMPTS = 500, 14, 5, 4

STORE: Process
FOLDER: pathlib.Path
LANES: list[Lane] = []


def setUpModule():
    global STORE, FOLDER
    folder = tempfile.TemporaryDirectory(prefix="faults-")
    unittest.addModuleCleanup(folder.cleanup)
    FOLDER = pathlib.Path(folder.name)
    STORE = Process(FOLDER / "dynamodb.log", ["dynamodb", "--memory", "--access-log", "--listen", "127.0.0.1:0"])
    unittest.addModuleCleanup(STORE.__exit__)


def tearDownModule():
    """No secret is in any log of the whole run, and the logs do tell of it."""
    said = [lane.said() for lane in LANES]
    for lane in LANES:
        lane.close()
    for text in (*said, STORE.log_text()):
        show_no_secret(text)
    assert any("The store cannot be used now." in text for text in said)
    assert all('"target":"/v1/' in text for text in said)
    assert '"operation":"Query"' in STORE.log_text()


class Lanes:
    """Several trackers, each busy with one case at a time."""

    def __init__(self, count: int, **variables: str) -> None:
        with concurrent.futures.ThreadPoolExecutor(count) as pool:
            made = list(pool.map(lambda number: Lane(STORE, FOLDER, number, **variables), range(len(LANES), len(LANES) + count)))
        LANES.extend(made)
        self.free: queue.Queue[Lane] = queue.Queue()
        for lane in made:
            self.free.put(lane)
        self.count = count

    def each(self, cases: list[tuple], play: collections.abc.Callable[..., None]) -> None:
        """play(lane, *case) for each; raises the first few of what they raise."""

        def in_a_lane(case: tuple) -> str | None:
            lane = self.free.get()
            try:
                play(lane, *case)
                return None
            except Exception as error:  # pylint: disable=broad-except
                return f"{[getattr(part, 'name', getattr(part, '__name__', part)) for part in case]}: {type(error).__name__}: {error}"
            finally:
                self.free.put(lane)

        with concurrent.futures.ThreadPoolExecutor(self.count) as pool:
            wrong = [text for text in pool.map(in_a_lane, cases) if text]
        if wrong:
            raise AssertionError(f"{len(wrong)} of {len(cases)}:\n" + "\n".join(wrong[:8]))


def cases(operations: list[Operation], faults: list[Fault]) -> list[tuple[Operation, Fault]]:
    """All of them together, but for few of an import."""
    return [(operation, fault) for operation, fault in itertools.product(operations, faults) if operation.method != "IMPORT" or fault in fault_proxy.FEW]


def check_done(lane: Lane, operation: Operation) -> None:
    picture = lane.picture()
    assert picture.counts() == operation.after, picture.counts()
    assert not picture.broken(), picture.broken()
    assert not picture.unfinished(), picture.unfinished()


def check_by_half(lane: Lane, operation: Operation, status: int, body: object) -> None:
    """After a failure that the client was told of, or was not."""
    picture = lane.picture()
    assert not picture.broken(), picture.broken()
    lost = [id for id in (f"j{number}" for number in range(operation.sessions)) if id not in picture.ids and not operation.removes(id)]
    assert not lost, f"{lost} are lost"
    if status == operation.status:
        assert picture.counts() == operation.after, picture.counts()
        if status == 201:
            assert body["id"] in picture.ids | picture.athletes.keys(), "what was acknowledged is not there"
    else:
        assert status == 503, (status, body)
        totals = sorted(sum(count for _, count in counts) for counts in (operation.before, operation.after))
        assert totals[0] <= len(picture.ids) <= totals[1], picture.counts()


class OneFailure(unittest.TestCase):
    """One request of an operation fails, and the client, which tries again, does not let it be seen."""

    @classmethod
    def setUpClass(cls):
        cls.lanes = Lanes(16)

    @staticmethod
    def at_each_request(lane: Lane, operation: Operation, fault: Fault) -> None:
        for at in itertools.count():
            assert at < REQUESTS_MAX, "it never ends"
            status, body, asked = lane.attempt(operation, fault, range(at, at + 1))
            where = f"request {at} of {asked}"
            assert status == operation.status and operation.says(body), f"{where}: {status} {body}"
            try:
                check_done(lane, operation)
            except AssertionError as error:
                raise AssertionError(f"{where}: {error}") from error
            if len(asked) <= at:
                return

    def test_is_not_seen(self):
        self.lanes.each(cases([*WRITES, *READS], fault_proxy.QUICK), self.at_each_request)

    def test_is_not_seen_when_the_store_wants_less(self):
        self.lanes.each(cases([*WRITES, *READS], fault_proxy.THROTTLING), self.at_each_request)

    @staticmethod
    def at_a_transaction(lane: Lane, operation: Operation, fault: Fault) -> None:
        _, _, asked = lane.attempt(operation, None, range(0))
        transactions = [at for at, name in enumerate(asked) if name == "TransactWriteItems"]
        at = transactions[0 if fault is fault_proxy.late_answer else -1]
        status, body, asked_again = lane.attempt(operation, fault, range(at, at + 1))
        assert status == operation.status and operation.says(body), (at, status, body)
        assert len(asked_again) > len(asked), "it was not asked again"
        check_done(lane, operation)

    def test_is_not_seen_when_an_answer_or_a_request_comes_too_late(self):
        self.lanes.each(list(itertools.product(WRITES, fault_proxy.SLOW)), self.at_a_transaction)


class FailureThatIsSeen(unittest.TestCase):
    """The client gives up at once, at each request: nothing is done by half, and asking again completes it."""

    @classmethod
    def setUpClass(cls):
        cls.lanes = Lanes(8, AWS_MAX_ATTEMPTS="1")

    @staticmethod
    def at_each_request(lane: Lane, operation: Operation, fault: Fault) -> None:
        for at in itertools.count():
            assert at < REQUESTS_MAX, "it never ends"
            status, body, asked = lane.attempt(operation, fault, range(at, at + 1))
            try:
                check_by_half(lane, operation, status, body)
                first = body.get("id") if isinstance(body, dict) and status < 300 else None
                status, body = lane.perform(operation)
                assert status in operation.repeat_statuses, (status, body)
                assert first is None or body["id"] == first, "the repeat made another one"
                check_done(lane, operation)
            except AssertionError as error:
                raise AssertionError(f"request {at} of {asked}: {error}") from error
            if len(asked) <= at:
                return

    def test_leaves_nothing_by_half_and_a_repeat_completes(self):
        self.lanes.each(cases(WRITES, [*fault_proxy.QUICK, *fault_proxy.THROTTLING]), self.at_each_request)


class StoreInTrouble(unittest.TestCase):
    """Every request fails: the client's retries end with its quota, and the tracker gets well with the store."""

    CALLS = 100

    def ask_in_trouble(self, fault: Fault) -> int:
        """How many requests the store got for CALLS calls."""
        lane = Lanes(1).free.get()
        lane.set_scene(1)
        lane.proxy.arm(fault, range(10**9))
        answers: collections.Counter[int] = collections.Counter()
        lock = threading.Lock()

        def ask(_: int) -> None:
            status, headers, _ = request(lane.tracker.port, "GET", "/v1/training-sessions/j0", None, {"Authorization": f"Bearer {BEARER}"})
            with lock:
                answers[status, headers["Retry-After"]] += 1

        with concurrent.futures.ThreadPoolExecutor(50) as pool:
            list(pool.map(ask, range(self.CALLS)))
        self.assertEqual(answers, {(503, "1"): self.CALLS})
        asked = len(lane.proxy.disarm())
        status, body = lane.perform(READS[0])
        self.assertEqual(status, 200, body)
        return asked

    def test_is_asked_no_more_than_the_quota_allows_when_it_fails(self):
        asked = self.ask_in_trouble(fault_proxy.internal_error)
        self.assertGreater(asked, self.CALLS)
        self.assertLessEqual(asked, self.CALLS + TOKENS // TOKENS_OF_TRANSIENT)
        self.assertLess(asked, self.CALLS * ATTEMPTS)

    def test_is_asked_no_more_than_the_quota_allows_when_it_throttles(self):
        asked = self.ask_in_trouble(fault_proxy.throttled)
        self.assertGreater(asked, self.CALLS)
        self.assertLessEqual(asked, self.CALLS + TOKENS // TOKENS_OF_THROTTLING)
        self.assertLess(asked, self.CALLS * ATTEMPTS)


if __name__ == "__main__":
    unittest.main()
