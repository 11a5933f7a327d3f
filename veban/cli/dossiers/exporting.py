"""``veban dossiers export``: every dossier as a national record (xuất hồ sơ theo mẫu của Cổng)."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from veban.actions.dossiers.export_records import export_records
from veban.cli.looking import note_command
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, result_file
from veban.cli.progress import shown
from veban.core.people.looks import LookAt
from veban.edges.folder.result_files import write_result


class Format(StrEnum):
    """Whose field names are written."""

    PORTAL = "portal"


def export(
    form: Annotated[Format, typer.Option("--format", help="Mẫu của tệp")] = Format.PORTAL,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="FILE", help="Tệp kết quả", callback=result_file),
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Ghi mỗi hồ sơ một dòng, xếp theo mã; không có -o thì in ra màn hình."""
    node = open_data(data)
    records = shown(export_records(node.world), form.value)
    count = sum(1 for _ in node.world.work.portal_codes())
    note_command(node, LookAt.EXPORT, form.value, count)
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    if out is None:
        sys.stdout.writelines(lines)
    else:
        write_result(out, (line.encode() for line in lines))
