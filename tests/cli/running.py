"""Run the command line as people do: a process of its own, outside the checkout."""

import json
import os
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from typing import Any, NamedTuple

from tests.cli.forking import CAN_FORK, loaded
from tests.codebase.source import ROOT


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def answers(self) -> list[Any]:
        """Every line of stdout as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def answer(self) -> Any:
        """The one line of stdout as JSON."""
        [answer] = self.answers
        return answer


def veban(*arguments: object, cwd: Path, **variables: str) -> Ran:
    """Run ``veban`` with further environment variables, its modules loaded before where it can."""
    if not CAN_FORK:
        return veban_from_nothing(*arguments, cwd=cwd, **variables)
    words = [str(argument) for argument in arguments]
    return Ran(*loaded(ROOT).run(words, cwd, environment(**variables)))


def veban_from_nothing(*arguments: object, cwd: Path, **variables: str) -> Ran:
    """Run ``veban`` as a user does: the interpreter starts, and the command loads what it needs."""
    done = subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**variables),
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-W", "error", "-P", "-m", "veban", *map(str, arguments)]


def environment(**variables: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)} | variables


def write_lines(path: Path, *lines: Any) -> Path:
    """Write a file of JSON Lines; a text stands as it is."""
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    return path


class Centre:
    """A practice centre in ``folder/centre`` whose clock is the file ``folder/clock``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "centre"

    def run(self, *arguments: object, **variables: str) -> Ran:
        """Run a command on the centre's folder."""
        clock = {"VEBAN_CLOCK": str(self.folder / "clock")}
        return veban(*arguments, "--data", self.data, cwd=self.folder, **(clock | variables))

    def play(self, command: str, *lines: Any) -> Ran:
        """Run ``veban dossiers COMMAND`` on lines."""
        return self.run("dossiers", command, write_lines(self.folder / "lines.jsonl", *lines))

    def set_clock(self, instant: str) -> None:
        (self.folder / "clock").write_text(instant, encoding="utf-8")


def reception(key: str, **other: Any) -> dict[str, Any]:
    """Return a line of ``dossiers receive``, complete and lawful."""
    return {
        "key": key,
        "procedure": "1.001193",
        "received_at": "2026-11-23T09:30:00+07:00",
        "officer": "lan",
        "channel": 1,
        "place": {"kind": "centre"},
        "applicant": {"full_name": "Sùng A Páo", "village": "Na Pheo"},
        "papers": [{"paper": "declaration"}, {"paper": "birth-notice"}, {"paper": "identity"}],
        **other,
    }


def move(key: str, code: str, name: str, officer: str, at: str, **details: Any) -> dict[str, Any]:
    """Return a line of ``dossiers do``."""
    return {
        "key": key,
        "code": code,
        "move": name,
        "officer": officer,
        "at": f"2026-11-23T{at}:00+07:00",
        "with": details,
    }


class Served:
    """``veban serve`` on a folder, in a process of its own, until the block ends."""

    def __init__(self, data: Path, *more: object, **variables: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        words = ("serve", "--data", data, "--port", self.port, *more)
        self.process = subprocess.Popen(
            command(*words),
            cwd=data.parent,
            env=environment(**variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def __enter__(self) -> "Served":
        pause = threading.Event()
        for _ in range(600):
            if self.process.poll() is None and self.health() is None:
                pause.wait(0.05)
        if self.health() is None:
            raise RuntimeError(f"the server did not start: {self.stop()}")
        return self

    def __exit__(self, *problem: object) -> None:
        self.stop()

    def health(self) -> Any:
        """Return what ``/health`` answers; None while nobody does."""
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=10) as answer:
                return json.loads(answer.read())
        except OSError:
            return None

    def stop(self) -> tuple[int, str]:
        """End it as an operating system does; return its exit code and what it wrote."""
        self.process.terminate()
        out, _ = self.process.communicate(timeout=30)
        return self.process.returncode, out


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
