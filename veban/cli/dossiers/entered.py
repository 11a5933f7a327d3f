"""``veban dossiers entered``: link the code that an official system gave (gắn mã chính thức)."""

from typing import Annotated

import typer

from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.show import show_dossier
from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json
from veban.core.dossiers.commands import DoMove
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
    world = (node := open_data(data)).world
    shown = show_dossier(world, node.stream_of(code))
    state = shown["state"]
    if {"system": system, "code": official} not in shown["official_codes"]:
        details = {"system": system, "official": official}
        key = f"entered:{world.random.token(8).hex()}"
        command = DoMove(key, code, "link_code", officer, world.clock.now(), details)
        state = do_move(world, command)["state"]
    answer = {"code": code, "system": system, "official": official, "state": state}
    tell(answer, as_json=as_json)
