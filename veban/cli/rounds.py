"""``veban rounds``: open and close a round to villages (đợt lưu động)."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from veban.actions.rounds.lay_roster import LayRoster, get_round, lay_round_roster, wanted_for
from veban.actions.rounds.open_round import RoundPlan, close_round, open_round
from veban.cli.answers import put, say, tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.cli.refusing import answer_of, sentence_of
from veban.core.rounds.readiness import Level
from veban.core.rounds.retention import DAYS_KEPT
from veban.core.rounds.roster_line import GROUPS
from veban.core.shared.local_time import format_instant, parse_instant
from veban.edges.rosters.roster_file import read_roster
from veban.wiring.readiness import check_readiness
from veban.wiring.retention import run_retention

app = command_app("Đợt lưu động")
NODE_ACTS = "node"


@app.callback()
def group() -> None:
    """Đợt lưu động."""


@app.command("open")
def open_(
    name: Annotated[str, typer.Option("--name", help="Tên đợt")],
    days: Annotated[str, typer.Option("--days", metavar="A,B", help="Các ngày ở bản")],
    villages: Annotated[str, typer.Option("--villages", metavar="A,B", help="Các bản")],
    node: Annotated[str, typer.Option("--node", metavar="NODE", help="Máy lưu động")],
    officers: Annotated[str, typer.Option("--officers", metavar="a,b", help="Công chức đi cùng")],
    back_at: Annotated[
        str | None, typer.Option("--back-at", metavar="INSTANT", help="Khi nào về tới nơi ký")
    ] = None,
    back_on: Annotated[
        str | None, typer.Option("--back-on", metavar="DAY", help="Ngày trở lại bản trả kết quả")
    ] = None,
    contact_name: Annotated[
        str | None, typer.Option("--contact-name", help="Người dân gọi ai")
    ] = None,
    contact_phone: Annotated[
        str | None, typer.Option("--contact-phone", help="Theo số nào")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Mở một đợt và in mã của đợt."""
    plan = RoundPlan(
        name=name,
        days=[_day(text) for text in _parts(days)],
        villages=_parts(villages),
        node=node,
        officers=_parts(officers),
        back_at=_instant(back_at) if back_at else None,
        back_on=_day(back_on) if back_on else None,
        contact_name=contact_name,
        contact_phone=contact_phone,
    )
    opened = open_data(data)
    tell({"round": open_round(opened.world, opened.world.me.unit, plan)}, as_json=as_json)


@app.command()
def close(
    round_id: Annotated[str, typer.Argument(metavar="ROUND", help="Mã của đợt")],
    officer: Annotated[
        str, typer.Option("--officer", metavar="CODE", help="Ai đóng đợt")
    ] = NODE_ACTS,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Đóng một đợt; đóng hai lần vẫn là một."""
    close_round(open_data(data).world, round_id, officer)
    tell({"round": round_id, "closed": True}, as_json=as_json)


@app.command()
def ready(data: Data = DATA, as_json: Json = False) -> None:
    """Kiểm tra máy lưu động trước khi đi; mã thoát 1 khi có dòng chưa đi được."""
    lines = check_readiness(open_data(data))
    for line in lines:
        answer = {"line": line.name, "level": line.level.value, "details": _plain(line.details)}
        if as_json:
            put(answer)
        else:
            shown = " ".join(f"{name}={value}" for name, value in answer["details"].items())
            typer.echo(f"{line.level.value:4} {line.name} {shown}".rstrip())
    if any(line.level is Level.STOP for line in lines):
        raise typer.Exit(1)


def _plain(value: Any) -> Any:
    """Write days and instants as the public formats do."""
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    return format_instant(value) if isinstance(value, datetime) else value


@app.command()
def roster(
    round_id: Annotated[str, typer.Argument(metavar="ROUND", help="Mã của đợt")],
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", exists=True, dir_okay=False)],
    groups: Annotated[
        str, typer.Option("--groups", metavar="A,B", help=f"Chỉ các nhóm tuổi, {', '.join(GROUPS)}")
    ] = "",
    officer: Annotated[
        str, typer.Option("--officer", metavar="CODE", help="Danh sách của ai")
    ] = NODE_ACTS,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Lập danh sách nhân khẩu của đợt từ danh sách của đơn vị; dòng sai được báo từng dòng."""
    world = open_data(data).world
    wanted = wanted_for(world.rules, get_round(world.journal, round_id), _parts(groups))
    read = read_roster(file, wanted)
    for number, refusal in read.wrong:
        if as_json:
            put({"line": number, **answer_of(refusal)})
        say(f"Dòng {number}: {sentence_of(refusal)}")
    laid = lay_round_roster(world, LayRoster(round_id, read.people, officer))
    tell({**laid, "lines": read.lines, "refused": len(read.wrong)}, as_json=as_json)
    raise typer.Exit(1 if read.wrong else 0)


@app.command()
def retain(
    days: Annotated[
        int, typer.Option("--days", min=0, help="Số ngày lưu sau khi đóng đợt")
    ] = DAYS_KEPT,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Xóa dữ liệu của đợt đã đóng mà bản sao lưu đã giữ: danh sách nhân khẩu, ảnh trên máy."""
    tell(run_retention(open_data(data), days), as_json=as_json)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise typer.BadParameter(f"{text!r} không phải ngày YYYY-MM-DD.") from problem


def _instant(text: str) -> datetime:
    try:
        return parse_instant(text)
    except ValueError as problem:
        raise typer.BadParameter(f"{text!r} không phải thời điểm có múi giờ.") from problem
