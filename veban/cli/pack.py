"""``veban pack``: one sealed file with what a round needs (gói của đợt)."""

from pathlib import Path
from typing import Annotated

import typer

from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Out, command_app
from veban.cli.progress import busy
from veban.core.shared.shape import write_shape
from veban.edges.rulebook.shipped import law_digest
from veban.wiring.packs import read_pack, write_pack

app = command_app("Gói của đợt")


@app.callback()
def group() -> None:
    """Gói của đợt."""


@app.command()
def make(
    round_id: Annotated[str, typer.Option("--round", metavar="ROUND", help="Mã của đợt")],
    out: Out,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Lập gói cho máy của đợt; chỉ lập khi dữ liệu của máy này đầy đủ."""
    with busy("Kiểm tra và lập gói"):
        head, size = write_pack(open_data(data), round_id, out)
    tell({"file": str(out), "bytes": size, **write_shape(head)}, as_json=as_json)


@app.command("open")
def open_(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Mở gói trên máy của đợt; mở hai lần không sao."""
    with file.open("rb") as pack, busy("Mở gói"):
        opened = read_pack(open_data(data), pack)
    answer = {
        **write_shape(opened.head),
        "entries_taken": opened.taken.entries,
        "files_taken": opened.taken.files,
        "same_law": opened.head.law == law_digest(),
    }
    tell(answer, as_json=as_json)
