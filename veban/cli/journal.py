"""``veban journal``: check the journal, fold the rows anew (nhật ký)."""

import typer

from veban.actions.journal.verify import verify_node
from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.cli.progress import busy, shown

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
