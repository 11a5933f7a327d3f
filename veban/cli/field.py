"""``veban field``: invite, join, name, revoke and take back a laptop (máy lưu động)."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from veban.actions.exchange.recognise import Recognition, recognise_node
from veban.actions.nodes.invite import invite_node
from veban.actions.nodes.report_lost import LostReport, report_lost
from veban.actions.nodes.revoke import revoke_node
from veban.actions.nodes.set_point import INVITING, PointPlan, end_point, set_point
from veban.cli.answers import say, tell
from veban.cli.joining import join_centre
from veban.cli.looking import note_command
from veban.cli.opening import ask_opening, open_data
from veban.cli.options import DATA, Data, Json, command_app, result_file
from veban.cli.progress import busy
from veban.core.nodes.points import clean_point
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.people.scope import Scope
from veban.edges.folder.refusals import FolderLocked
from veban.edges.folder.result_files import check_room, write_result
from veban.store.queries.people import list_officers
from veban.wiring.node import Node

app = command_app("Máy lưu động")


class LossReason(StrEnum):
    """What happened to a laptop that is gone."""

    LOST = "lost"
    STOLEN = "stolen"
    BROKEN = "broken"


@app.callback()
def group() -> None:
    """Máy lưu động."""


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Tên gọi của máy")],
    officers: Annotated[
        str | None,
        typer.Option("--officers", metavar="a,b", help="Ai dùng máy; không ghi là mọi người nhận"),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="CODE", help="Đơn vị; không ghi là của máy này")
    ] = None,
    point: Annotated[
        str, typer.Option("--point", metavar="NAME", help="Máy ở hẳn một điểm tiếp nhận: tên điểm")
    ] = "",
    area: Annotated[
        str, typer.Option("--area", metavar="NAME", help="Bản hoặc xã cũ của điểm tiếp nhận")
    ] = "",
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Mời một máy và in mã kết nối, dùng một lần trong 24 giờ."""
    node = open_data(data)
    home = unit or node.world.me.unit
    team = [part.strip() for part in officers.split(",")] if officers else _receivers(node, home)
    if point:
        clean_point(point)
    told = invite_node(node.world, node.exchange.invitations, name, team, home)
    if point:
        plan = PointPlan(f"point:{told['node']}", told["node"], INVITING, point, area)
        told |= {"point": set_point(node.world, plan)["point"]}
    tell(told, as_json=as_json)


@app.command()
def join(
    url: Annotated[str, typer.Argument(metavar="URL", help="Địa chỉ của Trung tâm")],
    token: Annotated[str, typer.Argument(metavar="TOKEN", help="Mã kết nối")],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Kết nối máy này với Trung tâm và lấy về những gì cần để tiếp nhận khi không có sóng."""
    opening = ask_opening(twice=True)
    if opening is None:
        raise FolderLocked(folder=data.name)
    with busy("Kết nối với Trung tâm"):
        joined = join_centre(data, url, token, opening)
    me, synced = joined.node.world.me, joined.synced
    answer = {"node": me.node, "unit": me.unit, "centre": me.centre, **synced.as_json()}
    tell(answer, as_json=as_json)
    if not synced.done:
        say("Máy đã kết nối nhưng chưa lấy đủ dữ liệu. Chạy veban sync khi có đường truyền.")
        raise typer.Exit(1)


@app.command()
def revoke(
    node_id: Annotated[str, typer.Argument(metavar="NODE", help="Mã của máy")],
    officer: Annotated[str, typer.Option("--officer", help="Ai thu hồi (quản trị, lãnh đạo)")],
    reason: Annotated[str, typer.Option("--reason", help="Mã lý do")] = "lost",
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Thu hồi một máy mất hoặc hỏng: từ đây máy đó không trao đổi được nữa."""
    node = open_data(data)
    revoke_node(node.world, node_id, officer, reason)
    tell({"node": node_id, "state": "revoked"}, as_json=as_json)


@app.command()
def recognise(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)],
    officer: Annotated[str, typer.Option("--officer", help="Ai nhận lại (lãnh đạo)")],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Nhận lại một máy mà Trung tâm không còn biết sau khi khôi phục, bằng tệp máy đó tạo."""
    node = open_data(data)
    key = f"recognise:{node.world.random.token(8).hex()}"
    with file.open("rb") as bundle, busy("Nhận lại máy"):
        done = recognise_node(node.exchange.x, bundle, Recognition(key, officer))
    tell(done.as_json(), as_json=as_json)
    if done.again:
        say("Máy đã được nhận lại. Hồ sơ trên máy về đủ sau khi máy trao đổi một lần nữa.")


@app.command()
def point(
    node_id: Annotated[str, typer.Argument(metavar="NODE", help="Mã của máy")],
    officer: Annotated[str, typer.Option("--officer", help="Ai lập (quản trị, lãnh đạo)")],
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Tên điểm")] = "",
    area: Annotated[str, typer.Option("--area", metavar="NAME", help="Bản hoặc xã cũ")] = "",
    end: Annotated[bool, typer.Option("--end", help="Thôi làm điểm tiếp nhận")] = False,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Lập hoặc đổi tên điểm tiếp nhận ở một máy; máy biết ở lần trao đổi tới."""
    if end == bool(name):
        raise typer.BadParameter("Ghi --name TÊN, hoặc --end khi thôi làm điểm tiếp nhận.")
    world = open_data(data).world
    key = f"point:{node_id}:{world.random.token(8).hex()}"
    plan = PointPlan(key, node_id, officer, name, area)
    tell(end_point(world, plan) if end else set_point(world, plan), as_json=as_json)


@app.command()
def lost(
    node_id: Annotated[str, typer.Argument(metavar="NODE", help="Mã của máy")],
    officer: Annotated[str, typer.Option("--officer", help="Ai báo mất (lãnh đạo)")],
    reason: Annotated[
        LossReason, typer.Option("--reason", help="Mất, bị lấy cắp hay hỏng")
    ] = LossReason.LOST,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", metavar="FILE", help="In danh sách dữ liệu trên máy", callback=result_file
        ),
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Báo mất máy: thu hồi máy và mọi hồ sơ máy đang giữ, trong một lần."""
    node = open_data(data)
    key = f"lost:{node_id}:{node.world.random.token(8).hex()}"
    if out is not None:
        check_room(out)
    answer = report_lost(node.world, LostReport(key, node_id, officer, reason.value))
    if out is not None:
        note_command(node, LookAt.LOST_REPORT, node_id)
        write_result(out, [node.lost_report(node_id)])
    tell(answer, as_json=as_json)


def _receivers(node: Node, unit: str) -> list[str]:
    rows = list_officers(node.alias, Scope(frozenset({unit}), frozenset()))
    return [row.officer for row in rows if row.has(Role.RECEIVER)]
