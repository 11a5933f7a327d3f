"""A laptop that locks itself keeps no way to its keys, and opens again."""

import gc
import threading
import weakref
from io import BytesIO

import pytest
from django.db import connections

from tests.web.desk import browser
from tests.web.laptop import PHRASE, pair
from veban.edges.folder.field_folder import OpenField
from veban.store.databases.sqlcipher.base import DatabaseWrapper
from veban.web.application import NodeApplication
from veban.wiring.served import DEFAULT_MINUTES, LOCK_MINUTES, ServedFolder, lock_after_s

TEN_MINUTES = 600.0


class Seconds:
    """A clock moved by hand."""

    def __init__(self):
        self.at = 1000.0

    def __call__(self):
        return self.at


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    with pair(tmp_path_factory.mktemp("pair")) as made:
        made.laptop.lock()
        yield made.folder
        made.laptop.open("lan", PHRASE)


@pytest.fixture
def seconds():
    return Seconds()


@pytest.fixture
def served(folder, seconds):
    made = ServedFolder(folder, seconds)
    made.open("lan", PHRASE)
    yield made
    made.lock()


def ask(served, path="/inbox", cookie=""):
    """Ask as a server's thread does and return status and body."""
    told = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "SERVER_NAME": "x", "SERVER_PORT": "1"}
    environ |= {"HTTP_COOKIE": cookie, "HTTP_HOST": "localhost", "wsgi.url_scheme": "http"}
    environ["wsgi.input"] = BytesIO()
    answer = NodeApplication(served)(environ, lambda status, headers: told.append(status))
    return told[0][:3], b"".join(answer)


def session_of(served):
    cookies = browser(served, "lan").cookies
    return "; ".join(f"{name}={morsel.value}" for name, morsel in cookies.items())


def in_thread(does):
    done = []
    thread = threading.Thread(target=lambda: done.append(does()))
    thread.start()
    thread.join()
    return done[0]


def test_ten_minutes_without_an_officer_lock_it(served, seconds):
    cookie = session_of(served)
    seconds.at += TEN_MINUTES - 1
    assert ask(served, cookie=cookie)[0] == "200"
    seconds.at += TEN_MINUTES - 1
    assert b"false" in ask(served, "/health")[1]
    assert served.node is not None
    seconds.at += 1
    assert b"true" in ask(served, "/health")[1]
    assert served.node is None
    served.open("lan", PHRASE)
    assert ask(served, cookie=cookie)[0] == "302"


def test_requests_of_nobody_do_not_keep_it_open(served, seconds):
    for _ in range(3):
        seconds.at += TEN_MINUTES / 3
        ask(served, "/t/")
    assert served.node is None


def test_a_request_under_way_keeps_its_node_and_the_next_sees_it_locked(served):
    with served.request() as early:
        served.lock()
        assert early.node.journal.chains()
        with served.request() as late:
            assert late.node is None
        assert early.node.journal.chains()
    assert served.node is None


def test_after_the_lock_no_object_holds_the_key_though_two_threads_read_the_database(served):
    cookie, alias = session_of(served), served.node.alias
    node_gone = weakref.ref(served.node)
    begun, locked = threading.Barrier(3), threading.Event()

    def work():
        assert ask(served, cookie=cookie)[0] == "200"
        begun.wait(5)
        locked.wait(5)
        return hasattr(connections._connections, alias)

    kept = []
    threads = [threading.Thread(target=lambda: kept.append(work())) for _ in range(2)]
    for thread in threads:
        thread.start()
    begun.wait(5)
    served.lock()
    locked.set()
    for thread in threads:
        thread.join()
    gc.collect()
    assert kept == [False, False]
    assert node_gone() is None
    assert alias not in connections.settings
    living = gc.get_objects()
    assert [o for o in living if type(o) is DatabaseWrapper and o.alias == alias] == []
    assert [o for o in living if isinstance(o, OpenField) and o.path == served._folder] == []
    served.open("lan", PHRASE)
    assert in_thread(lambda: ask(served, "/switch")[0]) in {"200", "302"}


def test_the_button_locks_at_once_and_the_phrase_opens_again(served):
    client = browser(served, "lan")
    assert "Khóa máy ngay" in client.get("/inbox").content.decode()
    assert client.get("/lock").status_code == 405
    assert client.post("/lock").headers["Location"] == "/open"
    assert served.node is None
    assert client.get("/inbox").headers["Location"] == "/open"
    assert client.post("/open", {"officer": "lan", "phrase": PHRASE}).status_code == 302


@pytest.mark.parametrize(("text", "minutes"), [("3", 3), ("0", 10), ("x", 10), ("999", 10)])
def test_the_minutes_come_from_the_environment(monkeypatch, text, minutes):
    monkeypatch.setenv(LOCK_MINUTES, text)
    assert lock_after_s() == minutes * 60
    assert DEFAULT_MINUTES == 10
