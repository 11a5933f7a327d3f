"""The program as others run it: its command line, and its servers as processes of their own."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn
from urllib.error import URLError
from urllib.request import urlopen

TOP = Path(__file__).resolve().parents[1]
COMMAND_S = 180
"""The longest that one command may take."""
READY_S = 40
"""The longest that a server may take until it answers."""
END_S = 10


class DemoFailed(Exception):
    """A step did not do what it should; the text says which command and what it answered."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command answered."""

    words: tuple[str, ...]
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """Return stdout as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines() if line.strip()]

    @property
    def answer(self) -> Any:
        """Return the one JSON answer."""
        if len(lines := self.lines) != 1:
            self.fail(f"{len(lines)} answers instead of one")
        return lines[0]

    def fail(self, why: str) -> NoReturn:
        raise DemoFailed(
            f"veban {' '.join(self.words)}: {why}\n{self.out[-2000:]}{self.err[-4000:]}"
        )


class Node:
    """A data folder with the environment its commands need.

    Args:
        data: The folder.
        extra: Variables beside those of this process; ours of the user are left out.
    """

    def __init__(self, data: Path, extra: Mapping[str, str]) -> None:
        self.data = data
        kept = {name: text for name, text in os.environ.items() if not name.startswith("VEBAN_")}
        self.environment = {**kept, "PYTHONPATH": str(TOP), "PYTHONUTF8": "1", **extra}

    def run(self, *words: object, ok: Iterable[int] = (0,), data: bool = True) -> Done:
        """Run a command on the folder.

        Args:
            words: Sub-command and options.
            ok: Exit codes that are no failure.
            data: Whether the command takes the folder.

        Raises:
            DemoFailed: another exit code, or no end in time.
        """
        said = tuple(str(word) for word in words)
        full = [*_PROGRAM, *said, *(["--data", str(self.data)] if data else [])]
        try:
            ended = subprocess.run(
                full,
                env=self.environment,
                cwd=self.data.parent,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                timeout=COMMAND_S,
            )
        except subprocess.TimeoutExpired as late:
            raise DemoFailed(f"veban {' '.join(said)}: no end after {COMMAND_S} s") from late
        done = Done(said, ended.returncode, ended.stdout, ended.stderr)
        if done.code not in ok:
            done.fail(f"exit {done.code}")
        return done

    def play(self, sub_command: str, file: Path) -> list[Any]:
        """Run ``veban dossiers SUB_COMMAND FILE``; refused lines are answers too."""
        return self.run("dossiers", sub_command, file, ok=(0, 1)).lines


class Server:
    """``veban serve`` on a loopback port; ended by its handle."""

    def __init__(self, node: Node, name: str, port: int) -> None:
        self.node, self.name, self.port = node, name, port
        self.url = f"http://127.0.0.1:{port}"
        self._log = node.data.parent / f"{name}.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers.

        Raises:
            DemoFailed: it ended, or does not answer in time; with the end of its log.
        """
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*_PROGRAM, "serve", "--data", str(self.node.data), "--port", str(self.port)],
                env=self.node.environment,
                cwd=self.node.data.parent,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                **_ALONE,
            )
        end = time.monotonic() + READY_S
        while time.monotonic() < end:
            if not self.running:
                break
            if _answers(f"{self.url}/health"):
                return
            time.sleep(0.05)
        said = self._log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise DemoFailed(f"veban serve ({self.name}): no answer at {self.url}/health\n{said}")

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End the process and wait for it; again is no error."""
        if self._process is None:
            return
        if self.running:
            self._process.terminate()
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(END_S)


def free_port() -> int:
    """Return a loopback port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


_ALONE: Mapping[str, Any] = {
    # Ctrl-C on the terminal is the demo's; it ends the servers by their handles, once.
    "start_new_session": True,
    "creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
}
_PROGRAM = [sys.executable, "-P", "-m", "veban"]


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
