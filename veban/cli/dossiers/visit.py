"""``veban dossiers visit``: visits at the table that end with a slip and no code, a line each."""

from typing import Any

import typer

from veban.actions.visits.record import RecordVisit, record_visit
from veban.cli.lines import play_keyed
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Lines
from veban.core.shared.shape import read_shape


def visit(file: Lines, data: Data = DATA, as_json: Json = False) -> None:
    """Ghi từng lượt đến bàn chưa nhận được hồ sơ; in mã để in Phiếu 02 hoặc 03."""
    node = open_data(data)

    def play(line: Any) -> dict[str, Any]:
        return dict(record_visit(node.world, read_shape(RecordVisit, line)))

    raise typer.Exit(1 if play_keyed(file, play) else 0)
