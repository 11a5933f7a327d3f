"""``veban``: the command line (dòng lệnh). Each command is a module of its own, see the table."""

import os
import sys
import traceback
from pathlib import Path

import typer

from veban.cli.answers import say
from veban.cli.loading import LazyGroup
from veban.cli.refusing import report
from veban.core.shared.refused import Refused

HELP = """Về Bản: Một cửa đi về bản, làm việc được cả khi không có sóng.

Kết quả in ra stdout (mỗi dòng một JSON khi có nhiều); lời nhắn in ra stderr.
Mã thoát: 0 xong, 1 bị từ chối hoặc chưa xong, 2 gõ lệnh sai.
"""

TRACE = "VEBAN_TRACE"
"""Environment variable with which a developer sees the whole trace."""

app = typer.Typer(
    name="veban",
    cls=LazyGroup,
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def root() -> None:
    """The group itself has no option; typer wants a callback to make one."""


def main() -> None:
    """Run one command and end the process with its exit code.

    What nobody foresaw is told by its kind and place only: its words may hold personal data.
    """
    try:
        app()
    except Refused as refusal:
        report(refusal, as_json="--json" in sys.argv)
        sys.exit(1)
    except Exception as problem:  # The top: a user reads a sentence.
        if os.environ.get(TRACE):
            raise
        say(_unforeseen(problem))
        sys.exit(1)


def _unforeseen(problem: Exception) -> str:
    frames = traceback.extract_tb(problem.__traceback__)
    last = [frame for frame in frames if "veban" in Path(frame.filename).parts][-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return (
        f"Phần mềm gặp lỗi không lường trước ({type(problem).__name__} tại {where}); việc đang "
        f"làm dở không được ghi. Báo quản trị hệ thống; đặt {TRACE}=1 rồi chạy lại để xem đủ."
    )
