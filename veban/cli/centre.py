"""``veban centre``: the node of a commune behind the province's (máy của xã)."""

from typing import Annotated

import typer

from veban.actions.nodes.add_unit import UnitFounding
from veban.actions.nodes.found import Founding
from veban.actions.nodes.invite import invite_centre
from veban.cli.answers import say, tell
from veban.cli.joining_centre import JoiningCentre, join_province
from veban.cli.opening import open_data
from veban.cli.options import DATA, Agency, Data, Json, command_app
from veban.cli.progress import busy
from veban.core.people.unit_settings import Mode

app = command_app("Máy của xã, nối với máy của tỉnh")


@app.callback()
def group() -> None:
    """Máy của xã, nối với máy của tỉnh."""


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Tên gọi của máy")],
    unit: Annotated[str, typer.Option("--unit", metavar="CODE", help="Mã đơn vị, như 03172")],
    agency: Agency = None,
    mode: Annotated[Mode, typer.Option("--mode", help="Chạy kèm hay xử lý trọn")] = Mode.COMPANION,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Mời máy riêng của một xã và in mã kết nối, dùng một lần trong 24 giờ."""
    node = open_data(data)
    founding = UnitFounding(unit, Founding(mode, agency))
    told = invite_centre(node.world, node.exchange.invitations, name, founding)
    tell(told, as_json=as_json)


@app.command()
def join(
    url: Annotated[str, typer.Argument(metavar="URL", help="Địa chỉ máy của tỉnh")],
    token: Annotated[str, typer.Argument(metavar="TOKEN", help="Mã kết nối")],
    data: Data = DATA,
    database: Annotated[
        str | None, typer.Option("--database", metavar="URL", help="postgresql://…")
    ] = None,
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="Địa chỉ công khai, nếu khác của tỉnh")
    ] = "",
    as_json: Json = False,
) -> None:
    """Lập máy của xã trong thư mục này, nối với máy của tỉnh."""
    with busy("Kết nối với máy của tỉnh"):
        joined = join_province(data, JoiningCentre(url, token, database, address))
    me, synced = joined.node.world.me, joined.synced
    answer = {"node": me.node, "unit": me.unit, "centre": me.centre, **synced.as_json()}
    tell(answer, as_json=as_json)
    if not synced.done:
        say("Máy đã kết nối nhưng chưa lấy đủ dữ liệu. Chạy veban sync khi có đường truyền.")
        raise typer.Exit(1)
