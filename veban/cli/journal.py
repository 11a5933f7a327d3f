"""``veban journal``: check the journal, fold the rows anew (nhật ký)."""

from pathlib import Path
from typing import Annotated

import typer

from veban.actions.journal.verify import verify_node
from veban.cli.answers import tell
from veban.cli.opening import ask_opening, open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.cli.progress import busy, shown
from veban.core.nodes.events import NodeKind
from veban.edges.folder.centre_folder import CentreFolder
from veban.wiring.opening import open_node
from veban.wiring.recovering import recover_node
from veban.wiring.renewing import renew_node

app = command_app("Nhật ký của máy")


@app.callback()
def group() -> None:
    """Nhật ký của máy."""


@app.command()
def verify(data: Data = DATA, as_json: Json = False) -> None:
    """Kiểm tra mọi chuỗi và mọi tệp; có gì hỏng hoặc thiếu thì mã thoát là 1."""
    node = open_data(data)
    entries = (entry for _, entry in node.journal.arrived_after())
    files = shown(node.journal.files(), "Kiểm tra tệp")
    found = verify_node(node.exchange.x, entries, files)
    tell(found, as_json=as_json)
    raise typer.Exit(1 if found["broken"] or found["missing_files"] else 0)


@app.command()
def rebuild(data: Data = DATA, as_json: Json = False) -> None:
    """Dựng lại mọi bảng chỉ từ nhật ký; bảng khác đi thì mã thoát là 1."""
    with busy("Dựng lại bảng từ nhật ký"):
        entries, identical = open_data(data).journal.rebuild()
    tell({"entries": entries, "identical": identical}, as_json=as_json)
    raise typer.Exit(0 if identical else 1)


@app.command()
def recover(
    out: Annotated[Path, typer.Option("-o", "--out", metavar="NEW", help="Thư mục mới, còn trống")],
    backup: Annotated[
        Path | None, typer.Option("--backup", metavar="DIR", help="Bản sao lưu để bù phần hỏng")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Cứu những gì còn đọc được của thư mục hỏng sang thư mục mới; thư mục hỏng giữ nguyên.

    Mất mục nhật ký nào thì mã thoát là 1, và kết quả ghi rõ cứu được bao nhiêu, mất bao nhiêu.
    """
    is_field = CentreFolder(data).card.kind == NodeKind.FIELD
    opening = ask_opening() if is_field else None
    with busy("Cứu dữ liệu"):
        saved = recover_node(data, out, opening, backup)
        answer = saved.as_json()
        if saved.lost:
            # What is lost may have been sent, and its numbers given: the folder goes on anew.
            answer["writer"] = renew_node(out, open_node(out, opening)).writer
    tell(answer, as_json=as_json)
    raise typer.Exit(1 if saved.lost or saved.altered or saved.checked["missing_files"] else 0)
