"""``veban dossiers do``: play moves, a line each (thao tác với hồ sơ)."""

from dataclasses import replace
from typing import Any

import typer

from veban.actions.dossiers.do import do_move
from veban.cli.dossiers.files import with_stored_details
from veban.cli.lines import play_keyed
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Lines
from veban.core.dossiers.commands import DoMove
from veban.core.shared.shape import read_shape


def do(file: Lines, data: Data = DATA, as_json: Json = False) -> None:
    """Thực hiện từng thao tác; nơi không giữ hồ sơ thì ghi thành tin báo."""
    node = open_data(data)

    def play(line: Any) -> dict[str, Any]:
        command = read_shape(DoMove, line)
        details = with_stored_details(node.blobs, file.parent, command.details)
        return do_move(node.world, replace(command, details=details))

    raise typer.Exit(1 if play_keyed(file, play) else 0)
