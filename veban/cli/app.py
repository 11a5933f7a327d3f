"""``veban``: the command line (dòng lệnh). Each command is a module of its own, see the table."""

import sys

import typer

from veban.cli.loading import LazyGroup
from veban.cli.refusing import report
from veban.core.shared.refused import Refused

HELP = """Về Bản: Một cửa đi về bản, làm việc được cả khi không có sóng.

Kết quả in ra stdout (mỗi dòng một JSON khi có nhiều); lời nhắn in ra stderr.
Mã thoát: 0 xong, 1 bị từ chối hoặc chưa xong, 2 gõ lệnh sai.
"""

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
    """Run one command and end the process with its exit code."""
    try:
        app()
    except Refused as refusal:
        report(refusal, as_json="--json" in sys.argv)
        sys.exit(1)
