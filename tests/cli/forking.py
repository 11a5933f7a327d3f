"""Start a command as a fork of a process that has the program loaded (chạy lệnh từ máy nạp sẵn).

Nine tenths of a command's time are its imports. A forked command is a process of its own as ever,
with its own folder, environment, output and exit code; what it has in common with the others is
the modules. That each command finds its modules by itself is tests/cli/test_app.py's business.
"""

import atexit
import json
import os
import runpy
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

from veban.cli.loading import COMMANDS

CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")
REQUEST_BYTES = 1024 * 1024
LEFT_OUT = {"bench"}
"""Loads what no other command does."""


class Loaded:
    """A process that has loaded what commands load, and forks one at each request."""

    def __init__(self, root: Path) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "error", "-P", "-m", "tests.cli.forking"],
                cwd=root,
                env=os.environ | {"PYTHONPATH": str(root)},
                stdin=theirs,
            )
        atexit.register(self.close)

    def run(self, arguments: list[str], cwd: Path, env: dict[str, str]) -> tuple[int, str, str]:
        """Run ``veban`` to its end; return exit code, stdout and stderr."""
        ours, theirs = os.pipe()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            request = json.dumps([arguments, str(cwd), env]).encode()
            socket.send_fds(self._socket, [request], [out.fileno(), err.fileno(), theirs])
            os.close(theirs)
            with os.fdopen(ours) as answer:
                code = int(answer.read())
            return code, _text(out), _text(err)

    def close(self) -> None:
        self._socket.close()
        self._process.wait()


@cache
def loaded(root: Path) -> Loaded:
    """Return the process that has the program loaded, one for each that tests."""
    return Loaded(root)


def _text(file) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


def _serve() -> None:
    """Wait for requests on stdin, which is a socket; return in the process of each command."""
    with socket.socket(fileno=os.dup(0)) as listening:
        while True:
            request, fds, _, _ = socket.recv_fds(listening, REQUEST_BYTES, 3)
            if not request:
                os._exit(0)
            if os.fork() == 0:
                _wait_for_command(*fds)
                break
            for fd in fds:
                os.close(fd)
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
    arguments, cwd, env = json.loads(request)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["veban", *arguments]


def _wait_for_command(out: int, err: int, done: int) -> None:
    """Fork the command itself and tell its exit code; return in the command's process."""
    child = os.fork()
    if child:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.write(done, str(code).encode())
        os._exit(0)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    for fd in (out, err, done):
        os.close(fd)


if __name__ == "__main__":
    for name, listed in COMMANDS.items():
        if name not in LEFT_OUT:
            import_module(listed.module)
    _serve()
    runpy.run_module("veban", run_name="__main__", alter_sys=True)
