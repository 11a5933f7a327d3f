"""``veban init``: make an empty centre with the shipped law (lập máy của Trung tâm)."""

from enum import StrEnum
from typing import Annotated

import typer

from veban.actions.nodes.found import Founding
from veban.cli.answers import tell
from veban.cli.options import DATA, Data, Json, command_app
from veban.core.nodes.events import NodeKind
from veban.core.people.unit_settings import Mode
from veban.wiring.founding import NewCentre, found_node

app = command_app("Lập máy của Trung tâm")


class Kind(StrEnum):
    """The kinds that ``init`` makes; a field folder comes from ``field join``."""

    CENTRE = "centre"
    PROVINCE = "province"


@app.command()
def init(
    unit: Annotated[str, typer.Option("--unit", metavar="CODE", help="Mã đơn vị, như 03172")],
    kind: Annotated[Kind, typer.Option("--kind", help="Trung tâm của xã, hay của tỉnh")],
    data: Data = DATA,
    database: Annotated[
        str | None, typer.Option("--database", metavar="URL", help="postgresql://…")
    ] = None,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="CODE", help="Mã định danh cơ quan")
    ] = None,
    mode: Annotated[Mode, typer.Option("--mode", help="Chạy kèm hay xử lý trọn")] = Mode.COMPANION,
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="Địa chỉ công khai để tra cứu")
    ] = "",
    practice: Annotated[bool, typer.Option("--practice", help="Máy để tập huấn")] = False,
    as_json: Json = False,
) -> None:
    """Tạo thư mục dữ liệu với một máy trống và luật kèm theo phần mềm."""
    new = NewCentre(
        unit=unit,
        kind=NodeKind(kind.value),
        founding=Founding(mode, agency),
        practice=practice,
        database=database,
        address=address.rstrip("/"),
    )
    me = found_node(data, new).world.me
    tell(
        {"node": me.node, "unit": me.unit, "kind": me.kind.value, "practice": me.practice},
        as_json=as_json,
    )
