"""Killed at any moment and started again: real processes, nothing lost, nothing doubled."""

import contextlib
import os
import random
import shutil
import signal
import subprocess

import pytest

from tests.cli.conftest import prepared  # noqa: F401 - the centre made once
from tests.cli.running import (
    Centre,
    Served,
    command,
    environment,
    free_port,
    reception,
    write_lines,
)
from tests.cli.test_field import LAN, joined

COUNT = 16
KILLS = 3


@pytest.fixture
def desk(prepared, tmp_path):  # noqa: F811
    folder = tmp_path / "work"
    shutil.copytree(prepared, folder)
    return Centre(folder)


class CutServed(Served):
    """A server that can be ended with all its processes at once, as a power cut does."""

    def __init__(self, desk):
        self.port = free_port()
        self.url = desk.url = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            command("serve", "--data", desk.data, "--port", self.port),
            cwd=desk.folder,
            env=environment(VEBAN_CLOCK=str(desk.folder / "clock")),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def cut(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def __exit__(self, *problem):
        if self.process.poll() is None:
            self.cut()


def kill_once(reached, process):
    """Let a process run until something is reached, then end it as a power cut does."""
    while not reached():
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.01)
            break
    process.kill()
    process.wait()


def arrived(desk):
    """Return how many files the centre holds."""
    return sum(path.is_file() for path in (desk.data / "blobs").rglob("*"))


def start_sync(laptop, url):
    clock = {"VEBAN_CLOCK": str(laptop.folder / "clock")}
    return subprocess.Popen(
        command("sync", "--data", laptop.data, "--to", url),
        cwd=laptop.folder,
        env=environment(**clock, **LAN),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def codes(node):
    """Return our codes of every dossier a node knows, sorted."""
    exported = node.run("dossiers", "export", "--format", "portal")
    assert exported.code == 0, exported.err
    return sorted(line["MaHoSo"] for line in exported.answers)


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
def test_a_laptop_and_a_server_killed_in_mid_exchange_lose_and_double_nothing(desk, seed):
    chance = random.Random(seed)
    with CutServed(desk):
        laptop = joined(desk, "may-1")
    scans = []
    for n in range(COUNT):
        (desk.folder / f"scan-{n}.jpg").write_bytes(chance.randbytes(60_000))
        scans.append([{"name": "Tờ khai", "file": f"scan-{n}.jpg"}])
    lines = [reception(f"k{n}", papers=papers) for n, papers in enumerate(scans)]
    received = laptop.run("dossiers", "receive", write_lines(desk.folder / "in.jsonl", *lines))
    given = sorted(answer["code"] for answer in received.answers)
    assert len(set(given)) == COUNT
    for share in range(KILLS):
        target = chance.randrange(share * COUNT // KILLS, (share + 1) * COUNT // KILLS)
        with CutServed(desk) as served:
            sync = start_sync(laptop, served.url)
            kill_once(lambda: arrived(desk) > target, sync)  # noqa: B023 - called at once
    assert 0 < arrived(desk) < COUNT
    with CutServed(desk) as served:
        last = laptop.run("sync", "--to", served.url, "--json")
        assert (last.code, last.answer["left"]) == (0, 0), last.err
    assert codes(desk) == codes(laptop) == given
    for node in (desk, laptop):
        found = node.run("journal", "verify", "--json")
        assert (found.code, found.answer["files"]) == (0, COUNT)
        assert node.run("journal", "rebuild", "--json").answer["identical"] is True
