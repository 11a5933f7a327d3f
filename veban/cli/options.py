"""Options that every command takes (tùy chọn chung)."""

from pathlib import Path
from typing import Annotated

import typer

from veban.edges.folder.result_files import check_result


def result_file(path: Path | None) -> Path | None:
    """Look at the place of a result while the words are read, before the command does anything.

    Raises:
        FolderMissing, FileIsFolder, DiskFull, DiskReadOnly, DiskFails: no file can lie there.
    """
    if path is not None:
        check_result(path)
    return path


Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="Thư mục dữ liệu của máy")]
Json = Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON")]
Lines = Annotated[Path, typer.Argument(metavar="FILE", help="Tệp JSON Lines", exists=True)]
Out = Annotated[
    Path, typer.Option("-o", "--out", metavar="FILE", help="Tệp kết quả", callback=result_file)
]
Agency = Annotated[
    str | None, typer.Option("--agency", metavar="CODE", help="Mã định danh cơ quan")
]

DATA = Path("var/centre")
"""The folder where none is named."""


def command_app(help_text: str) -> typer.Typer:
    """Return a group of commands with the settings that all share."""
    return typer.Typer(
        help=help_text,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
