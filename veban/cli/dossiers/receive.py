"""``veban dossiers receive``: take dossiers in, a line each (tiếp nhận hồ sơ)."""

from dataclasses import replace
from typing import Any

import typer

from veban.actions.dossiers.receive import receive_dossier
from veban.cli.dossiers.files import with_stored_papers
from veban.cli.lines import play_keyed
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Lines
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.shared.shape import read_shape


def receive(file: Lines, data: Data = DATA, as_json: Json = False) -> None:
    """Tiếp nhận từng dòng; dòng bị từ chối được báo, các dòng khác vẫn tiếp tục."""
    node = open_data(data)
    node.check_disk()

    def play(line: Any) -> dict[str, Any]:
        command = read_shape(ReceiveDossier, line)
        papers = with_stored_papers(node.blobs, file.parent, command.papers)
        return receive_dossier(node.world, replace(command, papers=papers))

    raise typer.Exit(1 if play_keyed(file, play) else 0)
