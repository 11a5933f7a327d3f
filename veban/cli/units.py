"""``veban units``: the units that one node serves, each for itself (đơn vị trên một máy)."""

from typing import Annotated

import typer

from veban.actions.nodes.add_unit import UnitFounding, add_unit
from veban.actions.nodes.found import Founding
from veban.cli.answers import put, say
from veban.cli.opening import open_data
from veban.cli.options import DATA, Agency, Data, command_app
from veban.cli.progress import busy
from veban.core.people.unit_settings import Mode

app = command_app("Đơn vị làm việc trên máy này")


@app.callback()
def group() -> None:
    """Đơn vị làm việc trên máy này."""


@app.command()
def add(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="CODE…", help="Mã đơn vị, như 03172")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Mọi xã, phường, đặc khu của tỉnh")] = False,
    agency: Agency = None,
    mode: Annotated[Mode, typer.Option("--mode", help="Chạy kèm hay xử lý trọn")] = Mode.COMPANION,
    data: Data = DATA,
) -> None:
    """Thêm đơn vị: mỗi đơn vị có thiết lập, dải số và công chức riêng; làm lại không thêm gì."""
    node = open_data(data)
    me = node.world.me
    wanted = [one.code for one in node.rules.units() if one.code != me.unit] if every else codes
    if not wanted or (agency and len(wanted) > 1):
        say("Ghi mã đơn vị, hoặc --all. Mã định danh cơ quan (--agency) là của một đơn vị thôi.")
        raise typer.Exit(2)
    with busy("Thêm đơn vị"):
        for code in wanted:
            node.rules.unit(code)
        for code in wanted:
            add_unit(node.world, UnitFounding(code, Founding(mode, agency)))
            put({"unit": code})
