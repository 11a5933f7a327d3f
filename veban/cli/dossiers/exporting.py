"""``veban dossiers export``: every dossier as a national record (xuất hồ sơ theo mẫu của Cổng)."""

import json
import sys
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from veban.actions.dossiers.export_records import export_records
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json
from veban.cli.progress import shown


class Format(StrEnum):
    """Whose field names are written."""

    PORTAL = "portal"


def export(
    form: Annotated[Format, typer.Option("--format", help="Mẫu của tệp")] = Format.PORTAL,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="Tệp kết quả")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Ghi mỗi hồ sơ một dòng, xếp theo mã; không có -o thì in ra màn hình."""
    world = open_data(data).world
    file = out.open("w", encoding="utf-8", newline="\n") if out else nullcontext(sys.stdout)
    with file as target:
        for line in shown(export_records(world), form.value):
            target.write(json.dumps(line, ensure_ascii=False) + "\n")
