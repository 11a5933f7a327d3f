"""``veban pack``: one sealed file with what a round needs (gói của đợt)."""

from pathlib import Path
from typing import Annotated, Any

import typer

from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Out, command_app, result_file
from veban.cli.progress import busy
from veban.core.numbers.blanks import MOST, USUAL
from veban.core.shared.shape import write_shape
from veban.edges.folder.result_files import check_room, write_result
from veban.edges.rulebook.shipped import law_digest
from veban.wiring.packs import blanks_of_pack, read_pack, write_pack
from veban.wiring.road_slips import blanks_pdf, return_list_pdf

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
    slips: Annotated[
        Path | None,
        typer.Option(
            "--slips", metavar="PDF", help="In phiếu trắng của máy này", callback=result_file
        ),
    ] = None,
    blanks: Annotated[
        int, typer.Option("--blanks", metavar="N", min=1, max=MOST, help="Mấy phiếu trắng")
    ] = USUAL,
    return_list: Annotated[
        Path | None,
        typer.Option(
            "--return-list", metavar="PDF", help="In bảng bàn giao khi về", callback=result_file
        ),
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Mở gói trên máy của đợt; mở hai lần không sao."""
    if slips is not None:
        check_room(slips)
    node = open_data(data)
    with file.open("rb") as pack, busy("Mở gói"):
        opened = read_pack(node, pack)
    answer: dict[str, Any] = {
        **write_shape(opened.head),
        "entries_taken": opened.taken.entries,
        "files_taken": opened.taken.files,
        "same_law": opened.head.law == law_digest(),
    }
    if slips is not None:
        made = blanks_of_pack(node, opened.head, blanks)
        write_result(slips, [blanks_pdf(node, made["node"], made["serials"])])
        answer |= {"slips": str(slips), "serials": made["serials"]}
    if return_list is not None:
        write_result(return_list, [return_list_pdf(node)])
        answer |= {"return_list": str(return_list)}
    tell(answer, as_json=as_json)
