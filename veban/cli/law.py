"""``veban law``: values of the law that an administrator enters for a unit (bàn quy định)."""

import json
import secrets
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from veban.actions.law.enter_value import EnterLawValue, enter_value
from veban.cli.answers import put, tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.core.law.dated import Confidence
from veban.core.law.entered import LawKind, LawRow, LawValueWrong
from veban.core.people.scope import Scope
from veban.store.queries.law import list_entered

app = command_app("Quy định nhập tại đơn vị")


@app.callback()
def group() -> None:
    """Quy định nhập tại đơn vị."""


@app.command()
def enter(
    kind: Annotated[LawKind, typer.Argument(help="Loại quy định")],
    officer: Annotated[str, typer.Option("--officer", metavar="CODE", help="Quản trị viên")],
    document: Annotated[str, typer.Option("--document", help="Số văn bản")],
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="Áp dụng từ ngày")],
    about: Annotated[
        str, typer.Option("--about", help="Mã thủ tục, ngày, năm hoặc tên phiếu")
    ] = "",
    value: Annotated[str, typer.Option("--value", metavar="JSON", help="Giá trị")] = "{}",
    file: Annotated[
        Path | None, typer.Option("--file", help="Tệp JSON chứa giá trị, thay cho --value")
    ] = None,
    article: Annotated[str | None, typer.Option("--article", help="Điều, khoản")] = None,
    heard: Annotated[bool, typer.Option("--heard", help="Chưa đọc văn bản, chỉ nghe nói")] = False,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Nhập một giá trị; hồ sơ đã nhận giữ quy định lúc nhận."""
    node = open_data(data)
    wanted = EnterLawValue(
        key=f"law:{secrets.token_hex(12)}",
        officer=officer,
        kind=kind,
        since_on=_day(since),
        value=_value(kind, file.read_text(encoding="utf-8") if file else value),
        document=document,
        about=about,
        article=article,
        confidence=Confidence.RECALLED if heard else Confidence.CHECKED,
    )
    enter_value(node.world, wanted)
    tell({"kind": kind.value, "about": about, "since": since}, as_json=as_json)


@app.command("list")
def list_(data: Data = DATA) -> None:
    """In các quy định đã nhập, mới nhất trước, mỗi dòng một JSON."""
    node = open_data(data)
    units = frozenset(unit.code for unit in node.rules.units())
    for row in list_entered(node.alias, Scope(units, frozenset())):
        put(_line(row))


def _line(row: LawRow) -> dict[str, Any]:
    return {
        "unit": row.unit,
        "kind": row.kind,
        "about": row.about,
        "since": row.since_on.isoformat(),
        "value": row.read_value,
        "document": row.document,
        "article": row.article,
        "confidence": row.confidence,
        "entered_by": row.entered_by,
    }


def _value(kind: LawKind, text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as problem:
        raise LawValueWrong(kind=kind.value, problem="JSON") from problem
    if not isinstance(value, dict):
        raise LawValueWrong(kind=kind.value, problem="JSON")
    return value


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise typer.BadParameter(f"{text!r} không phải ngày YYYY-MM-DD.") from problem
