"""``veban dossiers entered``: link the code that an official system gave (gắn mã chính thức)."""

from typing import Annotated

import typer

from veban.actions.dossiers.link_code import link_code
from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json
from veban.core.people.officers import PROGRAM


def entered(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Mã bất kỳ của hồ sơ")],
    system: Annotated[str, typer.Option("--system", help="Hệ thống đã cấp mã, như dvcqg")],
    official: Annotated[str, typer.Option("--official", metavar="CODE", help="Mã chính thức")],
    officer: Annotated[
        str, typer.Option("--officer", metavar="CODE", help="Ai nhập; ghi vào nhật ký")
    ] = PROGRAM,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Gắn mã chính thức vào hồ sơ; sau đó tìm và tra cứu được theo mã ấy."""
    linked = link_code(open_data(data).world, code, system, official, officer)
    tell(linked, as_json=as_json)
