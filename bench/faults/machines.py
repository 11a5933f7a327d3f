"""Nodes as processes that can be ended as a power cut ends them (máy bị cắt điện)."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.cluster import free_port
from bench.office import ROOT, START_WITHIN_S
from veban.wiring.opening import OFFICER, PHRASE, Opening


@dataclass(frozen=True, slots=True)
class Machine:
    """A node's folder and what its processes find in their environment.

    Args:
        folder: The data folder.
        variables: Further environment variables, as those that open a laptop's folder.
    """

    folder: Path
    variables: Mapping[str, str] = field(default_factory=dict)

    def start(self, *words: str, listen: bool = False) -> subprocess.Popen[str]:
        """Start ``veban`` in a process group of its own; with ``listen`` its answers are read."""
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "veban", *words, "--data", str(self.folder)],
            env={**os.environ, "PYTHONPATH": str(ROOT), **self.variables},
            cwd=self.folder.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if listen else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            encoding="utf-8",
        )

    def ask(self, *words: str) -> tuple[int, list[Any]]:
        """Run a command to its end; return its exit code and its answers."""
        with self.start(*words, listen=True) as process:
            out, _ = process.communicate()
        return process.returncode, [json.loads(line) for line in out.splitlines()]


def opened(opening: Opening) -> dict[str, str]:
    """Return the environment in which an officer opens a laptop's folder."""
    return {OFFICER: opening.officer, PHRASE: opening.phrase}


def cut_power(process: subprocess.Popen[str]) -> bool:
    """End a process and all it started, without a word; False where it had ended by itself."""
    if process.poll() is not None:
        return False
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # noqa: TID251 - asked for first
    else:
        process.kill()
    process.wait()
    return True


class Server:
    """``veban serve`` on a machine, until ``cut_power``; started again on the same port."""

    def __init__(self, machine: Machine) -> None:
        self.port = free_port()
        self._machine = machine
        self.start()

    def start(self) -> None:
        """Serve, and return when it answers."""
        self.process = self._machine.start("serve", "--port", str(self.port))
        until = time.monotonic() + START_WITHIN_S
        while not self._answers():
            if time.monotonic() > until or self.process.poll() is not None:
                raise RuntimeError("the server did not answer; run veban serve by hand to see why")
            time.sleep(0.02)

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *problem: object) -> None:
        cut_power(self.process)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def write_lines(path: Path, lines: Sequence[Any]) -> Path:
    """Write JSON Lines."""
    written = (json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text("".join(written), encoding="utf-8")
    return path
