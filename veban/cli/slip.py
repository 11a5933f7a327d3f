"""``veban slip``: print a slip or a day's logbook to a PDF file (in phiếu)."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Out, command_app

app = command_app("In phiếu")


class Kind(StrEnum):
    """The slips of a dossier."""

    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP = "stop"
    CONTROL = "control"


@app.command()
def slip(
    out: Out,
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="Mã hồ sơ")] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Loại phiếu")] = None,
    visit: Annotated[
        str | None, typer.Option("--visit", metavar="ID", help="Lượt đến bàn, thay cho mã hồ sơ")
    ] = None,
    book: Annotated[
        datetime | None,
        typer.Option("--book", metavar="DAY", formats=["%Y-%m-%d"], help="Sổ theo dõi của ngày"),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="CODE", help="Đơn vị của sổ")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """In một phiếu từ việc đã ghi trong nhật ký ra tệp PDF."""
    if [code, visit, book].count(None) != 2:
        raise typer.BadParameter("Cần đúng một trong: CODE, --visit ID, --book DAY.")
    if code is not None and kind is None:
        raise typer.BadParameter("Cần --kind với mã hồ sơ.")
    node = open_data(data)
    if code is not None and kind is not None:
        pdf = node.slip(code, kind.value)
    elif visit is not None:
        pdf = node.visit_slip(visit, kind.value if kind else None)
    elif book is not None:
        pdf = node.logbook(unit or node.world.me.unit, book.date())
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(pdf)
    tell({"file": str(out), "bytes": len(pdf)}, as_json=as_json)
