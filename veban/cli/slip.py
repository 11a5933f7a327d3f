"""``veban slip``: print a slip or a day's logbook to a PDF file (in phiếu)."""

import secrets
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

import typer

from veban.actions.numbers.blank_slips import PrintBlanks, print_blanks
from veban.cli.answers import tell
from veban.cli.looking import note_command
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Out, command_app
from veban.core.numbers.blanks import MOST
from veban.core.people.looks import LookAt
from veban.edges.folder.result_files import check_room, write_result
from veban.wiring.node import Node
from veban.wiring.road_slips import blanks_pdf

app = command_app("In phiếu")


class Kind(StrEnum):
    """The slips of a dossier."""

    RECEIPT = "receipt"
    PICTURES = "pictures"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP = "stop"
    CONTROL = "control"
    DECLARATION = "declaration"


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
    blanks: Annotated[
        int | None,
        typer.Option("--blanks", metavar="N", min=1, max=MOST, help="In N phiếu trắng có số"),
    ] = None,
    lane: Annotated[
        str | None,
        typer.Option("--for", metavar="NODE", help="Phiếu trắng của máy nào (tại Trung tâm)"),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="CODE", help="Đơn vị của sổ")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """In một phiếu từ việc đã ghi trong nhật ký ra tệp PDF."""
    _check_asked(kind, [code, visit, book, blanks])
    node = open_data(data)
    if code is not None and kind is not None:
        pdf = _of_dossier(node, code, kind)
    elif visit is not None:
        note_command(node, LookAt.SLIP, f"visit/{visit}")
        pdf = node.visit_slip(visit, kind.value if kind else None)
    elif book is not None:
        pdf = _book(node, unit or node.world.me.unit, book.date())
    made: dict[str, Any] = {}
    if blanks is not None:
        check_room(out)
        pdf, made = _blanks(node, lane or node.world.me.node, blanks)
    size = write_result(out, [pdf])
    tell({"file": str(out), "bytes": size, **made}, as_json=as_json)


def _of_dossier(node: Node, code: str, kind: Kind) -> bytes:
    stream = node.stream_of(code)
    note_command(node, LookAt.SLIP, stream)
    return node.slip(stream, kind.value)


def _book(node: Node, unit: str, day: date) -> bytes:
    note_command(node, LookAt.LOGBOOK, unit)
    return node.logbook(unit, day)


def _blanks(node: Node, lane: str, count: int) -> tuple[bytes, dict[str, Any]]:
    """Take numbers for blank slips, new ones at each call, and set them."""
    key = f"blanks:{secrets.token_hex(16)}"
    made = print_blanks(node.world, PrintBlanks(key, lane, count))
    pdf = blanks_pdf(node, made["node"], made["serials"])
    return pdf, {"serials": made["serials"], "node": made["node"]}


def _check_asked(kind: Kind | None, asked: list[Any]) -> None:
    if asked.count(None) != len(asked) - 1:
        raise typer.BadParameter("Cần đúng một trong: CODE, --visit ID, --book DAY, --blanks N.")
    if asked[0] is not None and kind is None:
        raise typer.BadParameter("Cần --kind với mã hồ sơ.")
