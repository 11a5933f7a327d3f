"""``bin/demo [--once] [--input FILE]``: the main job on two real processes.

A practice centre and a practice laptop, a round from opening to the results handed back, counted
from outside. Exit 0 when everything adds up, 1 when it does not, 2 for wrong usage.
"""

import argparse
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from demo.input_lines import InputFile
from demo.processes import DemoFailed
from demo.stage import Stage
from demo.story import SHIPPED, play, set_stage
from demo.telling import Telling
from demo.visit import invite_visitors


def main(words: Sequence[str] | None = None) -> int:
    """Play the demo and return the exit code."""
    options = _read_options(words)
    signal.signal(signal.SIGTERM, _end)
    tell = Telling()
    tell.title(
        "Về Bản: một đợt lưu động, từ lúc mở đợt đến khi trả kết quả tại bản",
        "A round to the villages, on two real processes. Every person is invented.",
    )
    folder = Path(tempfile.mkdtemp(prefix="Về Bản tập huấn "))
    tell.look("Thư mục của buổi tập huấn", folder)
    try:
        return _play(set_stage(folder, InputFile(options.input), tell), once=options.once)
    except DemoFailed as failed:
        tell.wrong(str(failed))
        return 1
    except KeyboardInterrupt:
        tell.say("Dừng.")
        return 130
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _play(stage: Stage, *, once: bool) -> int:
    try:
        right = play(stage)
        if not right:
            stage.tell.wrong("Số liệu không khớp · The count does not add up")
        elif once:
            stage.tell.say("Khớp. Xong. · Everything adds up.")
        else:
            invite_visitors(stage)
            _stay(stage)
        return 0 if right else 1
    finally:
        stage.end()


def _stay(stage: Stage) -> None:
    """Stay up until Ctrl-C, or until a server ends by itself."""
    waiting = threading.Event()
    try:
        while stage.centre_server.running and stage.laptop_server.running:
            waiting.wait(1)
    except KeyboardInterrupt:
        stage.tell.say("Đang dừng hai máy … · Ending both processes …")
        return
    raise DemoFailed("a server ended by itself; its log is in the folder")


def _read_options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bin/demo",
        description="Một đợt lưu động trên hai máy tập huấn thật. "
        "A round on two real practice processes; Ctrl-C ends them.",
    )
    parser.add_argument("--once", action="store_true", help="thoát ngay khi xong, mã 0 nếu khớp")
    parser.add_argument(
        "--input", type=Path, default=SHIPPED, metavar="FILE", help="tệp hồ sơ khác (JSON Lines)"
    )
    options = parser.parse_args(words)
    options.input = options.input.resolve()
    if not options.input.is_file():
        parser.error(f"không có tệp {options.input}")
    return options


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(143)


if __name__ == "__main__":
    sys.exit(main())
